import {cell, type CompassFrame} from "../live/compass-frame";
import {colours, type Rgb} from "./colours";
import {drawFlat} from "./flat-board";
import {Program} from "./program";

/** Layers of the small compasses, of those of a frame: the shortest shows what moves, the longest what holds. */
export const BOARD_LAYERS = [3, 2, 1, 0] as const;

/** Where the compass of a symbol stands on the board, CSS pixels. */
export interface Place {
  readonly symbol: string;
  readonly x: number;
  readonly y: number;
}

/**
 * All small compasses in one draw call: an instance for each sector of each layer of each symbol; a sector reaches as far as
 * the value of its axis says. Without WebGL the same on a 2-D canvas.
 */
export class CompassBoard extends HTMLElement {
  /** Which of the two ways drew last, and in how many calls; for tests. */
  drawnBy: "webgl" | "canvas" | "none" = "none";
  drawCalls = 0;

  private readonly canvas = document.createElement("canvas");
  private program: Program | null = null;
  private failed = false;
  private instances = new Float32Array(0);
  private frame: CompassFrame | null = null;
  private shown: readonly string[] = [];
  private side = 96;
  private places: Place[] = [];

  /** Compasses to draw, and of which symbols in which order. */
  set data(data: {readonly frame: CompassFrame | null; readonly symbols: readonly string[]; readonly side: number}) {
    this.frame = data.frame;
    this.shown = data.symbols;
    this.side = data.side;
    this.draw();
  }

  connectedCallback(): void {
    this.canvas.setAttribute("aria-hidden", "true");
    this.append(this.canvas);
    new ResizeObserver(() => this.draw()).observe(this);
    this.draw();
  }

  /** Symbol at a point of the board, CSS pixels; null beside all. */
  symbolAt(x: number, y: number): string | null {
    const found = this.places.find((place) => x >= place.x && x < place.x + this.side && y >= place.y && y < place.y + this.side + LABEL);
    return found?.symbol ?? null;
  }

  private draw(): void {
    const width = this.clientWidth;
    if (width === 0) { return; }
    const columns = Math.max(1, Math.floor(width / this.side));
    const rows = Math.max(1, Math.ceil(this.shown.length / columns));
    const height = rows * (this.side + LABEL);
    const ratio = Math.min(2, devicePixelRatio);
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    this.places = this.shown.map((symbol, i) => ({symbol, x: (i % columns) * this.side, y: Math.floor(i / columns) * (this.side + LABEL)}));
    const frame = this.frame;
    if (frame === null) { return; }
    const count = this.fill(frame);
    const palette = colours(this);
    if (!this.failed && this.program === null) {
      try { this.program = new Program(this.canvas); } catch { this.failed = true; }
    }
    if (this.program !== null) {
      this.program.draw(this.instances, count, width, height, palette);
      this.drawCalls = 1;
      this.drawnBy = "webgl";
    } else {
      drawFlat(this.canvas, this.instances, count, ratio, palette);
      this.drawnBy = "canvas";
    }
  }

  /** Writes centre, inner and outer radius, angle and layer of each sector; returns how many. */
  private fill(frame: CompassFrame): number {
    const index = new Map(frame.symbols.map((symbol, i) => [symbol, i]));
    const needed = this.places.length * frame.axes * BOARD_LAYERS.length * FLOATS;
    if (this.instances.length < needed) { this.instances = new Float32Array(needed); }
    let at = 0;
    for (const place of this.places) {
      const symbol = index.get(place.symbol);
      if (symbol === undefined) { continue; }
      const reach = this.side / 2 - 6;
      for (const layer of BOARD_LAYERS) {
        for (let axis = 0; axis < frame.axes; axis++) {
          const radius = frame.radius[cell(frame, symbol, axis, layer)] as number;
          if (Number.isNaN(radius)) { continue; }
          this.instances[at++] = place.x + this.side / 2;
          this.instances[at++] = place.y + this.side / 2;
          this.instances[at++] = reach * Math.min(1, Math.max(0.02, radius));
          this.instances[at++] = axis / frame.axes;
          this.instances[at++] = 1 / frame.axes;
          this.instances[at++] = layer;
        }
      }
    }
    return at / FLOATS;
  }
}

/** Room below a compass for its symbol, CSS pixels. */
export const LABEL = 18;

/** Numbers of an instance: centre x and y, reach, angle, width of the angle (both as parts of a turn), layer. */
export const FLOATS = 6;

export type Palette = {readonly layers: readonly Rgb[]; readonly ring: Rgb};

customElements.define("compass-board", CompassBoard);
