import type {CompassFrame} from "../live/compass-frame";
import {colours} from "./colours";
import {drawFlat} from "./flat-board";
import {Program} from "./program";
import {BOARD_LAYERS, fillReaches, type Grid, LABEL} from "./sectors";

/** All small compasses in one draw call; a sector reaches as far as its axis says. Without WebGL the same on a 2-D canvas. */
export class CompassBoard extends HTMLElement {
  /** Which of the two ways drew last, and in how many calls; for tests. */
  drawnBy: "webgl" | "canvas" | "none" = "none";
  drawCalls = 0;

  private readonly canvas = document.createElement("canvas");
  private program: Program | null = null;
  private failed = false;
  private reaches = new Float32Array(0);
  private frame: CompassFrame | null = null;
  private shown: readonly string[] = [];
  private side = 96;
  private grid: Grid = {count: 0, columns: 1, side: 96, axes: 0};

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
    const {columns, side} = this.grid;
    const column = Math.floor(x / side);
    if (column < 0 || column >= columns || y < 0) { return null; }
    return this.shown[Math.floor(y / (side + LABEL)) * columns + column] ?? null;
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
    const frame = this.frame;
    this.grid = {count: this.shown.length, columns, side: this.side, axes: frame?.axes ?? 0};
    if (frame === null) { return; }
    const needed = this.grid.count * this.grid.axes * BOARD_LAYERS.length;
    if (this.reaches.length !== needed) { this.reaches = new Float32Array(needed); }
    fillReaches(this.reaches, this.grid, frame, this.shown);
    const palette = colours(this);
    if (!this.failed && this.program === null) {
      try { this.program = new Program(this.canvas); } catch { this.failed = true; }
    }
    if (this.program !== null) {
      this.program.draw(this.grid, this.reaches, width, height, palette);
      this.drawCalls = 1;
      this.drawnBy = "webgl";
    } else {
      drawFlat(this.canvas, this.grid, this.reaches, ratio, palette);
      this.drawnBy = "canvas";
    }
  }
}

customElements.define("compass-board", CompassBoard);
