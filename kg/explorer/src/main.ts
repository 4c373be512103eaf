/** The page: its data unpacked, its parts put together, and each drawn again when what it shows has changed. */

import { Canvas } from "./canvas";
import { Graph, unpack } from "./data";
import { details } from "./details";
import { el, refill } from "./dom";
import { keyboard } from "./keyboard";
import { lightOf } from "./light";
import { nodeOf, Page, select } from "./page";
import { shortest } from "./paths";
import { bringIntoView, reading } from "./reading";
import { neighbours, Scene, sceneOf } from "./scene";
import { searcher } from "./search";
import { sidebar } from "./sidebar";
import { overview } from "./overview";
import { State } from "./state";
import { Change, Store } from "./store";
import { table } from "./table";
import { calendar, timeline } from "./timeline";
import { toolbar } from "./toolbar";
import { filterKeys, passing } from "./filter";
import { Language, preferred, speaker } from "./words";

// Whose change makes for another picture, seen from where it is seen whole.
const FRAME: (keyof State)[] = ["ego", "hops", "cap", "community"];
const SCENE: (keyof State)[] = [...filterKeys, ...FRAME, "limit", "selected", "link", "from", "to", "directed"];
// Whose change makes for other details.
const DETAILED: (keyof State)[] = ["selected", "link", "from"];
const WHOLE = [0.5, 0.5, 1];
const CLOSE = 0.2;

const key = (state: State, names: (keyof State)[]): string => JSON.stringify(names.map((name) => state[name]));

class Explorer {
  private readonly store = new Store();
  private readonly search;
  private readonly calendar;
  private readonly parts = {
    top: el("header", { id: "top" }), side: el("aside", { id: "side" }), stage: el("div", { id: "stage" }),
    overview: el("div", { id: "overview", "aria-live": "polite" }), table: el("div", { id: "table" }), reading: el("div", { id: "reading" }),
    details: el("aside", { id: "details" }), time: el("footer", { id: "time" }), notice: el("p", { id: "notice", role: "status" }),
  };
  private canvas: Canvas | null = null;
  private page!: Page;
  private pointed = -1;
  private sceneKey = "";
  private drawn: Record<string, string> = {};

