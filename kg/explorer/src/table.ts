/** What the picture shows, as tables: for reading, sorting, and for those who do not see the picture. */

import { button, Child, el } from "./dom";
import { entityButton } from "./details";
import { Page } from "./page";
import { named, Word } from "./words";

const ROWS = 200;
type Cell = string | number | { node: number };
interface Sheet { columns: Word[]; rows: Cell[][] }

export function table(page: Page): Child[] {
  const { say, state, step } = page;
  const tabs = (["entities", "relations"] as const).map((each) => button(say(each), () => step({ table: each, sort: "" }), {
    id: `table-${each}`, "aria-pressed": String(state.table === each),
  }));
  const { columns, rows } = state.table === "entities" ? entities(page) : relations(page);
  const body = el("tbody", {});
  const more = button(say("more"), () => add(), { class: "plain" });
  const sorted = order(page, columns, rows);
  const add = (): void => {
    const from = body.children.length;
    body.append(...sorted.slice(from, from + ROWS).map((row) => el("tr", {}, ...row.map((cell) => el("td", {}, shown(page, cell))))));
    more.hidden = body.children.length >= sorted.length;
  };
  add();
  const head = el("tr", {}, ...columns.map((column) => heading(page, column)));
  return [el("div", { class: "actions" }, ...tabs), el("table", {}, el("thead", {}, head), body), more];
}

function entities({ graph, scene, language }: Page): Sheet {
  return {
    columns: ["name", "type", "degree", "passages", "aliases"],
    rows: scene.shown.map((node) => [
      { node }, named(graph.classes[graph.nodes.subtype[node]], language), scene.degree[node], graph.nodes.mentions[node],
      graph.nodes.aliases[node].replaceAll("\n", "、"),
    ]),
  };
}

function relations({ graph, scene, language }: Page): Sheet {
  const { head, tail, kind, title, evidence } = graph.links;
  return {
    columns: ["head", "relation", "tail", "sources", "confidence"],
    rows: scene.drawn.map((link) => [
      { node: head[link] }, [named(graph.relations[kind[link]], language), title[link]].filter(Boolean).join(":"),
      { node: tail[link] }, evidence[link], graph.confidence[link],
    ]),
  };
}

function heading({ say, state, step }: Page, column: Word): HTMLElement {
  const [by, down] = state.sort.split("-");
  const here = by === column;
  const next = here && !down ? `${column}-down` : column;
  return el(
    "th", { scope: "col", "aria-sort": here ? (down ? "descending" : "ascending") : null },
    button(say(column) + (here ? (down ? " ↓" : " ↑") : ""), () => step({ sort: next }), { id: `sort-${column}`, class: "plain" }),
  );
}

function order(page: Page, columns: Word[], rows: Cell[][]): Cell[][] {
  const [by, down] = page.state.sort.split("-");
  const at = columns.indexOf(by as Word);
  if (at < 0) return rows;
  const { compare } = new Intl.Collator("zh", { numeric: true });
  const sorted = rows.map((row) => [String(written(page, row[at])), row] as const).sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
  return down ? sorted.reverse() : sorted;
}

const written = ({ graph }: Page, cell: Cell): string | number => (typeof cell === "object" ? graph.nodes.name[cell.node] : cell);

const shown = (page: Page, cell: Cell): Child => (typeof cell === "object" ? entityButton(page, cell.node) : String(cell));
