/** What stands where nothing is known. */
export const MISSING = "–";

/** A number with so many digits after the point; thousands apart. */
export function number(value: number | null | undefined, digits = 2): string {
  return value === null || value === undefined || !Number.isFinite(value)
    ? MISSING
    : value.toLocaleString("en-US", {minimumFractionDigits: digits, maximumFractionDigits: digits});
}

/** A share as per cent. */
export function percent(share: number | null | undefined, digits = 0): string {
  return share === null || share === undefined || !Number.isFinite(share) ? MISSING : `${(100 * share).toFixed(digits)} %`;
}

/** A number with its sign, short: 1.2k, -3.4M. */
export function signed(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) { return MISSING; }
  const size = Math.abs(value);
  const [scale, unit] = size >= 1e9 ? [1e9, "B"] : size >= 1e6 ? [1e6, "M"] : size >= 1e3 ? [1e3, "k"] : [1, ""];
  return `${value < 0 ? "−" : "+"}${(size / scale).toFixed(size < 10 ? 2 : 1)}${unit}`;
}

/** Event time as New York's clock says it. */
export function clock(millis: number | null | undefined): string {
  return millis === null || millis === undefined
    ? MISSING
    : new Date(millis).toLocaleTimeString("en-GB", {timeZone: "America/New_York", hour12: false});
}

/** A span: 12 s, 3 min, 2 h 5 min. */
export function span(millis: number | null | undefined): string {
  if (millis === null || millis === undefined || !Number.isFinite(millis)) { return MISSING; }
  const seconds = Math.max(0, Math.round(millis / 1_000));
  if (seconds < 90) { return `${seconds} s`; }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** LOW_VOL_TRENDING as words: low vol trending. */
export function words(name: string): string {
  return name.toLowerCase().replaceAll("_", " ");
}
