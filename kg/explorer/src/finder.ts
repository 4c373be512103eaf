/** A search field with its answers below, worked by keyboard or mouse. */

import { listed, otherEnd } from "./data";
import { coloured, el } from "./dom";
import { Page } from "./page";
import { neighbours } from "./scene";
import { named } from "./words";

/** `choose` gets what was chosen; the field is then empty again, or shows the name when `keep`. */
export function finder(id: string, page: () => Page, label: string, choose: (node: number) => void, keep = ""): HTMLElement {
  const list = el("ul", { id: `${id}-list`, role: "listbox", hidden: true, "aria-label": label });
  const status = el("span", { class: "unseen", "aria-live": "polite" });
  const input = el("input", {
    id, type: "search", role: "combobox", placeholder: label, "aria-label": label, autocomplete: "off", spellcheck: "false",
    "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list",
  });
  input.value = keep;
  let nodes: number[] = [];
  let at = 0;

  const show = (): void => {
    const { best, total } = page().search(input.value);
    nodes = best.map(({ node }) => node);
    at = 0;
    const empty = input.value.trim() === "";
    list.replaceChildren(...best.map(({ node, alias }, row) => option(node, alias, row)));
    if (total === 0 && !empty) list.append(el("li", { class: "quiet" }, page().say("nothing")));
    list.hidden = empty;
    input.setAttribute("aria-expanded", String(!empty));
    status.textContent = empty ? "" : page().say("results", total);
    point();
  };
  const option = (node: number, alias: string, row: number): HTMLElement => {
    const { graph } = page();
    const kind = graph.classes[graph.nodes.subtype[node]];
    const item = el(
      "li", { id: `${id}-${row}`, role: "option", mousedown: (event) => { event.preventDefault(); take(row); } },
      el("span", { class: "dot" }), el("span", { class: "found" }, graph.nodes.name[node]),
      el("small", {}, [alias, ...told(page(), node)].filter(Boolean).join(" · ")),
    );
    return coloured(item, kind.colour);
  };
  const point = (): void => {
    [...list.children].forEach((item, row) => item.setAttribute("aria-selected", String(row === at)));
    if (nodes.length > 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const take = (row: number): void => {
    const node = nodes[row];
    if (node === undefined) return;
    input.value = keep && page().graph.nodes.name[node];
    close();
    choose(node);
  };
  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", () => { if (input.value && input.value !== keep) show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => { at = Math.min(at + 1, nodes.length - 1); point(); },
      ArrowUp: () => { at = Math.max(at - 1, 0); point(); },
      Enter: () => take(at),
      Escape: () => { input.value = ""; close(); },
    };
    if (!(event.key in moves) || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  });
  return el("div", { class: "finder" }, input, list, status);
}

/** What tells an entity from others of its name: a post and where it is held, else its class and first neighbour. */
function told(page: Page, node: number): string[] {
  const { graph, scene, language } = page;
  const post = listed(graph.linksOf, node).find((link) => graph.links.head[link] === node && graph.links.title[link] !== "");
  if (post !== undefined) return [graph.links.title[post], graph.nodes.name[otherEnd(graph, post, node)]];
  const kind = named(graph.classes[graph.nodes.subtype[node]], language);
  return [kind, ...neighbours(graph, scene, node).slice(0, 1).map((near) => graph.nodes.name[near])];
}
