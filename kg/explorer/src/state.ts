/** All that a reader has chosen, as one value that lives in the address of the page. */

export interface State {
  view: string;
  selected: string;
  link: string[];
  hide: string[];
  confidence: number;
  isolates: boolean;
  size: string;
  colour: string;
  community: number;
  limit: number;
  ego: string[];
  hops: number;
  cap: number;
  from: string;
  to: string;
  directed: boolean;
  since: string;
  until: string;
  undated: boolean;
  document: number;
  passage: number[];
  table: string;
  sort: string;
  camera: number[];
  /** Empty: as the browser has it. */
  lang: string;
  theme: string;
}

export const DEFAULTS: Readonly<State> = {
  view: "graph",
  selected: "",
  link: [],
  hide: [],
  confidence: 0,
  isolates: false,
  size: "degree",
  colour: "type",
  community: -1,
  limit: 3000,
  ego: [],
  hops: 1,
  cap: 50,
  from: "",
  to: "",
  directed: false,
  since: "",
  until: "",
  undated: true,
  document: 0,
  passage: [],
  table: "entities",
  sort: "",
  camera: [],
  lang: "",
  theme: "",
};

const KEYS = Object.keys(DEFAULTS) as (keyof State)[];
// Lists of numbers look like lists of names when they are empty.
const NUMBERS = new Set<keyof State>(["camera", "passage"]);
const CHOICES: { [key in keyof State]?: readonly string[] } = {
  view: ["graph", "table", "reading"],
  size: ["degree", "evidence", "pagerank", "betweenness"],
  colour: ["type", "community"],
  table: ["entities", "relations"],
  lang: ["", "zh", "en"],
  theme: ["", "light", "dark"],
};

export function toHash(state: State): string {
  const parameters = new URLSearchParams();
  for (const key of KEYS) {
    const value = String(state[key]);
    if (value !== String(DEFAULTS[key])) parameters.set(key, value);
  }
  const text = parameters.toString();
  return text && `#${text}`;
}

/** What an address says; all that it does not say, or says wrongly, is as by default. */
export function fromHash(hash: string): State {
  const parameters = new URLSearchParams(hash.slice(1));
  const state: Record<string, unknown> = { ...DEFAULTS };
  for (const key of KEYS) {
    const text = parameters.get(key);
    if (text !== null) state[key] = parsed(key, text) ?? DEFAULTS[key];
  }
  return state as unknown as State;
}

function parsed(key: keyof State, text: string): unknown {
  const usual = DEFAULTS[key];
  if (NUMBERS.has(key)) return numbers(text.split(","));
  if (Array.isArray(usual)) return text.split(",").filter(Boolean);
  if (typeof usual === "number") return numbers([text])?.[0];
  if (typeof usual === "boolean") return text === "true";
  return (CHOICES[key] ?? [text]).includes(text) ? text : undefined;
}

function numbers(parts: string[]): number[] | undefined {
  const values = parts.map(Number);
  return values.every(Number.isFinite) ? values : undefined;
}
