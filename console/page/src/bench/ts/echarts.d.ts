// What the bench uses of ECharts, whose artifact brings its types elsewhere.
declare module "echarts/dist/echarts.esm.min.js" {
  export interface RadarSeries { readonly type: "radar"; readonly silent: boolean; readonly symbol: "none"; readonly areaStyle: {readonly opacity: number}; readonly lineStyle: {readonly width: number}; readonly data: readonly {readonly value: readonly number[]}[] }
  export interface RadarOption { readonly animation?: boolean; readonly color?: readonly string[]; readonly radar?: {readonly radius: number; readonly splitNumber: number; readonly axisName: {readonly show: boolean}; readonly indicator: readonly {readonly name: string; readonly min: number; readonly max: number}[]}; readonly series: readonly RadarSeries[] }
  export interface Chart { setOption(option: RadarOption): void; getZr(): {flush(): void} }
  export function init(element: HTMLElement, theme: null, options: {readonly renderer: "canvas"; readonly width: number; readonly height: number}): Chart;
}
