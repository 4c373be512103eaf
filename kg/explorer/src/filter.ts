/** Which relations and entities pass the reader's filters; where nothing is filtered, all do. */

import { dateOf, Graph, proofs } from "./data";
import { State } from "./state";

/** What of the state decides. */
export const filterKeys: (keyof State)[] = ["hide", "confidence", "isolates", "community", "since", "until", "undated"];

export interface Passing {
  links: Uint8Array;
  nodes: Uint8Array;
  /** How many passing relations each entity has. */
  degree: Int32Array;
}

export function passing(graph: Graph, state: State): Passing {
  const classes = graph.classes.map(({ name }) => !state.hide.includes(name));
  const relations = graph.relations.map(({ name }) => !state.hide.includes(name));
  const { kind, head, tail } = graph.links;
  const timed = inTime(graph, state);
  const nodes = Uint8Array.from(graph.nodes.kind, (each) => Number(classes[each]));
  const links = Uint8Array.from(kind, (each, link) =>
    Number(relations[each] && nodes[head[link]] && nodes[tail[link]] && graph.confidence[link] >= state.confidence && timed(link)));
  const degree = new Int32Array(graph.size);
  links.forEach((passes, link) => {
    degree[head[link]] += passes;
    degree[tail[link]] += passes;
  });
  if (!state.isolates) degree.forEach((count, node) => { if (count === 0) nodes[node] = 0; });
  if (state.community >= 0) graph.nodes.community.forEach((each, node) => { if (each !== state.community) nodes[node] = 0; });
  return { links, nodes, degree };
}

function inTime(graph: Graph, { since, until, undated }: State): (link: number) => boolean {
  if (!since && !until && undated) return () => true;
  return (link) => proofs(graph, link).some((evidence) => {
    const date = dateOf(graph, evidence);
    return date === null ? undated : date >= since && (until === "" || date <= until);
  });
}
