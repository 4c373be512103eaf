/** The picture: sigma draws circles and lines, `labels` the names. Nothing else of the page knows of sigma. */

import { createNodeBorderProgram } from "@sigma/node-border";
import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram, NodePointProgram } from "sigma/rendering";
import { Inks, inks, nodeColour } from "./colours";
import { plain } from "./dom";
import { Graph } from "./data";
import { draw, Label, place, Subject } from "./labels";
import { bundled, Line, oneWay } from "./lines";
import { MEASURES } from "./measures";
import { Scene } from "./scene";
import { extent, Extent, software } from "./stage";
import { State } from "./state";

export interface Circle { x: number; y: number; radius: number; colour: string }
export interface Picture {
  width: number; height: number; paper: string; ink: string;
  lines: { x1: number; y1: number; x2: number; y2: number; colour: string; width: number }[];
  circles: Circle[];
  labels: Label[];
}
export interface Light { nodes: Set<number>; pairs: Set<string>; centre: Set<number>; captions: Map<string, string> }
interface Events {
  pick: (node: number) => void;
  open: (node: number) => void;
  pickLine: (line: Line) => void;
  leave: () => void;
  moved: (camera: number[]) => void;
}

// Circles with rims and arrows cost more than points and thin lines; without a graphics card many of them stall.
const RICH = { card: 5000, none: 700 };
// The largest circle where few are shown, and where many are.
const LARGEST = { few: 19, many: 13 };
// Lines of a hub, and in dense pictures those between groups, are faint.
const HUB = 30;
const DENSE = 1500;
const CAPTIONS = 40;

export class Canvas {
  private readonly sigma: Sigma;
  private readonly most = software() ? RICH.none : RICH.card;
  private readonly measured = new Map<string, Float64Array>();
  private inks: Inks = inks();
  private order: number[] = [];
  private lines = new Map<string, Line>();
  private light: Light | null = null;
  private hovered = -1;
  private labels: Label[] = [];
  private state!: State;
  private scene: Scene | null = null;
  private readonly world: Extent;

