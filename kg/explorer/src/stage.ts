/** What the picture is drawn on: how fast it is, and what part of the plane it shows. */

export interface Extent { x: [number, number]; y: [number, number] }

export function extent(points: number[][]): Extent {
  const range = (axis: number): [number, number] => points.reduce<[number, number]>(
    ([low, high], point) => [Math.min(low, point[axis]), Math.max(high, point[axis])], [Infinity, -Infinity],
  );
  return points.length > 0 ? { x: range(0), y: range(1) } : { x: [-1, 1], y: [-1, 1] };
}

/** Whether WebGL runs on the processor, for lack of a graphics card. */
export function software(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  const info = context?.getExtension("WEBGL_debug_renderer_info");
  const name = info ? String(context!.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}
