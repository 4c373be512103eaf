"use strict";

const FADED = 0.1;
const ink = (opacity) => `rgba(31, 41, 51, ${opacity})`;
const data = JSON.parse(document.getElementById("data").textContent);
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const network = new vis.Network(document.getElementById("canvas"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 120, hideEdgesOnDrag: false, keyboard: { enabled: true, bindToWindow: false } },
  nodes: {
    shape: "dot",
    borderWidth: 1.5,
    font: { face: getComputedStyle(document.body).fontFamily, color: ink(1), strokeWidth: 4, strokeColor: "#fafbfc", vadjust: -4 },
    scaling: { label: { drawThreshold: 7, maxVisible: 40 } },
  },
  edges: {
    arrowStrikethrough: false,
    color: { color: "#93a1af", highlight: "#3b4956", hover: "#3b4956" },
    font: { face: getComputedStyle(document.body).fontFamily, size: 11, color: ink(1), strokeWidth: 3, strokeColor: "#fafbfc" },
    scaling: { label: { drawThreshold: 9 } },
    smooth: { enabled: true, type: "curvedCW", roundness: 0.08 },
  },
});

/* The panels cover the top and the bottom of the canvas: leave them room. */
function showAll() {
  network.fit({ animation: false });
  const scale = network.getScale() * 0.92;
  network.moveTo({ scale, offset: { x: 0, y: 4 } });
}

function highlight(chosen) {
  const near = new Set(chosen.flatMap((id) => [id, ...network.getConnectedNodes(id)]));
  const opacity = (seen) => (near.size === 0 || seen ? 1 : FADED);
  nodes.update(data.nodes.map(({ id, font }) => {
    const shown = opacity(near.has(id));
    return { id, opacity: shown, font: { ...font, color: ink(shown) } };
  }));
  edges.update(data.edges.map(({ id, from, to }) => {
    const shown = opacity(chosen.includes(from) || chosen.includes(to));
    return { id, color: { opacity: shown }, font: { color: ink(shown), strokeWidth: shown === 1 ? 3 : 0 } };
  }));
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
document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  find(document.getElementById("query").value);
});
showAll();
