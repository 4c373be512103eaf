/** The right side: what is known of the selected entity, of a line, or of paths, with every sentence that says so. */

import { button, Child, coloured, el } from "./dom";
import { listed, otherEnd } from "./data";
import { finder } from "./finder";
import { idOf, nodeOf, Page, select } from "./page";
import { passage, sources } from "./sources";
import { named } from "./words";

const FIRST = 25;

export function details(page: Page): Child[] {
  const { state, say, step } = page;
  const content = state.from ? pathPanel(page) : state.link.length === 2 ? linkPanel(page) : entityPanel(page);
  if (content.length === 0) return [];
  const close = button("×", () => step(state.from ? { from: "", to: "" } : { selected: "", link: [] }), {
    id: "close-details", class: "close", "aria-label": say("close"), title: say("close"),
  });
  return [close, ...content];
}

function entityPanel(page: Page): Child[] {
  const node = nodeOf(page, page.state.selected);
  if (node < 0) return [];
  return [heading(page, node), actions(page, node), facts(page, node), passages(page, node)];
}

function heading(page: Page, node: number): HTMLElement {
  const { graph, say, language } = page;
  const kinds = [...new Set([graph.nodes.kind[node], graph.nodes.subtype[node]])].map((kind) => named(graph.classes[kind], language));
  const aliases = graph.nodes.aliases[node].split("\n").filter(Boolean);
  const count = new Set([...listed(graph.linksOf, node)].map((link) => otherEnd(graph, link, node))).size;
  return el(
    "header", {}, el("h2", {}, graph.nodes.name[node]),
    el("p", { class: "quiet" }, coloured(el("span", { class: "kind" }, kinds.join(" · ")), graph.classes[graph.nodes.kind[node]].colour),
      " ", say("connections", count), " · ", say("mentions", graph.nodes.mentions[node])),
    aliases.length > 0 && el("p", {}, el("span", { class: "quiet" }, `${say("aliases")} `), aliases.join("、")),
  );
}

function actions(page: Page, node: number): HTMLElement {
  const { state, say, step } = page;
  const id = idOf(page, node);
  const inside = state.ego.includes(id);
  const ego = inside ? state.ego.filter((each) => each !== id) : [...state.ego, id];
  const word = inside ? "collapse" : state.ego.length > 0 ? "expand" : "ego";
  return el(
    "div", { class: "actions" },
    button(say(word), () => step({ ego, view: "graph" }), { id: "ego" }),
    button(say("path"), () => step({ from: id, to: "", selected: "", link: [] }), { id: "path" }),
  );
}

function facts(page: Page, node: number): HTMLElement {
  const { graph, scene, say } = page;
  const groups = new Map<string, number[]>();
  for (const link of listed(graph.linksOf, node)) {
    if (!scene.links[link]) continue;
    const label = relationLabel(page, link, node);
    groups.set(label, [...(groups.get(label) ?? []), link]);
  }
  const blocks = [...groups].map(([label, links]) => {
    links.sort((a, b) => graph.rank[otherEnd(graph, a, node)] - graph.rank[otherEnd(graph, b, node)]);
    return el(
      "section", {}, el("h4", {}, label, el("small", {}, String(links.length))),
      ...opening(page, links.map((link) => () => fact(page, link, node))),
    );
  });
  return el("section", {}, blocks.length > 0 && el("h3", {}, say("facts")), ...blocks);
}

function relationLabel({ graph, language }: Page, link: number, node: number): string {
  const relation = graph.relations[graph.links.kind[link]];
  const forwards = graph.links.head[link] === node;
  return language === "zh" ? (forwards ? relation.zh : relation.backZh) : forwards ? relation.en : relation.backEn;
}

/** The first items, and a button for the rest. */
function opening({ say }: Page, items: (() => HTMLElement)[]): Child[] {
  const rest = items.slice(FIRST);
  const more = rest.length > 0 && button(`${say("more")} (${rest.length})`, () => {
    (more as HTMLElement).replaceWith(...rest.map((item) => item()));
  }, { class: "plain" });
  return [...items.slice(0, FIRST).map((item) => item()), more];
}

function fact(page: Page, link: number, node: number): HTMLElement {
  const { graph } = page;
  const other = otherEnd(graph, link, node);
  return el(
    "article", {},
    el("p", { class: "fact" }, entityButton(page, other), graph.links.title[link] && el("span", { class: "title" }, graph.links.title[link])),
    ...sources(page, link),
  );
}

export function entityButton(page: Page, node: number): HTMLElement {
  const { graph } = page;
  const press = button(graph.nodes.name[node], () => select(page, node), { class: "entity" });
  return coloured(press, graph.classes[graph.nodes.kind[node]].colour);
}

function passages(page: Page, node: number): HTMLElement | false {
  const { graph, say } = page;
  const spans = [...listed(graph.mentionsOf, node)];
  return spans.length > 0 && el(
    "section", {}, el("h3", {}, say("passages"), el("small", {}, String(spans.length))),
    ...opening(page, spans.map((span) => () => passage(page, span))),
  );
}

function linkPanel(page: Page): Child[] {
  const { graph, scene, state } = page;
  const [head, tail] = state.link.map((id) => nodeOf(page, id));
  if (head < 0 || tail < 0) return [];
  const links = [...listed(graph.linksOf, head)].filter((link) => scene.links[link] && otherEnd(graph, link, head) === tail);
  return [
    el("header", {}, el("h2", {}, entityButton(page, head), " — ", entityButton(page, tail))),
    ...links.map((link) => stated(page, link)),
  ];
}

/** A relation written out, with its sentences. */
function stated(page: Page, link: number): HTMLElement {
  const { graph, language } = page;
  const { head, tail, kind, title } = graph.links;
  return el(
    "article", {},
    el("p", { class: "fact" }, entityButton(page, head[link]), el("span", { class: "verb" }, named(graph.relations[kind[link]], language)),
      entityButton(page, tail[link]), title[link] && el("span", { class: "title" }, title[link])),
    ...sources(page, link),
  );
}

function pathPanel(page: Page): Child[] {
  const { graph, paths, say, scene, state, step } = page;
  const [from, to] = [state.from, state.to].map((id) => nodeOf(page, id));
  const end = (key: "from" | "to", node: number): HTMLElement => el(
    "div", { class: "field" }, el("span", {}, say(key)),
    finder(`path-${key}`, () => page, say("search"), (chosen) => step({ [key]: idOf(page, chosen) }), node >= 0 ? graph.nodes.name[node] : " "),
  );
  const answer = to < 0 ? "" : paths.length > 0 ? say("paths", paths.length, paths[0].links.length) : say(scene.links.includes(0) ? "nopathleft" : "nopath");
  return [
    el("header", {}, el("h2", {}, say("path"))),
    end("from", from), end("to", to),
    el("label", { class: "field" }, el("input", {
      id: "directed", type: "checkbox", checked: state.directed, change: () => step({ directed: !state.directed }),
    }), el("span", {}, say("directed"))),
    el("p", { role: "status" }, answer),
    ...paths.map(({ nodes, links }, at) => el(
      "details", { open: at === 0, class: "path" },
      el("summary", {}, nodes.map((node) => graph.nodes.name[node]).join(" → ")),
      ...links.flat().map((link) => stated(page, link)),
    )),
  ];
}
