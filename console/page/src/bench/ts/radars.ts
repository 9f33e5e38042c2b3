import * as echarts from "echarts/dist/echarts.esm.min.js";
import {BOARD_LAYERS} from "../../main/ts/compass/sectors";
import {AXES, cell, type CompassFrame} from "../../main/ts/live/compass-frame";

const COLOURS = ["#4477aa", "#66ccee", "#228833", "#ccbb44"];

/** The reference: a radar of ECharts for each symbol, of the same size, axes and layers, without animation. */
export class Radars {
  private readonly charts: readonly echarts.Chart[];

  constructor(host: HTMLElement, symbols: readonly string[], side: number) {
    this.charts = symbols.map(() => {
      const place = document.createElement("div");
      host.append(place);
      return echarts.init(place, null, {renderer: "canvas", width: side, height: side});
    });
  }

  /** The first frame also sets up axes and colours. */
  begin(frame: CompassFrame): void {
    this.charts.forEach((chart, symbol) => chart.setOption({
      animation: false,
      color: COLOURS,
      radar: {radius: 42, splitNumber: 2, axisName: {show: false}, indicator: AXES.map((name) => ({name, min: 0, max: 1}))},
      series: [series(frame, symbol)],
    }));
  }

  draw(frame: CompassFrame): void {
    this.charts.forEach((chart, symbol) => {
      chart.setOption({series: [series(frame, symbol)]});
      chart.getZr().flush();
    });
  }
}

function series(frame: CompassFrame, symbol: number): echarts.RadarSeries {
  return {
    type: "radar", silent: true, symbol: "none", areaStyle: {opacity: 0.4}, lineStyle: {width: 1},
    data: BOARD_LAYERS.map((layer) => ({value: AXES.map((_, axis) => frame.radius[cell(frame, symbol, axis, layer)] ?? NaN)})),
  };
}
