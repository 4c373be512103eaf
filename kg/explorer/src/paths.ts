/** The shortest paths between two entities over the relations that pass the filters. */

import { Graph, listed, otherEnd } from "./data";

export type Path = { nodes: number[]; links: number[][] };

const MOST = 5;

/** Up to five shortest paths; each step has all relations between its two entities. */
export function shortest(graph: Graph, links: Uint8Array, from: number, to: number, directed: boolean): Path[] {
  const before = search(graph, links, from, to, directed);
  return trails(before, from, to).map((nodes) => ({
    nodes,
    links: nodes.slice(1).map((node, at) => between(graph, links, nodes[at], node, directed)),
  }));
}

/** For each entity on a shortest way, those that come before it; breadth first, from the start until the goal. */
function search(graph: Graph, links: Uint8Array, from: number, to: number, directed: boolean): Map<number, number[]> {
  const before = new Map<number, number[]>([[from, []]]);
  let edge = [from];
  while (edge.length > 0 && !before.has(to)) {
    const reached = new Map<number, number[]>();
    for (const node of edge) {
      for (const link of listed(graph.linksOf, node)) {
        const next = otherEnd(graph, link, node);
        if (!links[link] || before.has(next) || (directed && !leads(graph, link, node))) continue;
        const others = reached.get(next) ?? [];
        if (!others.includes(node)) reached.set(next, [...others, node]);
      }
    }
    edge = [...reached.keys()];
    reached.forEach((others, node) => before.set(node, others));
  }
  return before;
}

function trails(before: Map<number, number[]>, from: number, to: number): number[][] {
  let open = before.has(to) ? [[to]] : [];
  while (open.length > 0 && open[0][0] !== from) {
    open = open.flatMap((trail) => before.get(trail[0])!.map((node) => [node, ...trail])).slice(0, MOST);
  }
  return open;
}

const between = (graph: Graph, links: Uint8Array, a: number, b: number, directed: boolean): number[] =>
  [...listed(graph.linksOf, a)].filter(
    (link) => links[link] && otherEnd(graph, link, a) === b && (!directed || leads(graph, link, a)),
  );

const leads = (graph: Graph, link: number, from: number): boolean =>
  graph.links.head[link] === from || graph.relations[graph.links.kind[link]].symmetric;
