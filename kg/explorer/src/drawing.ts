/** The picture as it is seen now, as SVG and as PNG. */

import { Picture } from "./canvas";
import { xml } from "./download";
import { font, lineAt } from "./labels";

const SHARPNESS = 2;

export function toSvg({ width, height, paper, ink, lines, circles, labels }: Picture): string {
  const round = (value: number): string => value.toFixed(1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ...lines.map(({ x1, y1, x2, y2, colour, width: thickness }) =>
      `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${xml(colour)}" stroke-width="${round(thickness)}"/>`),
    ...circles.map(({ x, y, radius, colour }) =>
      `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${xml(colour)}" stroke="${paper}"/>`),
    `<g text-anchor="middle" dominant-baseline="central" fill="${ink}" stroke="${paper}" stroke-linejoin="round" paint-order="stroke">`,
    ...labels.flatMap((label) => label.lines.map((line, at) =>
      `<text x="${round(label.x)}" y="${round(lineAt(label, at))}" style="font:${xml(font(label))}" stroke-width="${label.size / 4}">${xml(line)}</text>`)),
    "</g></svg>",
  ].join("\n");
}

/** The drawing in points, sharp enough for print. */
export async function toPng(picture: Picture): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([toSvg(picture)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * SHARPNESS;
  canvas.height = picture.height * SHARPNESS;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no PNG")))));
}
