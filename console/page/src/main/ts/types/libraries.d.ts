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
