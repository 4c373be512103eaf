/** The left side: legend and filters with counts, how things are drawn, the communities. */

import { groupColour, groups } from "./colours";
import { button, Child, coloured, el } from "./dom";
import { Page } from "./page";
import { State } from "./state";
import { named, Word } from "./words";

const LIMITS = [100, 300, 1000, 3000, 10000, 0];
const TOP_MEMBERS = 2;

export function sidebar(page: Page): Child[] {
  return [types(page), relations(page), display(page), page.graph.size > 0 && communities(page)];
}

function types(page: Page): HTMLElement {
  const { graph, scene } = page;
  const main = graph.classes.filter(({ parent }) => parent < 0);
  const all = counted(graph.nodes.kind, graph.nodes.kind.keys());
  const seen = counted(graph.nodes.kind, scene.shown);
  const rows = main.filter(({ name }) => all.has(place(page, name)));
  return section(page, "types", rows.map(({ name }) => name), rows.map((kind) => {
    const at = place(page, kind.name);
    return choice(page, kind.name, named(kind, page.language), seen.get(at) ?? 0, all.get(at) ?? 0, kind.colour);
  }));
}

const place = ({ graph }: Page, name: string): number => graph.classes.findIndex((each) => each.name === name);

function relations(page: Page): HTMLElement {
  const { graph, scene } = page;
  const all = counted(graph.links.kind, graph.links.kind.keys());
  const seen = counted(graph.links.kind, scene.drawn);
  const rows = [...all].sort(([, a], [, b]) => b - a);
  return section(page, "relations", rows.map(([at]) => graph.relations[at].name), rows.map(([at, count]) => {
    const relation = graph.relations[at];
    return choice(page, relation.name, named(relation, page.language), seen.get(at) ?? 0, count, "");
  }));
}

function counted(kinds: number[], rows: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(kinds[row], (counts.get(kinds[row]) ?? 0) + 1);
  return counts;
}

function section(page: Page, title: Word, names: string[], rows: Child[]): HTMLElement {
  const { say, state, step } = page;
  const hidden = names.some((name) => state.hide.includes(name));
  const rest = state.hide.filter((name) => !names.includes(name));
  return el(
    "section", {},
    el("h2", {}, say(title), button(say(hidden ? "all" : "none"), () => step({ hide: hidden ? rest : [...rest, ...names] }), {
      id: `${title}-all`, class: "plain",
    })),
    el("ul", { class: "choices" }, ...rows),
  );
}

function choice(page: Page, name: string, label: string, seen: number, all: number, colour: string): HTMLElement {
  const { state, step } = page;
  const on = !state.hide.includes(name);
  const toggle = (): void => step({ hide: on ? [...state.hide, name] : state.hide.filter((each) => each !== name) });
  const box = el("input", { id: `hide-${name}`, type: "checkbox", checked: on, change: toggle });
  const count = (seen === all ? [all] : [seen, all]).map((each) => each.toLocaleString()).join(" / ");
  const row = el(
    "label", { for: box.id }, box, colour ? el("span", { class: "dot" }) : null,
    el("span", {}, label), el("small", {}, count),
  );
  return el("li", {}, colour ? coloured(row, colour) : row);
}

function display(page: Page): HTMLElement {
  const { say, state, step } = page;
  const sizes = ["degree", "evidence", "pagerank", "betweenness"] as const;
  const colours = ["type", "community"] as const;
  const limits = LIMITS.map((limit) => [String(limit), limit ? limit.toLocaleString() : say("everything")] as const);
  return el(
    "section", {}, el("h2", {}, say("display")),
    field(page, "size", sizes.map((each) => [each, say(each)]), (size) => step({ size })),
    field(page, "colour", colours.map((each) => [each, say(each)]), (colour) => step({ colour })),
    field(page, "limit", limits, (limit) => step({ limit: Number(limit) })),
    confidence(page),
    el("label", { class: "field" }, el("input", {
      id: "isolates", type: "checkbox", checked: state.isolates, change: () => step({ isolates: !state.isolates }),
    }), el("span", {}, say("isolates"))),
  );
}

function field(
  { say, state }: Page, name: "size" | "colour" | "limit", options: (readonly [string, string])[], choose: (value: string) => void,
): HTMLElement {
  const pick = el(
    "select", { id: name, change: (event) => choose((event.target as HTMLSelectElement).value) },
    ...options.map(([value, label]) => el("option", { value, selected: value === String(state[name as keyof State]) }, label)),
  );
  return el("label", { class: "field" }, el("span", {}, say(name)), pick);
}

function confidence({ say, state, step }: Page): HTMLElement {
  const figure = el("output", {}, `${state.confidence}%`);
  const range = el("input", {
    id: "confidence", type: "range", min: 0, max: 100, step: 5, value: state.confidence,
    input: () => { figure.textContent = `${range.value}%`; },
    change: () => step({ confidence: Number(range.value) }),
  });
  return el("label", { class: "field" }, el("span", {}, say("least"), " ", figure), range);
}

/** The largest communities under the names of their most important members; one alone is shown on a click. */
function communities(page: Page): HTMLElement {
  const { graph, say, state, step } = page;
  const members = new Map<number, number[]>();
  for (const node of graph.ranked) {
    const group = graph.nodes.community[node];
    if (group < groups) members.set(group, [...(members.get(group) ?? []), node]);
  }
  const rows = [...members].filter(([, nodes]) => nodes.length > 2).sort(([a], [b]) => a - b).map(([group, nodes]) => {
    const label = nodes.slice(0, TOP_MEMBERS).map((node) => graph.nodes.name[node]).join("、");
    const on = state.community === group;
    const press = (): void => step({ community: on ? -1 : group, colour: "community" });
    const row = el(
      "button", { id: `community-${group}`, type: "button", class: "row", "aria-pressed": String(on), click: press },
      el("span", { class: "dot" }), el("span", {}, label), el("small", {}, say("groupsize", nodes.length)),
    );
    return el("li", {}, coloured(row, groupColour(group)));
  });
  return el("section", {}, el("h2", {}, say("communities")), el("ul", { class: "choices" }, ...rows));
}
