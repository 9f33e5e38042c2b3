import {svg, type TemplateResult} from "lit-html/lit-html.js";
import {clock} from "../ui/format";

/** A span of time with a name. */
export interface Lane {
  readonly name: string;
  readonly from: number;
  /** null while it goes on */
  readonly to: number | null;
  readonly marked: boolean;
  readonly note: string;
}

const WIDTH = 980;
const LEFT = 270;
const ROW = 22;

/** Spans below each other on one axis of time. */
export function lanes(rows: readonly Lane[], from: number, to: number): TemplateResult {
  const range = Math.max(1, to - from);
  const x = (time: number): number => LEFT + ((time - from) / range) * (WIDTH - LEFT - 8);
  const height = rows.length * ROW + 22;
  return svg`<svg class="lanes" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Narratives over time">
    ${rows.map((row, i) => svg`<g><title>${`${row.note}: ${row.name}`}</title>
      <text class="ink" x=${LEFT - 10} y=${i * ROW + 15} text-anchor="end">${row.name}</text>
      <rect class=${row.marked ? "marked" : "plain"} x=${x(row.from)} y=${i * ROW + 4} width=${Math.max(3, x(row.to ?? to) - x(row.from))} height=${ROW - 8} rx="3"></rect></g>`)}
    <text x=${LEFT} y=${height - 4}>${clock(from)}</text><text x=${WIDTH - 8} y=${height - 4} text-anchor="end">${clock(to)}</text>
  </svg>`;
}
