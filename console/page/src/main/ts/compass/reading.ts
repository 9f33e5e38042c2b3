import type {CompassFrame} from "../live/compass-frame";
import {look} from "./look";
import type {Axis} from "../generated/records";
import {distance} from "./axes";

/** How lively a compass is as a whole. */
export type Activity = "EXTREME" | "ACTIVE" | "NORMAL" | "QUIET" | "UNKNOWN";

export type BiasLabel = "Strong Bearish" | "Bearish" | "Neutral" | "Bullish" | "Strong Bullish" | "Unknown";

/** What a compass says at one layer. */
export interface Reading {
  /** Mean distance from neutral, 0..1; null when no axis has a value. */
  readonly energy: number | null;
  readonly activity: Activity;
  /** Of the axes of flow, -1 all down, 1 all up; null when none has a value. */
  readonly bias: number | null;
  readonly label: BiasLabel;
  /** Axes with a value. */
  readonly known: number;
}

export function read(axes: readonly Axis[], frame: CompassFrame, row: number, layer: number): Reading {
  let known = 0;
  let sum = 0;
  let flows = 0;
  let flowSum = 0;
  axes.forEach((axis, place) => {
    const radius = look(frame, row, place, layer).radius;
    if (!Number.isNaN(radius)) {
      known++;
      sum += distance(axis, radius);
      if (axis.family === "FLOW") {
        flows++;
        flowSum += radius;
      }
    }
  });
  const energy = known === 0 ? null : sum / known;
  const bias = flows === 0 ? null : 2 * (flowSum / flows - 0.5);
  return { energy, activity: activityOf(energy), bias, label: labelOf(bias), known };
}

function activityOf(energy: number | null): Activity {
  if (energy === null) {
    return "UNKNOWN";
  }
  return energy > 0.7 ? "EXTREME" : energy > 0.5 ? "ACTIVE" : energy > 0.3 ? "NORMAL" : "QUIET";
}

function labelOf(bias: number | null): BiasLabel {
  if (bias === null) {
    return "Unknown";
  }
  if (Math.abs(bias) <= 0.2) {
    return "Neutral";
  }
  const strong = Math.abs(bias) > 0.6;
  return bias > 0 ? (strong ? "Strong Bullish" : "Bullish") : strong ? "Strong Bearish" : "Bearish";
}
