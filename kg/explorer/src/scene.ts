/** What the picture shows: the passing entities, the most important first, or the neighbourhood that was asked for. */

import { Graph, listed, otherEnd } from "./data";
import { Passing, passing } from "./filter";
import { radial } from "./radial";
import { State } from "./state";

export interface Scene extends Passing {
  /** Entities of the picture, the most important first, and their relations. */
  shown: number[];
  drawn: number[];
  /** How many entities could be shown. */
  possible: number;
  /** Where entities of a neighbourhood stand; elsewhere they stand where the map has them. */
  places: Map<number, [number, number]> | null;
}

// A selected entity comes with this many of its neighbours even where the picture is limited.
const COMPANY = 50;

export function sceneOf(graph: Graph, state: State, path: number[]): Scene {
  const passed = passing(graph, state);
  const centres = state.ego.map((id) => graph.place.get(id)).filter((node) => node !== undefined);
  const { chosen, possible } = centres.length > 0 ? around(graph, passed, centres, state) : first(graph, passed, state);
  const selected = graph.place.get(state.selected);
  if (selected !== undefined && centres.length === 0) {
    for (const node of [selected, ...neighbours(graph, passed, selected).slice(0, COMPANY)]) chosen.add(node);
  }
  for (const node of [...path, ...state.link.map((id) => graph.place.get(id) ?? -1)]) if (node >= 0) chosen.add(node);
  const shown = [...chosen].sort((a, b) => graph.rank[a] - graph.rank[b]);
  const drawn = [...passed.links.keys()].filter(
    (link) => passed.links[link] && chosen.has(graph.links.head[link]) && chosen.has(graph.links.tail[link]),
  );
  const places = centres.length > 0 ? radial(centres[0], chosen, (node) => neighbours(graph, passed, node), graph.nodes.kind) : null;
  return { ...passed, shown, drawn, possible, places };
}

function first(graph: Graph, { nodes }: Passing, { limit }: State): { chosen: Set<number>; possible: number } {
  const ranked = [...graph.ranked].filter((node) => nodes[node]);
  return { chosen: new Set(limit > 0 ? ranked.slice(0, limit) : ranked), possible: ranked.length };
}

/** Entities within so many steps of the centres; of each entity's neighbours only the first so many, by importance. */
function around(graph: Graph, passed: Passing, centres: number[], { hops, cap }: State): { chosen: Set<number>; possible: number } {
  const chosen = new Set(centres);
  const possible = new Set(centres);
  let edge = centres;
  for (let step = 0; step < hops; step += 1) {
    edge = edge.flatMap((node) => {
      const near = neighbours(graph, passed, node);
      near.forEach((each) => possible.add(each));
      return near.filter((each) => !chosen.has(each)).slice(0, cap).filter((each) => chosen.size < chosen.add(each).size);
    });
  }
  return { chosen, possible: possible.size };
}

/** The entities at the other ends of passing relations, the most important first. */
export function neighbours(graph: Graph, { links }: Passing, node: number): number[] {
  const found = new Set<number>();
  for (const link of listed(graph.linksOf, node)) if (links[link]) found.add(otherEnd(graph, link, node));
  found.delete(node);
  return [...found].sort((a, b) => graph.rank[a] - graph.rank[b]);
}
