/** Elements made by hand: text reaches the page as text only, never as markup. */

export type Child = Node | string | false | null | undefined;
type Handler = (event: Event) => void;
type Attributes = Record<string, string | number | boolean | Handler | null | undefined>;

// Controls, zero-width characters and marks that turn the direction of writing; line breaks and tabs may stay.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text in which characters that hide or turn others are seen. */
export const plain = (text: string): string =>
  text.replace(UNSEEN, (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);

/** A new element. Functions become listeners, true an empty attribute; false and null leave the attribute out. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** A new element of a drawing. */
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : plain(String(value)));
    }
  }
  element.append(...children.filter((child) => child !== false && child != null).map(
    (child) => (typeof child === "string" ? plain(child) : child) as Node | string,
  ));
  return element;
}

/** New children for an element; whoever had the focus keeps it, by id. */
export function refill(element: Element, ...children: Child[]): void {
  const focused = element.contains(document.activeElement) ? document.activeElement?.id : "";
  element.replaceChildren(...children.filter((child): child is Node | string => child !== false && child != null));
  if (focused) document.getElementById(focused)?.focus();
}

/** An element with a colour of its own, for the style sheet to use as --own. */
export function coloured<E extends HTMLElement>(element: E, colour: string): E {
  element.style.setProperty("--own", colour);
  return element;
}

export const button = (label: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement =>
  el("button", { type: "button", click: press, ...attributes }, label);

/** A link out of the page, if the address is one of the web; anything else is only shown. */
export function outward(address: string, label: string): HTMLElement {
  const web = /^https?:\/\//i.test(address);
  return web ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label) : el("span", {}, label);
}
