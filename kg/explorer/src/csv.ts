/** What the picture shows, for spreadsheets. */

import { dateOf, proofs } from "./data";
import { oneLine, slice } from "./marked";
import { Page } from "./page";
import { named } from "./words";

type Row = (string | number)[];

export function entitiesCsv({ graph, scene, language }: Page): string {
  const { id, name, kind, subtype, mentions, aliases } = graph.nodes;
  return sheet([
    ["id", "name", "type", "subtype", "relations", "mentions", "aliases"],
    ...scene.shown.map((node): Row => [
      id[node], name[node], named(graph.classes[kind[node]], language), named(graph.classes[subtype[node]], language),
      scene.degree[node], mentions[node], aliases[node].replaceAll("\n", "; "),
    ]),
  ]);
}

/** One row for each sentence that bears out a relation. */
export function relationsCsv({ graph, scene, language }: Page): string {
  const { nodes, links, evidence } = graph;
  return sheet([
    ["head", "head id", "relation", "title", "tail", "tail id", "confidence", "rule", "document", "date", "start", "end", "sentence"],
    ...scene.drawn.flatMap((link) => proofs(graph, link).map((at): Row => [
      nodes.name[links.head[link]], nodes.id[links.head[link]], named(graph.relations[links.kind[link]], language), links.title[link],
      nodes.name[links.tail[link]], nodes.id[links.tail[link]], evidence.confidence[at], evidence.rules[evidence.rule[at]],
      graph.documents[evidence.document[at]].name, dateOf(graph, at) ?? "", evidence.start[at], evidence.end[at],
      oneLine(evidence.quote[at] ?? slice(graph, evidence.document[at], evidence.start[at], evidence.end[at])),
    ])),
  ]);
}

/** With the mark by which Excel knows UTF-8. */
const sheet = (rows: Row[]): string => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

/** Quoted; what a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
