import {svg, type TemplateResult} from "lit-html/lit-html.js";
import {number, signed} from "../ui/format";

/** A bar to the left and one to the right of zero at a strike. */
export interface StrikeBar {
  readonly strike: number;
  readonly calls: number;
  readonly puts: number;
}

/** A price marked across the bars. */
export interface Mark {
  readonly price: number;
  readonly name: string;
  readonly kind: "spot" | "flip" | "wall" | "level";
}

const WIDTH = 520;
const LEFT = 62;
const BAR = 13;
/** Between two labels of marks, so that prices near each other can be told apart. */
const LABEL = 12;

/** Exposure by strike: calls to one side, puts to the other as their signs say; the price and levels as lines. */
export function strikes(bars: readonly StrikeBar[], marks: readonly Mark[], unit: string): TemplateResult {
  const ordered = [...bars].sort((a, b) => b.strike - a.strike);
  const most = Math.max(1e-9, ...ordered.map((bar) => Math.max(Math.abs(bar.calls), Math.abs(bar.puts))));
  const height = ordered.length * BAR + 26;
  const middle = LEFT + (WIDTH - LEFT) / 2;
  const x = (value: number): number => middle + (value / most) * ((WIDTH - LEFT) / 2 - 4);
  const y = (price: number): number => {
    const above = ordered.findIndex((bar) => bar.strike <= price);
    if (above <= 0) { return above === 0 ? 0 : ordered.length * BAR; }
    const high = ordered[above - 1] as StrikeBar;
    const low = ordered[above] as StrikeBar;
    return (above - (price - low.strike) / (high.strike - low.strike)) * BAR + BAR / 2;
  };
  const step = Math.max(1, Math.ceil(ordered.length / 24));
  return svg`<svg class="strikes" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${`By strike, ${unit}`}>
    <line class="grid-line" x1=${middle} x2=${middle} y1="0" y2=${height - 18}></line>
    ${ordered.map((bar, i) => svg`<g><title>${`${number(bar.strike, 0)}: calls ${signed(bar.calls)}, puts ${signed(bar.puts)} ${unit}`}</title>
      ${i % step === 0 ? svg`<text x=${LEFT - 8} y=${i * BAR + 10} text-anchor="end">${number(bar.strike, 0)}</text>` : ""}
      <rect class="calls" x=${Math.min(middle, x(bar.calls))} y=${i * BAR + 1} width=${Math.abs(x(bar.calls) - middle)} height=${(BAR - 3) / 2}></rect>
      <rect class="puts" x=${Math.min(middle, x(bar.puts))} y=${i * BAR + 1 + (BAR - 3) / 2} width=${Math.abs(x(bar.puts) - middle)} height=${(BAR - 3) / 2}></rect></g>`)}
    ${placed(marks.filter((mark) => ordered.length > 1 && mark.price >= (ordered[ordered.length - 1] as StrikeBar).strike && mark.price <= (ordered[0] as StrikeBar).strike), y)
      .map(({mark, line, label}) => svg`<g class=${`mark ${mark.kind}`}><line x1=${LEFT} x2=${WIDTH} y1=${line} y2=${line}></line><text x=${WIDTH} y=${label} text-anchor="end">${mark.name} ${number(mark.price)}</text></g>`)}
    <text x=${LEFT} y=${height - 4}>${signed(-most)}</text><text x=${middle} y=${height - 4} text-anchor="middle">${unit}</text><text x=${WIDTH} y=${height - 4} text-anchor="end">${signed(most)}</text>
  </svg>`;
}

/** Where lines and labels go, from above: a label stands over its line, or below the label before it. */
function placed(marks: readonly Mark[], y: (price: number) => number): readonly {readonly mark: Mark; readonly line: number; readonly label: number}[] {
  let lowest = -Infinity;
  return [...marks].sort((a, b) => b.price - a.price).map((mark) => {
    const line = y(mark.price);
    lowest = Math.max(line - 3, lowest + LABEL);
    return {mark, line, label: lowest};
  });
}
