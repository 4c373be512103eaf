/** Pieces of texts with the mentions in them marked. Offsets count code points, as everywhere in the graph. */

import { coloured, el } from "./dom";
import { Graph } from "./data";

const split = new WeakMap<object, string[] | string>();

/** `text[start:end]` of a document. */
export function slice(graph: Graph, document: number, start: number, end: number): string {
  const owner = graph.documents[document];
  let points = split.get(owner);
  if (points === undefined) {
    // Only where characters take two units of a string does it have to be taken apart.
    points = /[\ud800-\udbff]/.test(owner.text) ? Array.from(owner.text) : owner.text;
    split.set(owner, points);
  }
  const piece = points.slice(start, end);
  return typeof piece === "string" ? piece : piece.join("");
}

export interface Marking {
  strong: ReadonlySet<number>;
  /** Whether line breaks of the page are joined. */
  joined: boolean;
  pick: (node: number) => void;
}

/** The text from `start` to `end`, its mentions in the colour of their class; the strong ones stand out. */
export function marked(graph: Graph, document: number, start: number, end: number, marking: Marking): Node[] {
  const pieces: Node[] = [];
  const write = (from: number, to: number): string => {
    const text = slice(graph, document, from, to);
    return marking.joined ? oneLine(text) : text;
  };
  let at = start;
  for (let span = firstSpan(graph, document, start); span < graph.spansOf.first[document + 1]; span += 1) {
    const from = Math.max(graph.spansOf.start[span], start);
    const to = Math.min(graph.spansOf.end[span], end);
    if (from >= end) break;
    if (from < at || to <= from) continue;
    pieces.push(el("span", {}, write(at, from)), mark(graph, graph.spans.node[span], write(from, to), marking));
    at = to;
  }
  return [...pieces, el("span", {}, write(at, end))];
}

function mark(graph: Graph, node: number, text: string, { strong, pick }: Marking): HTMLElement {
  const kind = graph.classes[graph.nodes.kind[node]];
  const press = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== "Enter") return;
    pick(node);
  };
  const attributes = {
    class: strong.has(node) ? "strong" : null,
    title: graph.nodes.name[node],
    "data-node": graph.nodes.id[node],
    tabindex: 0,
    role: "link",
    click: press,
    keydown: press,
  };
  return coloured(el("mark", attributes, text), kind.colour);
}

/** The first mention of a document that ends behind `start`. */
function firstSpan(graph: Graph, document: number, start: number): number {
  const { first, end } = graph.spansOf;
  let low = first[document];
  let high = first[document + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle] <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Without line breaks, and without blanks but between Latin words. */
export const oneLine = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/(?<![\x21-\x7e]) | (?![\x21-\x7e])/g, "");
