import type {Palette} from "./colours";
import {BOARD_LAYERS, corner, type Grid, OPACITY} from "./sectors";

/** Draws the sectors on a 2-D canvas, where there is no WebGL. */
export function drawFlat(canvas: HTMLCanvasElement, grid: Grid, reaches: Float32Array, ratio: number, palette: Palette): void {
  const pen = canvas.getContext("2d");
  if (pen === null) { return; }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  const width = 2 * Math.PI / grid.axes;
  BOARD_LAYERS.forEach((layer, order) => {
    const [red, green, blue] = palette[layer] ?? [0.5, 0.5, 0.5];
    pen.fillStyle = `rgb(${red * 255} ${green * 255} ${blue * 255} / ${OPACITY})`;
    for (let place = 0; place < grid.count; place++) {
      const {x, y} = corner(grid, place);
      const [middleX, middleY] = [x + grid.side / 2, y + grid.side / 2];
      pen.beginPath();
      for (let axis = 0; axis < grid.axes; axis++) {
        const reach = reaches[(place * grid.axes + axis) * BOARD_LAYERS.length + order] as number;
        if (reach < 0) { continue; }
        const from = axis * width - Math.PI / 2;
        pen.moveTo(middleX, middleY);
        pen.arc(middleX, middleY, reach, from, from + width);
        pen.closePath();
      }
      pen.fill();
    }
  });
}