  constructor(private readonly graph: Graph) {
    this.search = searcher(graph);
    this.calendar = calendar(graph);
    const { top, side, stage, overview: words, table: rows, reading: texts, details: panel, time, notice } = this.parts;
    document.body.replaceChildren(top, el("main", {}, side, el("div", { id: "middle" }, stage, words, rows, texts), panel), time, notice);
    this.canvas = this.opened(stage);
    this.store.subscribe((state, restored) => this.render(state, restored));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.render(this.store.state, false));
    keyboard(stage, () => this.canvas, () => this.page, () => this.showAll());
    this.render(this.store.state, true);
    if (this.canvas === null) notice.textContent = this.page.say("nowebgl");
    document.body.dataset.ready = "true";
  }

  private opened(stage: HTMLElement): Canvas | null {
    theme(this.store.state);
    try {
      return new Canvas(stage, this.graph, {
        pick: (node) => {
          this.pointed = node;
          select(this.page, node);
        },
        open: (node) => this.toggle(node),
        pickLine: ({ from, to }) => this.step({ link: [from, to].map((node) => this.graph.nodes.id[node]), selected: "" }),
        leave: () => { if (this.store.state.selected || this.store.state.link.length > 0) this.step({ selected: "", link: [] }); },
        moved: (camera) => { if (String(camera) !== String(this.store.state.camera)) this.store.note({ camera }); },
      });
    } catch {
      return null;
    }
  }

  private toggle(node: number): void {
    const id = this.graph.nodes.id[node];
    const { ego } = this.store.state;
    this.step({ ego: ego.includes(id) ? ego.filter((each) => each !== id) : [...ego, id], selected: id, link: [] });
  }

  private step(change: Change): void {
    const framed = FRAME.some((name) => name in change);
    this.store.step(framed ? { ...change, camera: [] } : change);
  }

  private showAll(): void {
    this.canvas?.look(WHOLE, true);
  }

  private render(state: State, restored: boolean): void {
    const before = this.page;
    const recoloured = theme(state);
    this.page = this.pageOf(state);
    if (this.canvas === null && state.view === "graph") this.page.state = { ...state, view: "table" };
    document.documentElement.lang = this.page.language === "zh" ? "zh-Hans" : "en";
    document.title = this.page.say("title");
    if (recoloured) this.canvas?.recolour();
    this.show();
    if (!restored) this.attend(before);
    this.picture(before, restored);
  }

  private pageOf(state: State): Page {
    const { graph, search } = this;
    const language = (state.lang || preferred()) as Language;
    const page = { graph, state, search, language, say: speaker(language), step: (change: Change) => this.step(change) } as Page;
    const paths = pathsOf(page);
    const sceneKey = key(state, SCENE);
    const scene: Scene = sceneKey === this.sceneKey ? this.page.scene : sceneOf(graph, state, paths.flatMap(({ nodes }) => nodes));
    this.sceneKey = sceneKey;
    return Object.assign(page, { paths, scene });
  }

  private show(): void {
    const { page, parts, canvas } = this;
    const { state, language } = page;
    const common = [this.sceneKey, language];
    const part = (name: keyof typeof this.parts, seen: unknown[], fill: () => void): void => {
      const now = JSON.stringify(seen);
      if (this.drawn[name] !== now) fill();
      this.drawn[name] = now;
    };
    part("top", [language, state.view], () => refill(parts.top, ...toolbar(() => this.page, canvas)));
    part("side", [...common, state.hide, state.size, state.colour], () => refill(parts.side, ...sidebar(page)));
    part("details", common, () => refill(parts.details, ...details(page)));
    part("overview", common, () => refill(parts.overview, ...overview(page, () => this.showAll())));
    parts.stage.hidden = parts.overview.hidden = state.view !== "graph";
    parts.table.hidden = state.view !== "table";
    parts.reading.hidden = state.view !== "reading";
    parts.details.hidden = parts.details.children.length === 0;
    if (state.view === "table") part("table", [...common, state.table, state.sort], () => refill(parts.table, ...table(page)));
    if (state.view === "reading") this.read(() => part("reading", [language, state.document, state.passage, state.selected], () => refill(parts.reading, ...reading(page))));
    parts.time.hidden = this.calendar === null;
    if (this.calendar) refill(parts.time, ...timeline(page, this.calendar));
  }

  /** Texts come at the passage that was asked for, and stay where they are while the reader picks names in them. */
  private read(fill: () => void): void {
    const { reading: texts } = this.parts;
    const place = JSON.stringify([this.page.state.document, this.page.state.passage]);
    const scrolled = texts.querySelector("article")?.scrollTop ?? 0;
    fill();
    const article = texts.querySelector("article");
    if (this.drawn.place === place && article) article.scrollTop = scrolled;
    else bringIntoView(texts);
    this.drawn.place = place;
  }

  /** Narrow pages have the details below the picture: they come into view, unless a circle was clicked, perhaps for the first of two times. */
  private attend(before: Page | undefined): void {
    const { page, parts, pointed } = this;
    if (before && key(before.state, DETAILED) === key(page.state, DETAILED)) return;
    if (pointed < 0 || pointed !== nodeOf(page, page.state.selected)) parts.details.scrollIntoView();
  }

  private picture(before: Page | undefined, restored: boolean): void {
    const { canvas, page } = this;
    const { state } = page;
    if (canvas === null || state.view !== "graph") return;
    if (this.drawn.details !== this.drawn.width || before?.state.view !== "graph") canvas.resize();
    this.drawn.width = this.drawn.details;
    canvas.show(page.scene, state);
    canvas.enlighten(lightOf(page));
    const framed = !before || key(before.state, FRAME) !== key(state, FRAME);
    if (restored || framed) canvas.look(state.camera.length === 3 ? state.camera : WHOLE);
    else if (page.paths.length > 0 && key(before.state, ["to", "from"]) !== key(state, ["to", "from"])) canvas.fit(page.paths[0].nodes, CLOSE);
    else if (state.selected && before.state.selected !== state.selected) this.approach(canvas, nodeOf(page, state.selected));
  }

  /** Goes to a selected entity and its neighbours, unless the reader pointed at it. */
  private approach(canvas: Canvas, node: number): void {
    if (node !== this.pointed) canvas.fit([node, ...neighbours(this.graph, this.page.scene, node)], CLOSE);
    this.pointed = -1;
  }
}

function pathsOf(page: Page): Page["paths"] {
  const [from, to] = [page.state.from, page.state.to].map((id) => nodeOf(page, id));
  return from < 0 || to < 0 || from === to ? [] : shortest(page.graph, passing(page.graph, page.state).links, from, to, page.state.directed);
}

/** Sets the theme that was chosen, or that of the system; says whether it is another than before. */
function theme({ theme: chosen }: State): boolean {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const next = chosen || (dark ? "dark" : "light");
  const { dataset } = document.documentElement;
  const other = dataset.theme !== next;
  dataset.theme = next;
  return other;
}

async function start(): Promise<void> {
  if (!("DecompressionStream" in window)) throw new Error(speaker(preferred())("old"));
  const data = document.getElementById("data")!;
  const graph = await unpack(data.textContent!);
  new Explorer(graph);
}

start().catch((error: Error) => document.body.replaceChildren(el("p", { id: "notice", role: "alert" }, error.message)));
