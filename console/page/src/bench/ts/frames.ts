import {AXES, LAYERS} from "../../main/ts/live/compass-frame";

const MAGIC = 0x32435048;
const HEAD = 16;
const FLOAT_ARRAYS = 3;
const BYTES_PER_READING = 10;
const BYTES_OF_SIGNS = 4;

/** Steps of a radius from one message to the next: all sectors move in every frame. */
const STEP = 0.08;

/** Returns messages as the server sends them, one after the other of a market that moves; equal from run to run. */
export function messages(symbols: readonly string[], count: number): readonly ArrayBuffer[] {
  const cells = symbols.length * AXES.length * LAYERS.length;
  const draw = draws(7);
  const radius = Float32Array.from({length: cells}, draw);
  return Array.from({length: count}, (_, second) => {
    radius.forEach((was, i) => { radius[i] = Math.min(1, Math.max(0, was + STEP * (draw() - 0.5))); });
    return message(symbols, radius, 1000 * second);
  });
}

function message(symbols: readonly string[], radius: Float32Array, eventMillis: number): ArrayBuffer {
  const names = symbols.map((symbol) => new TextEncoder().encode(symbol));
  const cells = radius.length;
  const body = cells * (4 * FLOAT_ARRAYS + 1) + symbols.length * (LAYERS.length * BYTES_PER_READING + BYTES_OF_SIGNS);
  const length = HEAD + body + names.reduce((sum, name) => sum + 1 + name.length, 0);
  const bytes = new ArrayBuffer(length);
  const view = new DataView(bytes);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, symbols.length, true);
  view.setUint8(6, AXES.length);
  view.setUint8(7, LAYERS.length);
  view.setFloat64(8, eventMillis, true);
  for (let array = 0; array < FLOAT_ARRAYS; array++) {
    new Float32Array(bytes, HEAD + 4 * cells * array, cells).set(radius);
  }
  // Qualities stay 0, which is OK; so do readings and signs, which the boards do not draw.
  let at = HEAD + body;
  for (const name of names) {
    view.setUint8(at, name.length);
    new Uint8Array(bytes, at + 1, name.length).set(name);
    at += 1 + name.length;
  }
  return bytes;
}

/** Mulberry32: draws of 0 to 1. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
