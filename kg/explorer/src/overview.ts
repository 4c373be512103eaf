/** What stands over the picture: how much of the graph it shows, and the way back from a neighbourhood. */

import { button, Child, el } from "./dom";
import { nodeOf, Page } from "./page";

const MORE = 50;

export function overview(page: Page, showAll: () => void): Child[] {
  const { graph, scene, say, state } = page;
  const counts = say("shown", scene.shown.length, graph.size, scene.drawn.length);
  const limited = state.ego.length === 0 && scene.possible > scene.shown.length;
  return [
    state.ego.length > 0 && neighbourhood(page),
    el("p", { class: "counts" }, el("strong", {}, counts), limited && ` · ${say("topfirst", state.limit)}`),
    el("p", { class: "quiet hint" }, say("hint")),
    button(say("fit"), showAll, { id: "fit" }),
  ];
}

function neighbourhood(page: Page): HTMLElement {
  const { graph, scene, say, state, step } = page;
  const names = state.ego.map((id) => nodeOf(page, id)).filter((node) => node >= 0).map((node) => graph.nodes.name[node]);
  const hops = [1, 2, 3].map((count) => button(say("hops", count), () => step({ hops: count }), {
    id: `hops-${count}`, "aria-pressed": String(state.hops === count),
  }));
  const capped = scene.possible > scene.shown.length;
  return el(
    "div", { class: "ego" }, el("strong", {}, say("neighbourhood", names.join("、"))), el("span", { class: "group" }, ...hops),
    capped && el("span", {}, say("capped", scene.shown.length, scene.possible)),
    capped && button(say("more"), () => step({ cap: state.cap + MORE }), { id: "more" }),
    button(say("whole"), () => step({ ego: [], hops: 1, cap: MORE }), { id: "whole" }),
  );
}
