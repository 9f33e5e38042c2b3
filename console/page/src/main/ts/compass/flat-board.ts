import {FLOATS, type Palette} from "./board";

/** Draws the sectors on a 2-D canvas, where there is no WebGL. */
export function drawFlat(canvas: HTMLCanvasElement, instances: Float32Array, count: number, ratio: number, palette: Palette): void {
  const pen = canvas.getContext("2d");
  if (pen === null) { return; }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < count; i++) {
    const [x, y, reach, angle, width, layer] = instances.subarray(i * FLOATS, (i + 1) * FLOATS) as unknown as [number, number, number, number, number, number];
    const [red, green, blue] = palette.layers[layer] ?? [0.5, 0.5, 0.5];
    pen.fillStyle = `rgb(${red * 255} ${green * 255} ${blue * 255} / 0.62)`;
    pen.beginPath();
    pen.moveTo(x, y);
    const from = 2 * Math.PI * (angle - 0.25);
    pen.arc(x, y, reach, from, from + 2 * Math.PI * width);
    pen.closePath();
    pen.fill();
  }
}
