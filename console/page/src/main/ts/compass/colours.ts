import type {Palette} from "./board";

/** Red, green, blue, each 0..1. */
export type Rgb = readonly [number, number, number];

/** Colours of the layers as the theme has them, shortest timeframe first. */
export function colours(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string): Rgb => parse(style.getPropertyValue(name).trim());
  return {layers: [of("--c1"), of("--c2"), of("--c3"), of("--c4"), of("--c5")], ring: of("--line")};
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.replace("#", ""), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
