/** Axes of a compass, in the order of the server (docs/console.md). */
export const AXES = ["VAPI_FA", "DWFD", "TW_LAF", "VRI", "A_DAG", "GIB", "LWPAI", "AOFM", "TPDLF", "VABAI", "LIDB", "SVR"] as const;
export type Axis = (typeof AXES)[number];

/** Timeframes, minutes, in the order of the server's layers. */
export const LAYERS = [5, 15, 30, 60, 240] as const;

const MAGIC = 0x31435048;

/** Compasses of all symbols at one moment; arrays by symbol, axis, layer; NaN is missing. */
export interface CompassFrame {
  readonly eventMillis: number;
  readonly symbols: readonly string[];
  readonly axes: number;
  readonly layers: number;
  /** 0..1, 0.5 is neutral on axes with two sides */
  readonly radius: Float32Array;
  /** among those of the last four hours, 0..1 */
  readonly percentile: Float32Array;
  /** in the axis' own unit */
  readonly value: Float32Array;
  /** place in Quality */
  readonly quality: Uint8Array;
}

/** Reads a binary message of the server; throws a sentence when it is none. */
export function decodeCompass(bytes: ArrayBuffer): CompassFrame {
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== MAGIC) { throw new Error("need a compass frame (HPC1), was something else: reload the page, the server is of another version"); }
  const n = view.getUint16(4, true);
  const axes = view.getUint8(6);
  const layers = view.getUint8(7);
  const cells = n * axes * layers;
  let at = 16;
  const floats = (): Float32Array => {
    const array = new Float32Array(bytes.slice(at, at + 4 * cells));
    at += 4 * cells;
    return array;
  };
  const radius = floats();
  const percentile = floats();
  const value = floats();
  const quality = new Uint8Array(bytes.slice(at, at + cells));
  at += cells;
  const symbols: string[] = [];
  const text = new TextDecoder();
  for (let i = 0; i < n; i++) {
    const length = view.getUint8(at);
    symbols.push(text.decode(new Uint8Array(bytes, at + 1, length)));
    at += 1 + length;
  }
  return {eventMillis: view.getFloat64(8, true), symbols, axes, layers, radius, percentile, value, quality};
}

/** Place of a cell in the arrays of a frame. */
export function cell(frame: CompassFrame, symbol: number, axis: number, layer: number): number {
  return (symbol * frame.axes + axis) * frame.layers + layer;
}
