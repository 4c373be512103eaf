/** How large entities are drawn: a figure for each, over the whole graph. */

import { Graph, listed, otherEnd } from "./data";

type Measure = (graph: Graph) => Float64Array;

const DAMPING = 0.85;
const ROUNDS = 40;
// Betweenness from so many entities is near enough to that from all, and ready at once.
const PIVOTS = 100;

export const MEASURES: Record<string, Measure> = {
  degree: (graph) => Float64Array.from(graph.place.values(), (node) => neighbourCount(graph, node)),
  evidence: (graph) => Float64Array.from(graph.place.values(), (node) => total(listed(graph.linksOf, node), graph.links.evidence)),
  pagerank,
  betweenness,
};

const neighbourCount = (graph: Graph, node: number): number =>
  new Set([...listed(graph.linksOf, node)].map((link) => otherEnd(graph, link, node))).size;

const total = (links: Int32Array, figures: number[]): number => links.reduce((sum, link) => sum + figures[link], 0);

function pagerank(graph: Graph): Float64Array {
  let rank = new Float64Array(graph.size).fill(1 / graph.size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(graph.size).fill((1 - DAMPING) / graph.size);
    for (let node = 0; node < graph.size; node += 1) {
      const links = listed(graph.linksOf, node);
      for (const link of links) next[otherEnd(graph, link, node)] += (DAMPING * rank[node]) / links.length;
    }
    rank = next;
  }
  return rank;
}

/** Brandes (2001), over paths from the most important entities. */
function betweenness(graph: Graph): Float64Array {
  const between = new Float64Array(graph.size);
  for (const pivot of graph.ranked.subarray(0, PIVOTS)) collect(graph, pivot, between);
  return between;
}

function collect(graph: Graph, pivot: number, between: Float64Array): void {
  const depth = new Int32Array(graph.size).fill(-1);
  const ways = new Float64Array(graph.size);
  const order = [pivot];
  depth[pivot] = 0;
  ways[pivot] = 1;
  for (let at = 0; at < order.length; at += 1) {
    for (const link of listed(graph.linksOf, order[at])) {
      const next = otherEnd(graph, link, order[at]);
      if (depth[next] < 0) {
        depth[next] = depth[order[at]] + 1;
        order.push(next);
      }
      if (depth[next] === depth[order[at]] + 1) ways[next] += ways[order[at]];
    }
  }
  const share = new Float64Array(graph.size);
  for (const node of order.reverse()) {
    for (const link of listed(graph.linksOf, node)) {
      const next = otherEnd(graph, link, node);
      if (depth[next] === depth[node] + 1) share[node] += (ways[node] / ways[next]) * (1 + share[next]);
    }
    if (node !== pivot) between[node] += share[node];
  }
}
