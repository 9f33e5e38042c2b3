import uPlot, {type Data} from "uplot/dist/uPlot.esm.js";

/** One line over time. */
export interface Line {
  readonly name: string;
  /** CSS variable of its colour, e.g. `--c1`. */
  readonly colour: string;
  readonly dashed?: boolean;
  /** By time; null where missing, which leaves a gap. */
  readonly values: readonly (number | null)[];
}

/** Lines over event time. */
export interface SeriesData {
  /** Event times, ms, ascending. */
  readonly times: readonly number[];
  readonly lines: readonly Line[];
  /** How a value reads, e.g. with two digits. */
  readonly format: (value: number | null) => string;
}

const HEIGHT = 190;
const ZONE = "America/New_York";

/** Lines over time with a legend that follows the pointer. */
export class SeriesChart extends HTMLElement {
  private plot: uPlot | null = null;
  private shape = "";
  private shown: SeriesData | null = null;

  set data(data: SeriesData) {
    this.shown = data;
    this.draw();
  }

  connectedCallback(): void {
    new ResizeObserver(() => {
      if (this.plot !== null && this.clientWidth > 0) { this.plot.setSize({width: this.clientWidth, height: HEIGHT}); } else { this.draw(); }
    }).observe(this);
    this.draw();
  }

  disconnectedCallback(): void {
    this.plot?.destroy();
    this.plot = null;
  }

  private draw(): void {
    const shown = this.shown;
    if (shown === null || this.clientWidth === 0) { return; }
    const data: Data = [shown.times.map((time) => time / 1_000), ...shown.lines.map((line) => line.values)];
    const theme = getComputedStyle(this);
    const shape = shown.lines.map((line) => line.name).join() + theme.getPropertyValue("--panel");
    if (this.plot !== null && shape === this.shape) {
      this.plot.setData(data);
      return;
    }
    this.plot?.destroy();
    this.shape = shape;
    const colour = (name: string): string => theme.getPropertyValue(name).trim();
    const axis = {stroke: colour("--dim"), grid: {stroke: colour("--line"), width: 1}, ticks: {stroke: colour("--line")}};
    this.plot = new uPlot({
      width: this.clientWidth,
      height: HEIGHT,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), ZONE),
      series: [{}, ...shown.lines.map((line) => ({label: line.name, stroke: colour(line.colour), width: 1.6, ...(line.dashed === true ? {dash: [5, 4]} : {}), value: (_: uPlot, value: number | null) => shown.format(value)}))],
      axes: [axis, {...axis, size: 64, values: (_, splits) => splits.map((split) => shown.format(split))}],
    }, data, this);
  }
}

customElements.define("series-chart", SeriesChart);
