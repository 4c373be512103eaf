/** What stands out in the picture: the selected entity and its neighbours, a line, or paths. */

import { Light } from "./canvas";
import { listed, otherEnd } from "./data";
import { pairOf } from "./lines";
import { nodeOf, Page } from "./page";
import { named } from "./words";

export function lightOf(page: Page): Light | null {
  const { state, paths } = page;
  if (paths.length > 0) {
    return light(page, paths.flatMap(({ links }) => links.flat()), [state.from, state.to]);
  }
  if (state.link.length === 2) return light(page, linksBetween(page), state.link);
  const node = nodeOf(page, state.selected);
  return node < 0 ? null : light(page, [...listed(page.graph.linksOf, node)].filter((link) => page.scene.links[link]), [state.selected]);
}

function linksBetween(page: Page): number[] {
  const [head, tail] = page.state.link.map((id) => nodeOf(page, id));
  if (head < 0 || tail < 0) return [];
  return [...listed(page.graph.linksOf, head)].filter((link) => page.scene.links[link] && otherEnd(page.graph, link, head) === tail);
}

function light(page: Page, links: number[], centres: string[]): Light {
  const { graph, language } = page;
  const centre = new Set(centres.map((id) => nodeOf(page, id)).filter((node) => node >= 0));
  const nodes = new Set(centre);
  const captions = new Map<string, string>();
  for (const link of links) {
    const [head, tail] = [graph.links.head[link], graph.links.tail[link]];
    nodes.add(head).add(tail);
    const before = captions.get(pairOf(head, tail));
    const caption = graph.links.title[link] || named(graph.relations[graph.links.kind[link]], language);
    captions.set(pairOf(head, tail), before && before !== caption ? `${before}、${caption}` : caption);
  }
  return { nodes, pairs: new Set(captions.keys()), centre, captions };
}
