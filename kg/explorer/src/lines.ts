/** Lines of the picture: one for each two entities, whatever they have to do with each other. */

import { Graph } from "./data";

export interface Line { from: number; to: number; links: number[] }

export const pairOf = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`;

/** A line for all relations between two entities, in the direction of the first. */
export function bundled(graph: Graph, drawn: number[]): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const link of drawn) {
    const [from, to] = [graph.links.head[link], graph.links.tail[link]];
    if (from === to) continue;
    const key = pairOf(from, to);
    const line = lines.get(key);
    if (line) line.links.push(link);
    else lines.set(key, { from, to, links: [link] });
  }
  return lines;
}

/** Whether all relations of a line lead the way that it is drawn. */
export const oneWay = (graph: Graph, { from, links }: Line): boolean => links.every(
  (link) => graph.links.head[link] === from && !graph.relations[graph.links.kind[link]].symmetric,
);
