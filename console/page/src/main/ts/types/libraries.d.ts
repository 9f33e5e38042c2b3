// What is used of libraries whose artifacts bring no types.
declare module "lit-html/lit-html.js" {
  export interface TemplateResult { readonly _$litType$: number }
  export const nothing: unique symbol;
  export const noChange: unique symbol;
  export type Renderable = TemplateResult | string | number | null | undefined | typeof nothing | readonly Renderable[];
  export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult;
  export function svg(strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult;
  export function render(what: Renderable, where: HTMLElement): void;
}
declare module "lit-html/directives/style-map.js" {
  export function styleMap(styles: Readonly<Record<string, string | number>>): unknown;
}
declare module "*.css";
declare module "uplot/dist/uPlot.esm.js" {
  export interface Series { readonly label?: string; readonly stroke?: string; readonly width?: number; readonly dash?: readonly number[]; readonly scale?: string; readonly value?: (plot: uPlot, value: number | null) => string }
  export interface Axis { readonly stroke?: string; readonly grid?: {readonly stroke: string; readonly width?: number}; readonly ticks?: {readonly stroke: string}; readonly size?: number; readonly values?: (plot: uPlot, splits: readonly number[]) => readonly string[]; readonly side?: number; readonly scale?: string }
  export interface Options { readonly width: number; readonly height: number; readonly series: readonly Series[]; readonly axes?: readonly Axis[]; readonly scales?: Readonly<Record<string, {readonly time?: boolean; readonly range?: readonly [number, number]}>>; readonly legend?: {readonly show: boolean; readonly live?: boolean}; readonly cursor?: {readonly drag?: {readonly x: boolean; readonly y: boolean}}; readonly tzDate?: (seconds: number) => Date; readonly hooks?: {readonly draw?: readonly ((plot: uPlot) => void)[]} }
  export type Data = readonly (readonly (number | null)[])[];
  export default class uPlot {
    constructor(options: Options, data: Data, target: HTMLElement);
    static tzDate(date: Date, zone: string): Date;
    readonly ctx: CanvasRenderingContext2D;
    readonly bbox: {readonly left: number; readonly top: number; readonly width: number; readonly height: number};
    setData(data: Data): void;
    setSize(size: {readonly width: number; readonly height: number}): void;
    valToPos(value: number, scale: string, canvas: boolean): number;
    destroy(): void;
  }
}
