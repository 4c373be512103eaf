// Prints the graph of a GEXF file as JSON: node read.cjs FILE
const { readFileSync } = require("node:fs");
const { MultiDirectedGraph } = require("graphology");
const gexf = require("graphology-gexf");

const graph = gexf.parse(MultiDirectedGraph, readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(graph.export()));
