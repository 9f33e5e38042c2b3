import {AXES} from "../live/compass-frame";
import type {Palette} from "./colours";
import {BOARD_LAYERS, type Grid, LABEL, OPACITY} from "./sectors";

/**
 * A triangle for each sector, as long as the longest of its layers, half a pixel wider than the sector. How far each layer
 * reaches is looked up in a texture, by the number of the vertex: instances of three vertices would be slow on a card, and
 * where the processor draws each would be a call of its own.
 */
const VERTEX = `#version 300 es
uniform highp sampler2D reaches;
uniform vec2 size;
uniform float side;
uniform int columns;
uniform int axes;
uniform float ratio;
uniform vec2 edge;
uniform vec2 directions[${AXES.length}];
out vec2 at;
flat out vec4 reach;
void main() {
  int sector = gl_VertexID / 3;
  int vertex = gl_VertexID % 3;
  int symbol = sector / axes;
  int axis = sector % axes;
  reach = texelFetch(reaches, ivec2(axis, symbol), 0);
  float pad = 0.5 / ratio;
  float back = pad / edge.x;
  float longest = max(max(reach.x, reach.y), max(reach.z, reach.w));
  float ahead = longest < 0.0 ? -back : longest + pad;
  at = vertex == 0 ? vec2(-back, 0.0) : vec2(ahead, (ahead + back) * edge.x / edge.y * (vertex == 1 ? -1.0 : 1.0));
  vec2 up = directions[axis];
  vec2 place = vec2(at.x * up.x - at.y * up.y, at.x * up.y + at.y * up.x);
  place += 0.5 * side + vec2(float(symbol % columns) * side, float(symbol / columns) * (side + ${LABEL}.0));
  gl_Position = vec4(2.0 * place.x / size.x - 1.0, 1.0 - 2.0 * place.y / size.y, 0.0, 1.0);
}`;

/** Lays the layers over each other in every pixel; edges are smoothed by the distance to them, which takes no samples. */
const FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
flat in vec4 reach;
uniform float ratio;
uniform vec2 edge;
uniform vec3 colours[${BOARD_LAYERS.length}];
out vec4 colour;
void main() {
  float within = clamp((at.x * edge.x - abs(at.y) * edge.y) * ratio + 0.5, 0.0, 1.0) * ${OPACITY};
  vec4 share = clamp((reach - length(at)) * ratio + 0.5, 0.0, 1.0) * within;
  colour = vec4(colours[0], 1.0) * share.x;
  colour = colour * (1.0 - share.y) + vec4(colours[1], 1.0) * share.y;
  colour = colour * (1.0 - share.z) + vec4(colours[2], 1.0) * share.z;
  colour = colour * (1.0 - share.w) + vec4(colours[3], 1.0) * share.w;
}`;

/** Draws all compasses by one call of WebGL 2. */
export class Program {
  private readonly gl: WebGL2RenderingContext;
  private readonly place: (name: string) => WebGLUniformLocation | null;

  /** Throws where there is no WebGL 2. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    const gl = canvas.getContext("webgl2", {antialias: false, depth: false, premultipliedAlpha: true});
    if (gl === null) { throw new Error("no WebGL 2"); }
    this.gl = gl;
    const program = link(gl);
    gl.useProgram(program);
    this.place = (name) => gl.getUniformLocation(program, name);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) { gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST); }
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Draws what the reaches say (sectors.ts); width and height of the canvas in CSS pixels. */
  draw(grid: Grid, reaches: Float32Array, width: number, height: number, palette: Palette): void {
    const gl = this.gl;
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.place("size"), width, height);
    gl.uniform1f(this.place("side"), grid.side);
    gl.uniform1i(this.place("columns"), grid.columns);
    gl.uniform1i(this.place("axes"), grid.axes);
    gl.uniform1f(this.place("ratio"), this.canvas.width / width);
    gl.uniform3fv(this.place("colours"), BOARD_LAYERS.flatMap((layer) => palette[layer] ?? [0.5, 0.5, 0.5]));
    const half = Math.PI / grid.axes;
    gl.uniform2f(this.place("edge"), Math.sin(half), Math.cos(half));
    gl.uniform2fv(this.place("directions"), AXES.flatMap((_, axis) => [Math.sin(half * (2 * axis + 1)), -Math.cos(half * (2 * axis + 1))]));
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, grid.axes, grid.count, 0, gl.RGBA, gl.FLOAT, reaches);
    gl.drawArrays(gl.TRIANGLES, 0, 3 * grid.count * grid.axes);
  }
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) { throw new Error("WebGL gives no shader"); }
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) { throw new Error(gl.getProgramInfoLog(program) ?? "shader"); }
  return program;
}
