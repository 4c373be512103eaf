/** The head of the page: search, views, and what can be done with the view as a whole. */

import { Canvas } from "./canvas";
import { entitiesCsv, relationsCsv } from "./csv";
import { button, Child, el } from "./dom";
import { download } from "./download";
import { toPng, toSvg } from "./drawing";
import { finder } from "./finder";
import { toGexf } from "./gexf";
import { Page, select } from "./page";

export function toolbar(page: () => Page, canvas: Canvas | null): Child[] {
  const { graph, say, state, step } = page();
  const views = (["graph", "table", "reading"] as const).map((view) => button(say(view), () => step({ view }), {
    id: `view-${view}`, "aria-pressed": String(state.view === view), disabled: view === "graph" && canvas === null,
  }));
  return [
    el("div", { class: "title" }, el("h1", {}, say("title")),
      el("p", { class: "quiet" }, say("counts", graph.documents.length, graph.size, graph.links.kind.length))),
    finder("search", page, say("search"), (node) => select(page(), node)),
    el("div", { class: "group", role: "group", "aria-label": say("views") }, ...views),
    el("div", { class: "group" },
      button("←", () => history.back(), { id: "back", title: say("back"), "aria-label": say("back") }),
      button("→", () => history.forward(), { id: "forward", title: say("forward"), "aria-label": say("forward") })),
    el("div", { class: "group" },
      button(say("share"), () => void share(page()), { id: "share" }),
      exports(page, canvas)),
    el("div", { class: "group" },
      button("◐", () => step({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }), {
        id: "theme", title: say("theme"), "aria-label": say("theme"),
      }),
      button(say("language"), () => step({ lang: page().language === "zh" ? "en" : "zh" }), { id: "language" })),
  ];
}

async function share({ say }: Page): Promise<void> {
  const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  const status = document.getElementById("notice")!;
  status.textContent = copied ? say("copied") : location.href;
  setTimeout(() => { status.textContent = ""; }, copied ? 2000 : 20000);
}

function exports(page: () => Page, canvas: Canvas | null): HTMLElement {
  const text = (name: string, type: string, content: () => string): void => download(name, new Blob([content()], { type }));
  const menu = el(
    "details", { class: "menu" }, el("summary", { id: "export" }, page().say("save")),
    el("div", {},
      canvas && button("PNG", () => void toPng(canvas.picture()).then((png) => download("graph.png", png)), { id: "save-png" }),
      canvas && button("SVG", () => text("graph.svg", "image/svg+xml", () => toSvg(canvas.picture())), { id: "save-svg" }),
      button(`CSV · ${page().say("entities")}`, () => text("entities.csv", "text/csv", () => entitiesCsv(page())), { id: "save-entities" }),
      button(`CSV · ${page().say("relations")}`, () => text("relations.csv", "text/csv", () => relationsCsv(page())), { id: "save-relations" }),
      button("GEXF", () => text("graph.gexf", "application/xml", () => toGexf(page())), { id: "save-gexf" })),
  );
  menu.addEventListener("click", (event) => { if (event.target instanceof HTMLButtonElement) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
  return menu;
}