  /** @throws Error where the browser has no WebGL. */
  constructor(container: HTMLElement, private readonly graph: Graph, private readonly events: Events) {
    const Rim = createNodeBorderProgram({
      borders: [{ size: { value: 0.12 }, color: { attribute: "rim" } }, { size: { fill: true }, color: { attribute: "color" } }],
    });
    this.world = extent([...graph.ranked].filter((node) => graph.linksOf.first[node + 1] > graph.linksOf.first[node])
      .map((node) => [graph.nodes.x[node], -graph.nodes.y[node]]));
    this.sigma = new Sigma(new MultiUndirectedGraph(), container, {
      renderLabels: false,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: 64,
      minCameraRatio: 0.01,
      maxCameraRatio: 3,
      minEdgeThickness: 1.5,
      defaultDrawNodeHover: () => undefined,
      nodeProgramClasses: { rich: Rim, point: NodePointProgram },
      edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeRectangleProgram, thin: EdgeLineProgram },
      nodeReducer: (node, data) => this.reduced(Number(node), data),
      edgeReducer: (key, data) => this.reducedLine(key, data),
      allowInvalidContainer: true,
    });
    this.sigma.createCanvasContext("names", { style: { pointerEvents: "none" } });
    this.listen();
  }

  show(scene: Scene, state: State): void {
    const fresh = scene !== this.scene || state.size !== this.state.size || state.colour !== this.state.colour;
    this.state = state;
    if (!fresh) return;
    this.scene = scene;
    const points = scene.places && [...scene.places.values()];
    this.sigma.setCustomBBox(points ? extent(points.map(([x, y]) => [x, -y])) : this.world);
    this.hovered = -1;
    this.sigma.setGraph(this.built(scene, state));
  }

  /** Makes some entities and lines stand out; null, and all look the same. */
  enlighten(light: Light | null): void {
    this.light = light;
    this.sigma.refresh({ skipIndexation: true });
  }

  recolour(): void {
    this.inks = inks();
    this.scene = null;
  }

  look([x, y, ratio]: number[], animated = false): void {
    const to = { x, y, ratio, angle: 0 };
    if (animated) void this.sigma.getCamera().animate(to, { duration: 400 });
    else this.sigma.getCamera().setState(to);
  }

  /** Moves so that these entities fill the picture. */
  fit(nodes: number[], closest: number): void {
    const at = nodes.map((node) => this.sigma.getNodeDisplayData(String(node))).filter((data) => data !== undefined);
    if (at.length === 0) return;
    const { x, y } = extent(at.map((data) => [data.x, data.y]));
    const room = Math.max(x[1] - x[0], y[1] - y[0]) * 1.5;
    this.look([(x[0] + x[1]) / 2, (y[0] + y[1]) / 2, Math.min(1, Math.max(closest, room))], true);
  }

  /** Pans by shares of the picture, zooms by a factor. */
  move(right: number, up: number, factor: number): void {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    this.look([x + right * ratio, y + up * ratio, ratio * factor], true);
  }

  resize(): void {
    this.sigma.resize(true);
    this.sigma.refresh();
  }

  /** What is seen now, as values to draw elsewhere. */
  picture(): Picture {
    const { width, height } = this.sigma.getDimensions();
    const lines = [...this.lines].map(([key, { from, to }]) => {
      const [a, b] = [this.circle(from), this.circle(to)];
      const data = this.sigma.getEdgeDisplayData(key)!;
      return { x1: a.x, y1: a.y, x2: b.x, y2: b.y, colour: data.color, width: Math.max(0.6, this.sigma.scaleSize(data.size)) };
    });
    const circles = [...this.order].reverse().map((node) => this.circle(node));
    return { width, height, paper: this.inks.paper, ink: this.inks.ink, lines, circles, labels: this.labels };
  }

  /** Where an entity is on the page, and how large. */
  circle(node: number): Circle {
    const data = this.sigma.getNodeDisplayData(String(node))!;
    const { x, y } = this.sigma.framedGraphToViewport(data);
    return { x, y, radius: this.sigma.scaleSize(data.size), colour: data.color };
  }

  private listen(): void {
    const { sigma, events } = this;
    sigma.on("clickNode", ({ node }) => events.pick(Number(node)));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.open(Number(node));
    });
    sigma.on("clickEdge", ({ edge }) => events.pickLine(this.lines.get(edge)!));
    sigma.on("clickStage", () => events.leave());
    sigma.on("enterNode", ({ node }) => this.hover(Number(node)));
    sigma.on("leaveNode", () => this.hover(-1));
    sigma.on("afterRender", () => this.drawNames());
    let rest = 0;
    sigma.getCamera().on("updated", ({ x, y, ratio }) => {
      clearTimeout(rest);
      rest = window.setTimeout(() => events.moved([x, y, ratio].map((value) => Number(value.toFixed(4)))), 300);
    });
  }

  private hover(node: number): void {
    this.hovered = node;
    this.sigma.getContainer().classList.toggle("pointing", node >= 0);
    this.sigma.scheduleRender();
  }

  private built(scene: Scene, state: State): MultiUndirectedGraph {
    const graph = new MultiUndirectedGraph();
    const rich = scene.shown.length <= this.most;
    this.sigma.setSettings({ hideEdgesOnMove: !rich, enableEdgeEvents: rich });
    const size = this.sizes(scene, state);
    this.order = [...scene.shown].sort((a, b) => size(b) - size(a) || this.graph.rank[a] - this.graph.rank[b]);
    for (const node of scene.shown) {
      const [x, y] = scene.places?.get(node) ?? [this.graph.nodes.x[node], this.graph.nodes.y[node]];
      graph.addNode(node, {
        x, y: -y, size: size(node), color: nodeColour(this.graph, state, node), rim: this.inks.paper, type: rich ? "rich" : "point",
      });
    }
    this.lines = bundled(this.graph, scene.drawn);
    for (const [key, line] of this.lines) {
      const { from, to, links } = line;
      const between = this.graph.nodes.community[from] !== this.graph.nodes.community[to];
      const faint = Math.max(scene.degree[from], scene.degree[to]) > HUB || (between && this.lines.size > DENSE);
      graph.addEdgeWithKey(key, from, to, {
        size: Math.min(3.5, 1.3 + Math.log2(links.length) / 2),
        color: faint ? this.inks.faintLine : this.inks.line,
        type: rich ? (oneWay(this.graph, line) ? "arrow" : "line") : "thin",
      });
    }
    return graph;
  }

  private sizes({ shown }: Scene, { size }: State): (node: number) => number {
    if (!this.measured.has(size)) this.measured.set(size, MEASURES[size](this.graph));
    const figures = this.measured.get(size)!;
    const most = shown.reduce((best, node) => Math.max(best, figures[node]), 0) || 1;
    const least = shown.length > 5000 ? 1.6 : shown.length > 1000 ? 2.4 : 4;
    const largest = shown.length > 1000 ? LARGEST.many : LARGEST.few;
    return (node) => least + (largest - least) * Math.sqrt(figures[node] / most);
  }

  private reduced(node: number, data: Record<string, unknown>): Record<string, unknown> {
    if (!this.light) return data;
    if (this.light.centre.has(node)) return { ...data, rim: this.inks.ink, zIndex: 2, size: (data.size as number) * 1.15 };
    if (this.light.nodes.has(node)) return { ...data, zIndex: 1 };
    return { ...data, color: this.inks.faded, zIndex: 0, size: (data.size as number) * 0.7 };
  }

  private reducedLine(key: string, data: Record<string, unknown>): Record<string, unknown> {
    if (!this.light) return data;
    const lit = this.light.pairs.has(key);
    return lit ? { ...data, color: this.inks.strongLine, zIndex: 1 } : { ...data, color: this.inks.faded, zIndex: 0, size: 0.6 };
  }

  private drawNames(): void {
    const context = this.sigma.getCanvases().names.getContext("2d")!;
    const { width, height } = this.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    const lit = this.light?.nodes;
    const first = lit ? this.order.filter((node) => lit.has(node)) : this.order;
    const ahead = [this.hovered, ...(this.light?.centre ?? [])].filter((node) => this.sigma.getGraph().hasNode(String(node)));
    const order = [...new Set([...ahead, ...first])];
    const placed = place(order.map((node) => this.subject(node, ahead)), this.captions(), ahead.length, width, height);
    this.labels = placed.names;
    draw(context, placed.captions, this.inks.strongLine, this.inks.paper);
    draw(context, placed.names, this.inks.ink, this.inks.paper);
  }

  private subject(node: number, ahead: number[]): Subject {
    const { x, y, radius } = this.circle(node);
    return { x, y, radius, text: plain(this.graph.nodes.name[node]), bold: ahead.includes(node) };
  }

  /** What lit lines say, in the middle of each. */
  private captions(): Label[] {
    const captions = this.light?.captions;
    if (!captions || captions.size > CAPTIONS) return [];
    return [...captions].filter(([key]) => this.lines.has(key)).map(([key, text]) => {
      const { from, to } = this.lines.get(key)!;
      const [a, b] = [this.circle(from), this.circle(to)];
      return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, size: 11, lines: [text], bold: false };
    });
  }
}
