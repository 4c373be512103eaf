/** Colours of entities and of the page, as far as they are drawn on canvas. */

import { Graph } from "./data";
import { State } from "./state";

// Okabe and Ito's colours, apart for every common colour blindness; groups beyond them share the last.
const GROUPS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a90d", "#7b61c4", "#8c6d46", "#4c9a9a"];
const OTHERS = "#8b97a3";

export interface Inks { paper: string; ink: string; line: string; faintLine: string; strongLine: string; faded: string }

export const groupColour = (community: number): string => GROUPS[community] ?? OTHERS;
export const groups = GROUPS.length;

export const nodeColour = (graph: Graph, { colour }: State, node: number): string =>
  colour === "community" ? groupColour(graph.nodes.community[node]) : graph.classes[graph.nodes.kind[node]].colour;

/** The page's own colours in the present theme, from its style sheet. */
export function inks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: read("paper"),
    ink: read("ink"),
    line: read("line"),
    faintLine: read("faint-line"),
    strongLine: read("strong-line"),
    faded: read("faded"),
  };
}
