import {cell, type CompassFrame} from "../live/compass-frame";

/** Layers of the small compasses in the order of drawing: the shortest shows what moves, the longest what holds. */
export const BOARD_LAYERS = [3, 2, 1, 0] as const;

/** Room below a compass for its symbol, CSS pixels. */
export const LABEL = 18;

/** How much of what lies below a sector it hides, 0..1. */
export const OPACITY = 0.62;

/** Between a compass and the next, CSS pixels on each side. */
const MARGIN = 6;

/** A value of nothing is still to be seen, as a part of the longest reach. */
const LEAST = 0.02;

/** Where the compasses of a board stand: row by row, CSS pixels. */
export interface Grid {
  readonly count: number;
  readonly columns: number;
  readonly side: number;
  readonly axes: number;
}

/** Returns the upper left corner of the compass at a place of the grid, CSS pixels. */
export function corner(grid: Grid, place: number): {readonly x: number; readonly y: number} {
  return {x: (place % grid.columns) * grid.side, y: Math.floor(place / grid.columns) * (grid.side + LABEL)};
}

/** Writes how far each sector reaches, CSS pixels, by symbol, axis and layer of BOARD_LAYERS; what is missing is negative. */
export function fillReaches(reaches: Float32Array, grid: Grid, frame: CompassFrame, symbols: readonly string[]): void {
  const index = new Map(frame.symbols.map((symbol, i) => [symbol, i]));
  const longest = grid.side / 2 - MARGIN;
  let at = 0;
  for (const name of symbols) {
    const symbol = index.get(name);
    for (let axis = 0; axis < grid.axes; axis++) {
      for (const layer of BOARD_LAYERS) {
        const radius = symbol === undefined ? NaN : frame.radius[cell(frame, symbol, axis, layer)] as number;
        reaches[at++] = Number.isNaN(radius) ? -1 : longest * Math.min(1, Math.max(LEAST, radius));
      }
    }
  }
}
