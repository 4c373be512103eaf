/** Search as you type: names, aliases, and the pinyin initials of names. */

import { Graph } from "./data";

export interface Hit { node: number; alias: string }
export interface Hits { best: Hit[]; total: number }

type Searcher = (text: string) => Hits;

const MOST = 12;

export function searcher(graph: Graph): Searcher {
  const names = graph.nodes.name.map(folded);
  const aliases = graph.nodes.aliases.map(folded);
  const { initials } = graph.nodes;
  return (text) => {
    const wanted = folded(text.trim());
    if (wanted === "") return { best: [], total: 0 };
    const typed = /^[a-z0-9]+$/.test(wanted);
    const hits: [grade: number, node: number][] = [];
    for (const node of graph.ranked) {
      const grade = graded(wanted, names[node], aliases[node], typed ? initials[node] : "");
      if (grade < 6) hits.push([grade, node]);
    }
    // Nodes came by importance, and sorting keeps that order among equals.
    hits.sort(([a], [b]) => a - b);
    const best = hits.slice(0, MOST).map(([grade, node]) => ({ node, alias: grade === 3 ? hitAlias(graph, node, wanted) : "" }));
    return { best, total: hits.length };
  };
}

/** How well a name fits: exactly, at its start, inside, by another name, by initials from the first, by others. */
function graded(wanted: string, name: string, aliases: string, initials: string): number {
  const at = name.indexOf(wanted);
  if (at === 0) return name.length === wanted.length ? 0 : 1;
  if (at > 0) return 2;
  if (aliases.includes(wanted)) return 3;
  const typed = initials.indexOf(wanted);
  return typed < 0 ? 6 : typed === 0 ? 4 : 5;
}

const hitAlias = (graph: Graph, node: number, wanted: string): string =>
  graph.nodes.aliases[node].split("\n").find((alias) => folded(alias).includes(wanted)) ?? "";

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();
