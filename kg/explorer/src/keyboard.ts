/** Keys: / searches, Escape closes; in the picture arrows pan, + and - zoom, 0 shows all. */

import { Canvas } from "./canvas";
import { Page } from "./page";

const STEP = 0.12;
const ZOOM = 1.4;

export function keyboard(stage: HTMLElement, canvas: () => Canvas | null, page: () => Page, showAll: () => void): void {
  stage.tabIndex = 0;
  stage.setAttribute("role", "application");
  const moves: Record<string, [number, number, number]> = {
    ArrowLeft: [-STEP, 0, 1], ArrowRight: [STEP, 0, 1], ArrowUp: [0, STEP, 1], ArrowDown: [0, -STEP, 1],
    "+": [0, 0, 1 / ZOOM], "=": [0, 0, 1 / ZOOM], "-": [0, 0, ZOOM],
  };
  stage.addEventListener("keydown", (event) => {
    if (event.key === "0") showAll();
    else if (event.key in moves) canvas()?.move(...moves[event.key]);
    else return;
    event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      document.getElementById("search")?.focus();
    }
    const { state, step } = page();
    if (event.key === "Escape" && (state.from || state.selected || state.link.length > 0)) {
      step({ from: "", to: "", selected: "", link: [] });
    }
  });
}
