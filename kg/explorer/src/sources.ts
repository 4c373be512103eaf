/** Sentences with their mentions marked, each with where it stands and a way to read on. */

import { button, Child, el, outward } from "./dom";
import { article, dateOf, Document, proofs } from "./data";
import { marked, oneLine } from "./marked";
import { Page, select } from "./page";
import { ruleNamed } from "./words";

const AROUND = 24;

/** What bears out a relation: the surest sentence at once, the others on demand. */
export function sources(page: Page, link: number): Child[] {
  const { confidence } = page.graph.evidence;
  const [best, ...others] = proofs(page.graph, link).sort((a, b) => confidence[b] - confidence[a]);
  if (best === undefined) return [el("p", { class: "quiet" }, page.say("nosource"))];
  const rest = el("details", {}, el("summary", {}, page.say("others", others.length)));
  rest.addEventListener("toggle", () => rest.append(...others.map((each) => sentence(page, link, each))), { once: true });
  return [sentence(page, link, best), others.length > 0 && rest];
}

function sentence(page: Page, link: number, at: number): HTMLElement {
  const { graph, language, say } = page;
  const { document, start, end, rule, rules, confidence, quote, context } = graph.evidence;
  const strong = new Set([graph.links.head[link], graph.links.tail[link]]);
  const piece = (from: number, to: number): Node[] =>
    marked(graph, document[at], from, to, { strong, joined: true, pick: (node) => select(page, node) });
  const words = quote[at] === undefined ? piece(start[at], end[at]) : [el("span", {}, oneLine(quote[at]))];
  const before = (context[at] ?? []).map(([from, to]) => el("q", {}, ...piece(from, to)));
  return el(
    "blockquote", {}, el("p", {}, ...words),
    before.length > 0 && el("p", { class: "quiet" }, say("context"), ...before),
    origin(page, document[at], start[at], end[at], dateOf(graph, at)),
    el("footer", { class: "quiet" }, say("sure", confidence[at]), " · ", say("rule", ruleNamed(rules[rule[at]], language))),
  );
}

/** A mention with some of the text around it. */
export function passage(page: Page, span: number): HTMLElement {
  const { graph } = page;
  const document = graph.spansOf.document[span];
  const [start, end] = [graph.spansOf.start[span], graph.spansOf.end[span]];
  const strong = new Set([graph.spans.node[span]]);
  const text = marked(graph, document, Math.max(0, start - AROUND), end + AROUND, { strong, joined: true, pick: (node) => select(page, node) });
  const date = graph.documents[document].date ?? article(graph.documents[document], start)?.[2] ?? null;
  return el("blockquote", {}, el("p", {}, "…", ...text, "…"), origin(page, document, start, end, date));
}

function origin(page: Page, document: number, start: number, end: number, date: string | null): HTMLElement {
  const owner = page.graph.documents[document];
  const headline = article(owner, start)?.[1] ?? "";
  const label = [...new Set([headline, calledOf(owner), owner.publisher, date])].filter(Boolean).join(" · ");
  const open = button(page.say("read"), () => page.step({ view: "reading", document, passage: [start, end] }), { class: "plain read" });
  return el("footer", { class: "quiet" }, owner.url ? outward(owner.url, label) : label, " ", owner.text !== "" && open);
}

export const calledOf = ({ title, name }: Document): string => title || name;
