/** Files for the reader to keep. */

export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[\ufffe\uffff]/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in XML, attributes included. */
export const xml = (value: string | number): string =>
  String(value).replace(/[\ud800-\udbff][\udc00-\udfff]|[^]/g, (character) => (character.length > 1 ? character : character.replace(ILLEGAL, "")))
    .replace(/[&<>"]/g, (character) => ENTITIES[character]);
