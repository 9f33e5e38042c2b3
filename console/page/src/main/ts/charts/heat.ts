import {svg, type TemplateResult} from "lit-html/lit-html.js";
import {number} from "../ui/format";

const SIDE = 46;
const LEFT = 64;

/** Correlations of every pair, -1 orange over 0 to 1 blue; null is left empty. */
export function heat(symbols: readonly string[], lowerTriangle: readonly (number | null)[]): TemplateResult {
  const most = symbols.length;
  const side = Math.max(10, Math.min(SIDE, 460 / most));
  const size = LEFT + most * side;
  const at = (row: number, column: number): number | null => {
    if (row === column) { return 1; }
    const [high, low] = row > column ? [row, column] : [column, row];
    return lowerTriangle[(high * (high - 1)) / 2 + low] ?? null;
  };
  return svg`<svg class="heat" viewBox="0 0 ${size} ${size}" role="img" aria-label="Correlation of every pair of symbols">
    ${symbols.map((name, row) => svg`<text x=${LEFT - 6} y=${LEFT + row * side + side / 2 + 4} text-anchor="end">${name}</text>
      <text transform=${`translate(${LEFT + row * side + side / 2 + 4} ${LEFT - 6}) rotate(-60)`}>${name}</text>
      ${symbols.map((other, column) => {
        const value = at(row, column);
        return value === null ? "" : svg`<g><title>${`${name} and ${other}: ${number(value)}`}</title>
          <rect class=${value >= 0 ? "plus" : "minus"} x=${LEFT + column * side} y=${LEFT + row * side} width=${side - 1} height=${side - 1} fill-opacity=${Math.min(1, Math.abs(value))}></rect>
          ${side >= 26 ? svg`<text class="ink" x=${LEFT + column * side + side / 2} y=${LEFT + row * side + side / 2 + 4} text-anchor="middle">${number(value, 1)}</text>` : ""}</g>`;
      })}`)}
  </svg>`;
}
