import type {CompassAxes} from "../generated/records";
import {cell, type CompassFrame} from "../live/compass-frame";

/** What a frame has of one axis of a symbol in one timeframe; numbers are NaN where missing. */
export interface Look {
  /** 0..1 */
  readonly radius: number;
  readonly value: number;
  /** among the values of the last four hours, 0..1 */
  readonly percentile: number;
  /** place in the qualities of CompassAxes; -1 where the frame has none of it */
  readonly quality: number;
}

/** Looks up an axis of the symbol in a row; all is missing where the frame has none of it. */
export function look(frame: CompassFrame, row: number, axis: number, layer: number): Look {
  const at = cell(frame, row, axis, layer);
  return {
    radius: frame.radius[at] ?? NaN,
    value: frame.value[at] ?? NaN,
    percentile: frame.percentile[at] ?? NaN,
    quality: frame.quality[at] ?? -1,
  };
}

/** Name of a quality, as the server says. */
export function qualityName({qualities}: CompassAxes, {quality}: Look): string { return qualities[quality] ?? "ABSENT"; }
