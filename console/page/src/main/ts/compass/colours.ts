/** Red, green, blue, each 0..1. */
export type Rgb = readonly [number, number, number];

/** Colours of the layers, shortest timeframe first. */
export type Palette = readonly Rgb[];

/** Returns the colours as the theme has them. */
export function colours(element: Element): Palette {
  const style = getComputedStyle(element);
  return ["--c1", "--c2", "--c3", "--c4", "--c5"].map((name) => parse(style.getPropertyValue(name).trim()));
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.replace("#", ""), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
