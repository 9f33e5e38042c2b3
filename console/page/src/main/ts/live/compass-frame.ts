/** Axes of a compass, in the order of the server (docs/console.md). */
export const AXES = ["VAPI_FA", "DWFD", "TW_LAF", "VRI", "A_DAG", "GIB", "LWPAI", "AOFM", "TPDLF", "VABAI", "LIDB", "SVR"] as const;
export type Axis = (typeof AXES)[number];

/** Timeframes, minutes, in the order of the server's layers. */
export const LAYERS = [5, 15, 30, 60, 240] as const;

const MAGIC = 0x32435048;

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
  /** by symbol and layer: mean distance from neutral, 0..1 */
  readonly energy: Float32Array;
  /** by symbol and layer: where flow points, -1..1 */
  readonly bias: Float32Array;
  /** by symbol and layer: place in the activities of CompassAxes */
  readonly activity: Uint8Array;
  /** by symbol and layer: place in the biases of CompassAxes */
  readonly biasWord: Uint8Array;
  /** by symbol: bit i stands for sign i of CompassAxes */
  readonly signs: Uint32Array;
}

/** Reads a binary message of the server; throws a sentence when it is none. */
export function decodeCompass(bytes: ArrayBuffer): CompassFrame {
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== MAGIC) { throw new Error("need a compass frame (HPC2), was something else: reload the page, the server is of another version"); }
  const n = view.getUint16(4, true);
  const axes = view.getUint8(6);
  const layers = view.getUint8(7);
  const cells = n * axes * layers;
  let at = 16;
  const take = (length: number): ArrayBuffer => bytes.slice(at, at += length);
  const radius = new Float32Array(take(4 * cells));
  const percentile = new Float32Array(take(4 * cells));
  const value = new Float32Array(take(4 * cells));
  const quality = new Uint8Array(take(cells));
  const readings = n * layers;
  const energy = new Float32Array(take(4 * readings));
  const bias = new Float32Array(take(4 * readings));
  const activity = new Uint8Array(take(readings));
  const biasWord = new Uint8Array(take(readings));
  const signs = new Uint32Array(take(4 * n));
  const symbols: string[] = [];
  const text = new TextDecoder();
  for (let i = 0; i < n; i++) {
    const length = view.getUint8(at);
    symbols.push(text.decode(new Uint8Array(bytes, at + 1, length)));
    at += 1 + length;
  }
  return {eventMillis: view.getFloat64(8, true), symbols, axes, layers, radius, percentile, value, quality, energy, bias, activity, biasWord, signs};
}

/** What a frame has of one symbol, as a frame of its own that holds on to nothing else; null when it has none. */
export function ofSymbol(frame: CompassFrame, symbol: string): CompassFrame | null {
  const row = frame.symbols.indexOf(symbol);
  if (row < 0) { return null; }
  const {axes, layers} = frame;
  const cells = [row * axes * layers, (row + 1) * axes * layers] as const;
  const readings = [row * layers, (row + 1) * layers] as const;
  return {
    eventMillis: frame.eventMillis, symbols: [symbol], axes, layers,
    radius: frame.radius.slice(...cells), percentile: frame.percentile.slice(...cells), value: frame.value.slice(...cells), quality: frame.quality.slice(...cells),
    energy: frame.energy.slice(...readings), bias: frame.bias.slice(...readings), activity: frame.activity.slice(...readings), biasWord: frame.biasWord.slice(...readings),
    signs: frame.signs.slice(row, row + 1),
  };
}

/** Place of a cell in the arrays of a frame. */
export function cell(frame: CompassFrame, symbol: number, axis: number, layer: number): number {
  return (symbol * frame.axes + axis) * frame.layers + layer;
}
