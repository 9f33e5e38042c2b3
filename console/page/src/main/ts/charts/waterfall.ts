import {svg, type TemplateResult} from "lit-html/lit-html.js";
import type {Contribution} from "../generated/records";
import {signed, words} from "../ui/format";

const ROW = 22;
const LABELS = 190;
const WIDTH = 560;
const VALUES = 60;

/** What one bar of a waterfall is: from where to where. */
interface Step {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly total: boolean;
}

/** Bars that lead from a base to its sum with all contributions, the first on top; the last bar is the sum. */
export function waterfall(contributions: readonly Contribution[], base: number, sumName: string): TemplateResult {
  const steps = stepsOf(contributions, base, sumName);
  const ends = steps.flatMap((step) => [step.from, step.to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const reach = high - low === 0 ? 1 : high - low;
  const x = (value: number): number => LABELS + ((value - low) / reach) * (WIDTH - LABELS - VALUES);
  const height = steps.length * ROW + 6;
  const says = steps.map((step) => `${step.name} ${signed(step.total ? step.to : step.to - step.from)}`).join(", ");
  return svg`<svg class="waterfall" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${`Contributions: ${says}`}>
    <line class="grid-line" x1=${x(0)} x2=${x(0)} y1="0" y2=${height}></line>
    ${steps.map((step, row) => bar(step, row, x))}
  </svg>`;
}

function stepsOf(contributions: readonly Contribution[], base: number, sumName: string): readonly Step[] {
  const steps: Step[] = base === 0 ? [] : [{name: "base", from: 0, to: base, total: true}];
  let at = base;
  for (const {input, value} of contributions) {
    steps.push({name: words(input), from: at, to: at + value, total: false});
    at += value;
  }
  return [...steps, {name: sumName, from: 0, to: at, total: true}];
}

function bar(step: Step, row: number, x: (value: number) => number): TemplateResult {
  const change = step.to - step.from;
  const left = Math.min(x(step.from), x(step.to));
  const width = Math.max(1, Math.abs(x(step.to) - x(step.from)));
  const tone = step.total ? "total" : change >= 0 ? "up" : "down";
  const y = row * ROW + 4;
  return svg`<text class="ink" x=${LABELS - 8} y=${y + 12} text-anchor="end">${step.name}</text>
    <rect class=${tone} x=${left} y=${y} width=${width} height=${ROW - 7} rx="2"></rect>
    <text x=${left + width + 5} y=${y + 12}>${signed(change)}</text>`;
}
