import type {CompassAlerts, CompassAxes} from "../generated/records";
import type {CompassFrame} from "../live/compass-frame";
import {load, type Loaded} from "../live/history";

/** What a compass says as a whole in one timeframe, as the server reads it. */
export interface Reading {
  /** QUIET to EXTREME. */
  readonly activity: string;
  /** Mean distance from neutral, 0..1; null when fewer than four axes have a value. */
  readonly energy: number | null;
  /** STRONG_BEARISH to STRONG_BULLISH. */
  readonly label: string;
  /** Of the axes of flow, -1 all down, 1 all up; null when none has a value. */
  readonly bias: number | null;
  readonly lean: "up" | "down" | "flat";
}

export function read(axes: CompassAxes, frame: CompassFrame, row: number, layer: number): Reading {
  const at = row * frame.layers + layer;
  const label = axes.biases[frame.biasWord[at] ?? -1] ?? "UNKNOWN";
  return {
    activity: axes.activities[frame.activity[at] ?? -1] ?? "UNKNOWN",
    energy: orNull(frame.energy[at]),
    label,
    bias: orNull(frame.bias[at]),
    lean: label.endsWith("BULLISH") ? "up" : label.endsWith("BEARISH") ? "down" : "flat",
  };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** How many signs stand on the compass of a row. */
export function signCount(frame: CompassFrame, row: number): number {
  let bits = frame.signs[row] ?? 0;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) { count++; }
  return count;
}

const ALERTS_FRESH_MILLIS = 2_000;

/** What was worth a look on a symbol's compass, as the server remembers it. */
export function loadAlerts(symbol: string, redraw: () => void): Loaded<CompassAlerts> {
  return load<CompassAlerts>(`compass/alerts?symbol=${encodeURIComponent(symbol)}`, ALERTS_FRESH_MILLIS, redraw);
}
