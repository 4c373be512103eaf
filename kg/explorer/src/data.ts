/** What the page carries, unpacked: see `kg/export/columns.py`, which writes it. Numbers point into other columns. */

export interface EntityClass { name: string; zh: string; en: string; parent: number; colour: string }
export interface RelationType { name: string; zh: string; en: string; backZh: string; backEn: string; symmetric: boolean }
export type Article = [start: number, title: string, date: string | null];

export interface Document {
  name: string;
  title: string;
  publisher: string;
  date: string | null;
  url: string | null;
  text: string;
  articles: Article[];
}

interface Columns {
  classes: EntityClass[];
  relations: RelationType[];
  nodes: {
    id: string[]; name: string[]; initials: string[]; aliases: string[];
    kind: number[]; subtype: number[]; mentions: number[]; weight: number[]; community: number[];
    x: number[]; y: number[];
  };
  links: { kind: number[]; head: number[]; tail: number[]; title: string[]; evidence: number[] };
  evidence: {
    rules: string[]; document: number[]; start: number[]; end: number[]; rule: number[]; confidence: number[];
    context: Record<number, [number, number][]>;
    quote: Record<number, string>;
  };
  documents: Document[];
  spans: { count: number[]; start: number[]; length: number[]; node: number[] };
  issued: string | null;
}

/** Lists of numbers by owner, in two flat columns: those of `owner` stand from `first[owner]` to `first[owner + 1]`. */
export interface Lists { first: Int32Array; items: Int32Array }

export interface Graph extends Columns {
  size: number;
  place: Map<string, number>;
  /** Nodes, the most important first. */
  ranked: Int32Array;
  rank: Int32Array;
  /** The first evidence of each link. */
  proof: Int32Array;
  confidence: Uint8Array;
  linksOf: Lists;
  spansOf: { start: Int32Array; end: Int32Array; first: Int32Array; document: Int32Array };
  mentionsOf: Lists;
}

export async function unpack(packed: string): Promise<Graph> {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return indexed((await new Response(stream).json()) as Columns);
}

function indexed(columns: Columns): Graph {
  const { nodes, links, spans } = columns;
  const size = nodes.id.length;
  const ranked = Int32Array.from(nodes.id.keys()).sort((a, b) => nodes.weight[b] - nodes.weight[a] || a - b);
  const rank = new Int32Array(size);
  ranked.forEach((node, place) => { rank[node] = place; });
  const proof = sums(links.evidence);
  return {
    ...columns,
    size,
    place: new Map(nodes.id.map((id, at) => [id, at])),
    ranked,
    rank,
    proof,
    confidence: Uint8Array.from(links.kind, (_, link) => best(columns.evidence.confidence, proof[link], proof[link + 1])),
    linksOf: lists(size, [links.head, links.tail]),
    spansOf: placed(spans),
    mentionsOf: lists(size, [spans.node]),
  };
}

const best = (values: number[], from: number, to: number): number => Math.max(0, ...values.slice(from, to));

/** The numbers before each: [2, 3] gives [0, 2, 5]. */
function sums(counts: ArrayLike<number>): Int32Array {
  const first = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at += 1) first[at + 1] = first[at] + counts[at];
  return first;
}

/** The rows in which each owner stands, in order, when each column names an owner of each row. */
function lists(owners: number, columns: number[][]): Lists {
  const counts = new Int32Array(owners);
  for (const column of columns) for (const owner of column) counts[owner] += 1;
  const first = sums(counts);
  const next = first.slice();
  const items = new Int32Array(first[owners]);
  const rows = columns[0].length;
  for (let row = 0; row < rows; row += 1) for (const column of columns) items[next[column[row]]++] = row;
  return { first, items };
}

function placed(spans: Columns["spans"]): Graph["spansOf"] {
  const first = sums(spans.count);
  const [start, end, document] = [0, 0, 0].map(() => new Int32Array(spans.start.length));
  spans.count.forEach((_, owner) => {
    for (let row = first[owner], at = 0; row < first[owner + 1]; row += 1) {
      at += spans.start[row];
      start[row] = at;
      end[row] = at + spans.length[row];
      document[row] = owner;
    }
  });
  return { start, end, first, document };
}

export const listed = ({ first, items }: Lists, owner: number): Int32Array => items.subarray(first[owner], first[owner + 1]);

export const otherEnd = (graph: Graph, link: number, node: number): number =>
  graph.links.head[link] === node ? graph.links.tail[link] : graph.links.head[link];

/** The evidence numbers of a link. */
export const proofs = (graph: Graph, link: number): number[] =>
  Array.from({ length: graph.links.evidence[link] }, (_, at) => graph.proof[link] + at);

/** The article of a document that a passage begins in. */
export function article(document: Document, start: number): Article | undefined {
  return document.articles.filter(([first]) => first <= start).at(-1);
}

/** The ISO date of an evidence: that of its document, else that of its article. */
export function dateOf(graph: Graph, evidence: number): string | null {
  const document = graph.documents[graph.evidence.document[evidence]];
  return document.date ?? article(document, graph.evidence.start[evidence])?.[2] ?? null;
}
