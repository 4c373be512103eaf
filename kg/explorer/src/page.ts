/** What every part of the page needs. */

import { Graph } from "./data";
import { Path } from "./paths";
import { Scene } from "./scene";
import { Hits } from "./search";
import { State } from "./state";
import { Change } from "./store";
import { Language, Say } from "./words";

export interface Page {
  graph: Graph;
  state: State;
  scene: Scene;
  paths: Path[];
  language: Language;
  say: Say;
  search: (text: string) => Hits;
  step: (change: Change) => void;
}

export const idOf = ({ graph }: Page, node: number): string => graph.nodes.id[node];

/** The place of an entity by id, or -1: addresses may name what this graph does not have. */
export const nodeOf = ({ graph }: Page, id: string): number => graph.place.get(id) ?? -1;

export const select = (page: Page, node: number): void => page.step({ selected: idOf(page, node), link: [] });
