import {CompassBoard} from "../../main/ts/compass/board";
import {decodeCompass} from "../../main/ts/live/compass-frame";
import {messages} from "./frames";
import {Radars} from "./radars";

const SYMBOLS = Array.from({length: 100}, (_, i) => `SYM${i}`);
const SIDE = 96;
const ROUNDS = 3;
const OURS_A_ROUND = 40;
const THEIRS_A_ROUND = 10;
const WARM_UP = 12;
const REST_MILLIS = 400;

/** What is told to the one who started the browser; times are milliseconds of a frame, by round. */
interface Times {
  readonly ours: number[][];
  /** Of the same frames what the script took, before the browser painted. */
  readonly script: number[][];
  readonly reference: number[][];
  /** Most draw calls of a frame of ours. */
  drawCalls: number;
  /** Share of the board's pixels that are painted after the last frame, 0..1. */
  paintedShare: number;
  drawnBy: string;
  renderer: string;
}

/** Times frames of the board, from the bytes of a message to drawn pixels, in turns with ECharts. */
async function measure(): Promise<Times> {
  const moves = messages(SYMBOLS, 64);
  const message = (frame: number): ArrayBuffer => moves[frame % moves.length] as ArrayBuffer;
  const calls = countDrawCalls();
  const board = new CompassBoard();
  document.getElementById("ours")?.append(board);
  const radars = new Radars(document.getElementById("reference") as HTMLElement, SYMBOLS, SIDE);
  radars.begin(decodeCompass(message(0)));
  // One pixel read: the call returns when all that was asked to be drawn is drawn.
  const pixel = new Uint8Array(4);
  let script: number[] = [];
  const ours = (bytes: ArrayBuffer): void => {
    const begin = performance.now();
    board.data = {frame: decodeCompass(bytes), symbols: SYMBOLS, side: SIDE};
    script.push(performance.now() - begin);
    const gl = context(board);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  };
  // ECharts pays for its script alone; the browser rasterises what it asked for afterwards, and nobody counts it.
  const theirs = (bytes: ArrayBuffer): void => radars.draw(decodeCompass(bytes));
  for (let i = 0; i < WARM_UP; i++) { await nextFrame(); ours(message(i)); }
  for (let i = 0; i < WARM_UP / 3; i++) { await nextFrame(); theirs(message(i)); }
  const times: Times = {ours: [], script: [], reference: [], drawCalls: 0, paintedShare: 0, drawnBy: board.drawnBy, renderer: renderer(context(board))};
  for (let round = 0; round < ROUNDS; round++) {
    script = [];
    times.ours.push(await timed("ours", OURS_A_ROUND, (i) => {
      const before = calls();
      ours(message(i));
      times.drawCalls = Math.max(times.drawCalls, calls() - before);
    }));
    times.script.push(script);
    times.reference.push(await timed("reference", THEIRS_A_ROUND, (i) => theirs(message(i))));
  }
  ours(message(0));
  times.paintedShare = painted(context(board));
  return times;
}

async function timed(shown: "ours" | "reference", count: number, draw: (frame: number) => void): Promise<number[]> {
  // The browser composes only the side that is timed; what the other left to it is done by then.
  for (const id of ["ours", "reference"]) { document.getElementById(id)?.style.setProperty("visibility", id === shown ? "visible" : "hidden"); }
  await new Promise((done) => setTimeout(done, REST_MILLIS));
  const millis: number[] = [];
  for (let i = 0; i < count; i++) {
    await nextFrame();
    const begin = performance.now();
    draw(i);
    millis.push(performance.now() - begin);
  }
  return millis;
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

function context(board: CompassBoard): WebGL2RenderingContext {
  const gl = board.querySelector("canvas")?.getContext("webgl2");
  if (!gl) { throw new Error("need WebGL 2 for the board, this browser has none"); }
  return gl;
}

/** Counts every call that draws, at the browser's own interface. */
function countDrawCalls(): () => number {
  let count = 0;
  const kinds = ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced", "drawRangeElements"] as const;
  for (const kind of kinds) {
    const own = WebGL2RenderingContext.prototype[kind] as (...values: number[]) => void;
    Object.defineProperty(WebGL2RenderingContext.prototype, kind, {
      value(this: WebGL2RenderingContext, ...values: number[]): void { count++; own.apply(this, values); },
    });
  }
  return () => count;
}

function painted(gl: WebGL2RenderingContext): number {
  const pixels = new Uint8Array(4 * gl.drawingBufferWidth * gl.drawingBufferHeight);
  gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return pixels.filter((value, i) => i % 4 === 3 && value > 0).length / (pixels.length / 4);
}

function renderer(gl: WebGL2RenderingContext): string {
  const unmasked = gl.getExtension("WEBGL_debug_renderer_info");
  return String(gl.getParameter(unmasked === null ? gl.RENDERER : unmasked.UNMASKED_RENDERER_WEBGL));
}

function tell(path: string, what: string): void {
  void fetch(path, {method: "POST", body: what});
}

measure().then((times) => tell("/times", JSON.stringify(times)), (why: unknown) => tell("/failed", String(why)));
