"use strict";

const FADED = 0.1;
const MARGIN = 12;
const data = JSON.parse(document.getElementById("data").textContent);
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
let highlighted = [];
const network = new vis.Network(document.getElementById("canvas"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 120, hideEdgesOnDrag: false, keyboard: { enabled: true, bindToWindow: false } },
  nodes: {
    shape: "dot",
    borderWidth: 1.5,
    font: { face: getComputedStyle(document.body).fontFamily, strokeWidth: 4, vadjust: -4 },
    scaling: { label: { drawThreshold: 5, maxVisible: 40 } },
  },
  edges: {
    arrowStrikethrough: false,
    font: { face: getComputedStyle(document.body).fontFamily, size: 11 },
    scaling: { label: { drawThreshold: 12 } },
    smooth: { enabled: true, type: "curvedCW", roundness: 0.08 },
  },
});

/* Nodes come placed on a sheet of its own shape. Scaled to fit, it is stretched along the side where room is left. */
function showAll() {
  const canvas = document.getElementById("canvas");
  const axes = [["x", "left", "right", canvas.clientWidth], ["y", "top", "bottom", canvas.clientHeight]];
  nodes.update(data.nodes.map(({ id, x, y }) => ({ id, x, y })));
  network.moveTo({ position: { x: 0, y: 0 }, scale: 1 });
  network.redraw();
  const boxes = data.nodes.map(({ id }) => network.getBoundingBox(id));
  const extent = (low, high) => [Math.min(...boxes.map((box) => box[low])), Math.max(...boxes.map((box) => box[high]))];
  const size = ([low, high]) => Math.max(high - low, 1);
  if (boxes.length === 0) return;
  const scale = Math.min(1.4, ...axes.map(([, low, high, room]) => (room - 2 * MARGIN) / size(extent(low, high))));
  const stretch = axes.map(([axis, low, high, room]) => {
    const between = size([Math.min(...data.nodes.map((n) => n[axis])), Math.max(...data.nodes.map((n) => n[axis]))]);
    const spare = (room - 2 * MARGIN) / scale - size(extent(low, high));
    return Math.min(1 + spare / between, 2);
  });
  nodes.update(data.nodes.map(({ id, x, y }) => ({ id, x: x * stretch[0], y: y * stretch[1] })));
  network.redraw();
  data.nodes.forEach(({ id }, at) => { boxes[at] = network.getBoundingBox(id); });
  const middle = ([low, high]) => (low + high) / 2;
  network.moveTo({ position: { x: middle(extent("left", "right")), y: middle(extent("top", "bottom")) }, scale });
}

/* Everything in the colours of the page, as its style sheet has them now; what is far from what was chosen is faint. */
function dress() {
  const style = getComputedStyle(document.documentElement);
  const [paper, ink, lit] = ["paper", "ink", "lit"].map((name) => style.getPropertyValue(`--${name}`).trim());
  const faint = Math.round(FADED * 255).toString(16);
  const near = new Set(highlighted.flatMap((id) => [id, ...network.getConnectedNodes(id)]));
  const font = (seen) => ({ color: seen ? ink : ink + faint, strokeColor: paper });
  nodes.update(data.nodes.map(({ id, font: own, color: background }) => {
    const seen = near.size === 0 || near.has(id);
    const pointed = { background, border: ink };
    return {
      id, opacity: seen ? 1 : FADED, color: { background, border: paper, highlight: pointed, hover: pointed },
      font: { ...own, ...font(seen) },
    };
  }));
  edges.update(data.edges.map(({ id, from, to, color }) => {
    const seen = near.size === 0 || highlighted.includes(from) || highlighted.includes(to);
    const opacity = near.size === 0 ? color.opacity : seen ? 1 : FADED;
    return { id, color: { ...color, opacity, highlight: lit, hover: lit }, font: { ...font(seen), strokeWidth: seen ? 3 : 0 } };
  }));
}

function highlight(chosen) {
  highlighted = chosen;
  dress();
}

function find(text) {
  const wanted = text.trim().toLowerCase();
  const hits = wanted === "" ? [] : data.nodes.filter(({ names }) => names.toLowerCase().includes(wanted)).map(({ id }) => id);
  document.getElementById("found").textContent = wanted === "" ? "" : hits.length === 0 ? "没有找到" : `${hits.length} 个`;
  network.selectNodes(hits, false);
  highlight(hits);
  if (hits.length > 0) network.fit({ nodes: hits, maxZoomLevel: 1.2, animation: true });
  else showAll();
}

network.on("click", ({ nodes: chosen }) => highlight(chosen));
window.addEventListener("resize", showAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  find(document.getElementById("query").value);
});
dress();
showAll();
