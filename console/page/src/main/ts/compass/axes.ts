import type {Axis, CompassAxes} from "../generated/records";
import {load, type Loaded} from "../live/history";

/** The four that are drawn: 5 and 15 minutes, 1 and 4 hours. */
export const DRAWN_LAYERS: readonly number[] = [0, 1, 3, 4];

/** They change with a release of the server only. */
const FRESH_MILLIS = 3_600_000;

/** What the axes of a frame stand for, as the server says. */
export function loadAxes(redraw: () => void): Loaded<CompassAxes> {
  return load<CompassAxes>("compass/axes", FRESH_MILLIS, redraw);
}

/** A timeframe in words: 5 min, 4 h. */
export function layerName(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${minutes / 60} h`;
}

/** How far a radius is from saying nothing, 0..1: two-sided axes count both ways, so that they do not cancel. */
export function distance(axis: Axis, radius: number): number {
  return axis.twoSided ? 2 * Math.abs(radius - 0.5) : radius;
}
