/** What the picture shows, for Gephi: GEXF 1.3, one edge for each two entities and kind of relation. */

import { xml } from "./download";
import { Page } from "./page";
import { nodeColour } from "./colours";

export function toGexf({ graph, scene, state, language }: Page): string {
  const { nodes, links, relations, classes } = graph;
  const edges = new Map<string, number[]>();
  for (const link of scene.drawn) {
    const key = `${nodes.id[links.head[link]]}:${relations[links.kind[link]].name}:${nodes.id[links.tail[link]]}`;
    edges.set(key, [...(edges.get(key) ?? []), link]);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<graph defaultedgetype="directed" mode="static">',
    '<attributes class="node"><attribute id="type" title="type" type="string"/><attribute id="mentions" title="mentions" type="integer"/></attributes>',
    '<attributes class="edge"><attribute id="title" title="title" type="string"/><attribute id="confidence" title="confidence" type="integer"/></attributes>',
    "<nodes>",
    ...scene.shown.map((node) => {
      const [x, y] = scene.places?.get(node) ?? [nodes.x[node], nodes.y[node]];
      return `<node id="${xml(nodes.id[node])}" label="${xml(nodes.name[node])}">${values({ type: classes[nodes.kind[node]].name, mentions: nodes.mentions[node] })}`
        + `<viz:color ${rgb(nodeColour(graph, state, node))}/><viz:position x="${x}" y="${-y}" z="0"/></node>`;
    }),
    "</nodes>", "<edges>",
    ...[...edges].map(([key, [first, ...rest]]) => {
      const relation = relations[links.kind[first]];
      const title = [first, ...rest].map((link) => links.title[link]).filter(Boolean).join("、");
      const weight = [first, ...rest].reduce((sum, link) => sum + links.evidence[link], 0);
      const ends = `source="${xml(nodes.id[links.head[first]])}" target="${xml(nodes.id[links.tail[first]])}"`;
      return `<edge id="${xml(key)}" ${ends} label="${xml(relation[language])}" kind="${xml(relation.name)}" weight="${weight}">`
        + `${values({ title, confidence: graph.confidence[first] })}</edge>`;
    }),
    "</edges>", "</graph>", "</gexf>", "",
  ].join("\n");
}

const values = (cells: Record<string, string | number>): string =>
  `<attvalues>${Object.entries(cells).map(([name, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`).join("")}</attvalues>`;

const rgb = (colour: string): string =>
  ["r", "g", "b"].map((channel, at) => `${channel}="${parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16)}"`).join(" ");
