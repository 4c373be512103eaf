/** The texts themselves, every mention in the colour of its class and a way back to the graph. */

import { Child, el } from "./dom";
import { Document } from "./data";
import { marked } from "./marked";
import { nodeOf, Page, select } from "./page";
import { calledOf } from "./sources";

const LISTED = 300;

export function reading(page: Page): Child[] {
  return [documentList(page), text(page)];
}

function documentList(page: Page): HTMLElement {
  const { graph, say, state, step } = page;
  const list = el("ul", {});
  const fill = (wanted: string): void => {
    const found = [...graph.documents.entries()].filter(([, each]) => labelled(each).toLowerCase().includes(wanted.toLowerCase()));
    list.replaceChildren(...found.slice(0, LISTED).map(([at, each]) => el("li", {}, el(
      "button", {
        id: `document-${at}`, type: "button", class: "row", title: labelled(each),
        "aria-current": at === state.document ? "true" : null, click: () => step({ document: at, passage: [] }),
      },
      el("span", {}, calledOf(each)), el("small", {}, firstHeadline(each)),
    ))));
  };
  const filter = el("input", {
    id: "filter-documents", type: "search", placeholder: say("filter"), "aria-label": say("filter"), input: () => fill(filter.value),
  });
  fill("");
  return el("nav", { "aria-label": say("documents") }, filter, list);
}

const labelled = ({ name, title, date, articles }: Document): string =>
  [...new Set([title, name, date, ...articles.map(([, headline]) => headline)])].filter(Boolean).join("\n");

/** The first headline that says more than what the document is called. */
const firstHeadline = (owner: Document): string | undefined =>
  owner.articles.map(([, headline]) => headline).find((headline) => headline && headline !== calledOf(owner));

function text(page: Page): HTMLElement {
  const { graph, state } = page;
  const owner = graph.documents[state.document];
  if (!owner) return el("div", {});
  const [start, end] = state.passage.length === 2 ? state.passage : [0, 0];
  const strong = new Set([nodeOf(page, state.selected)]);
  const piece = (from: number, to: number): Node[] =>
    marked(graph, state.document, from, to, { strong, joined: false, pick: (node) => select(page, node) });
  const about = [owner.title && owner.name, owner.publisher, owner.date].filter(Boolean).join(" · ");
  return el(
    "article", { tabindex: 0, lang: "zh-Hans" },
    el("header", {}, el("h2", {}, calledOf(owner)), el("p", { class: "quiet" }, about)),
    el("div", { class: "text" }, ...piece(0, start), el("span", { class: "cited" }, ...piece(start, end)), ...piece(end, Infinity)),
  );
}

/** Brings the cited passage, or the first mention of the selected entity, into view. */
export function bringIntoView(container: Element): void {
  const cited = container.querySelector(".cited");
  const goal = cited?.textContent ? cited : container.querySelector("mark.strong");
  goal?.scrollIntoView({ block: "center" });
}
