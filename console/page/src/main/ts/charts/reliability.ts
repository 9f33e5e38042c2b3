import {svg, type TemplateResult} from "lit-html/lit-html.js";
import type {CalibrationBin} from "../generated/records";
import {percent} from "../ui/format";

const SIDE = 240;
const LEFT = 46;
const TOP = 8;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** What was said against how often it came true: points on the diagonal are honest; a point is as large as it has outcomes. */
export function reliability(bins: readonly CalibrationBin[]): TemplateResult {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const x = (share: number): number => LEFT + share * SIDE;
  const y = (share: number): number => TOP + (1 - share) * SIDE;
  const path = bins.map((bin, i) => `${i === 0 ? "M" : "L"}${x(bin.meanProbability)},${y(bin.shareCorrect)}`).join("");
  const says = bins.map((bin) => `said ${percent(bin.meanProbability)}, came true ${percent(bin.shareCorrect)} of ${bin.count}`).join("; ");
  return svg`<svg class="reliability" viewBox="0 0 ${LEFT + SIDE + 24} ${TOP + SIDE + 38}" role="img" aria-label=${`Reliability: ${says}`}>
    ${TICKS.map((tick) => svg`<line class="grid-line" x1=${x(0)} x2=${x(1)} y1=${y(tick)} y2=${y(tick)}></line>
      <text x=${LEFT - 6} y=${y(tick) + 4} text-anchor="end">${percent(tick)}</text>
      <text x=${x(tick)} y=${y(0) + 16} text-anchor="middle">${percent(tick)}</text>`)}
    <line class="honest" x1=${x(0)} y1=${y(0)} x2=${x(1)} y2=${y(1)}></line>
    <path class="curve" d=${path}></path>
    ${bins.map((bin) => svg`<circle cx=${x(bin.meanProbability)} cy=${y(bin.shareCorrect)} r=${3 + 7 * Math.sqrt(bin.count / most)}><title>${`said ${percent(bin.meanProbability)}, came true ${percent(bin.shareCorrect)}, ${bin.count} outcomes`}</title></circle>`)}
    <text class="ink" x=${LEFT + SIDE / 2} y=${TOP + SIDE + 33} text-anchor="middle">said; upwards: came true</text>
  </svg>`;
}
