import {FLOATS, type Palette} from "./board";

/** Steps of a sector's arc. */
const STEPS = 6;

const VERTEX = `#version 300 es
in vec2 corner;
in vec4 sector;
in vec2 rest;
uniform vec2 size;
out float layer;
void main() {
  float turn = sector.w + rest.x * corner.y - 0.25;
  float angle = 6.28318530718 * turn;
  vec2 at = sector.xy + sector.z * corner.x * vec2(cos(angle), sin(angle));
  layer = rest.y;
  gl_Position = vec4(2.0 * at.x / size.x - 1.0, 1.0 - 2.0 * at.y / size.y, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
in float layer;
uniform vec3 colours[5];
out vec4 colour;
void main() {
  colour = vec4(colours[int(layer + 0.5)] * 0.62, 0.62);
}`;

/** Draws all sectors by one instanced call of WebGL 2. */
export class Program {
  private readonly gl: WebGL2RenderingContext;
  private readonly data: WebGLBuffer;
  private readonly size: WebGLUniformLocation | null;
  private readonly colours: WebGLUniformLocation | null;

  /** Throws where there is no WebGL 2. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    const gl = canvas.getContext("webgl2", {antialias: true, premultipliedAlpha: true});
    if (gl === null) { throw new Error("no WebGL 2"); }
    this.gl = gl;
    const program = link(gl);
    gl.useProgram(program);
    this.size = gl.getUniformLocation(program, "size");
    this.colours = gl.getUniformLocation(program, "colours");
    const corners: number[] = [];
    for (let step = 0; step < STEPS; step++) { corners.push(0, 0, 1, step / STEPS, 1, (step + 1) / STEPS); }
    buffer(gl, new Float32Array(corners));
    attribute(gl, program, "corner", 2, 2, 0, 0);
    this.data = buffer(gl, new Float32Array(0));
    attribute(gl, program, "sector", 4, FLOATS, 0, 1);
    attribute(gl, program, "rest", 2, FLOATS, 4, 1);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  draw(instances: Float32Array, count: number, width: number, height: number, palette: Palette): void {
    const gl = this.gl;
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.size, width, height);
    gl.uniform3fv(this.colours, palette.layers.flat());
    gl.bindBuffer(gl.ARRAY_BUFFER, this.data);
    gl.bufferData(gl.ARRAY_BUFFER, instances.subarray(0, count * FLOATS), gl.DYNAMIC_DRAW);
    gl.drawArraysInstanced(gl.TRIANGLES, 0, 3 * STEPS, count);
  }
}

function buffer(gl: WebGL2RenderingContext, data: Float32Array): WebGLBuffer {
  const made = gl.createBuffer();
  if (made === null) { throw new Error("WebGL gives no buffer"); }
  gl.bindBuffer(gl.ARRAY_BUFFER, made);
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
  return made;
}

function attribute(gl: WebGL2RenderingContext, program: WebGLProgram, name: string, size: number, stride: number, offset: number, divisor: number): void {
  const place = gl.getAttribLocation(program, name);
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, size, gl.FLOAT, false, 4 * stride, 4 * offset);
  gl.vertexAttribDivisor(place, divisor);
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  if (program === null) { throw new Error("WebGL gives no program"); }
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
