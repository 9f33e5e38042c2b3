import {svg, type TemplateResult} from "lit-html/lit-html.js";
import {number} from "../ui/format";

/** Counts by upper limit, the last without one. */
export function histogram(bins: readonly {readonly atMostMillis: number | null; readonly count: number}[]): TemplateResult {
  const width = 480;
  const height = 130;
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const bar = width / Math.max(1, bins.length);
  // Names are wider than bars.
  const every = Math.max(1, Math.ceil(bins.length / 8));
  const name = (millis: number | null): string => millis === null ? "more" : millis >= 1_000 ? `${number(millis / 1_000, 0)} s` : `${number(millis, 0)} ms`;
  return svg`<svg class="histogram" viewBox="0 0 ${width} ${height}" role="img" aria-label="How many records by latency">
    ${bins.map((bin, i) => svg`<g><title>${`at most ${name(bin.atMostMillis)}: ${bin.count}`}</title>
      <rect x=${i * bar + 1} y=${(height - 20) * (1 - bin.count / most)} width=${bar - 2} height=${((height - 20) * bin.count) / most}></rect>
      ${i % every === 0 ? svg`<text x=${i * bar + bar / 2} y=${height - 5} text-anchor="middle">${name(bin.atMostMillis)}</text>` : ""}</g>`)}
  </svg>`;
}
