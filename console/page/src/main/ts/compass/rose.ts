import {svg, type TemplateResult} from "lit-html/lit-html.js";
import type {CompassFrame} from "../live/compass-frame";
import {percent} from "../ui/format";
import {look} from "./look";
import type {Axis} from "../generated/records";
import {distance, layerName} from "./axes";

/** Reach of radius 1 in the drawing's own units; labels stand beyond it. */
const REACH = 130;
const RINGS = [0.25, 0.5, 0.75, 1];

/** What a large compass shows. */
export interface Rose {
  readonly frame: CompassFrame;
  /** Place of the symbol in the frame. */
  readonly row: number;
  readonly definitions: readonly Axis[];
  /** Minutes of each layer of a frame. */
  readonly minutes: readonly number[];
  /** Places of axes that are shown, in order. */
  readonly axes: readonly number[];
  /** Places of layers that are shown, the shortest first. */
  readonly layers: readonly number[];
  /** Place of the axis that is looked at. */
  readonly selected: number;
  readonly onSelect: (axis: number) => void;
  /** Words in the middle. */
  readonly centre: string;
  readonly tone: "up" | "down" | "flat";
}

interface Point {readonly x: number; readonly y: number}

function point(place: number, count: number, radius: number): Point {
  const angle = (2 * Math.PI * place) / count;
  return {x: Math.sin(angle) * radius * REACH, y: -Math.cos(angle) * radius * REACH};
}

function at(point: Point): string { return `${point.x.toFixed(1)},${point.y.toFixed(1)}`; }

/** Which band of strength a distance from neutral is in. */
export function band(strength: number): "extreme" | "high" | "neutral" | "low" {
  return strength > 0.9 ? "extreme" : strength > 0.7 ? "high" : strength >= 0.3 ? "neutral" : "low";
}

/** A large compass: spokes to pick, a polygon per layer with true radii, gaps where a value is missing. */
export function rose(of: Rose): TemplateResult {
  return svg`<svg class="rose ${of.tone}" viewBox="-205 -165 410 330" role="group" aria-label="Compass of ${of.frame.symbols[of.row] ?? ""}: pick an axis">
    ${RINGS.map((ring) => svg`<circle class=${ring === 0.5 ? "ring neutral" : "ring"} r=${ring * REACH}></circle>`)}
    ${[...of.layers].reverse().map((layer) => polygon(of, layer))}
    ${of.axes.map((axis, place) => spoke(of, axis, place))}
    <text class="centre" y="5">${of.centre}</text>
  </svg>`;
}

function polygon(of: Rose, layer: number): TemplateResult {
  const count = of.axes.length;
  const radius = (axis: number): number => look(of.frame, of.row, axis, layer).radius;
  const edges: string[] = [];
  const wedges: string[] = [];
  of.axes.forEach((axis, place) => {
    const next = (place + 1) % count;
    const here = radius(axis);
    const there = radius(of.axes[next] ?? axis);
    if (!Number.isNaN(here) && !Number.isNaN(there)) {
      const from = at(point(place, count, here));
      const to = at(point(next, count, there));
      edges.push(`M${from}L${to}`);
      wedges.push(`M0,0L${from}L${to}Z`);
    }
  });
  return svg`<g class="layer l${layer}"><path class="area" d=${wedges.join("")}></path><path class="edge" d=${edges.join("")}></path></g>`;
}

function spoke(of: Rose, axis: number, place: number): TemplateResult {
  const count = of.axes.length;
  const end = point(place, count, 1);
  const label = point(place, count, 1.1);
  const anchor = Math.abs(label.x) < 20 ? "middle" : label.x > 0 ? "start" : "end";
  const radius = look(of.frame, of.row, axis, of.layers[0] ?? 0).radius;
  const known = !Number.isNaN(radius);
  const dot = point(place, count, known ? radius : 0);
  const definition = of.definitions[axis];
  if (definition === undefined) { return svg``; }
  const says = `${definition.label}, ${known ? percent(radius) : "missing"} at ${layerName(of.minutes[of.layers[0] ?? 0] ?? 0)}`;
  return svg`<g class="spoke ${axis === of.selected ? "selected" : ""}" role="button" tabindex="0" aria-label=${says} aria-pressed=${axis === of.selected}
      @click=${() => of.onSelect(axis)} @keydown=${(event: KeyboardEvent) => onKey(event, () => of.onSelect(axis))}>
    <line x2=${end.x} y2=${end.y}></line>
    <line class="hit" x2=${end.x} y2=${end.y}></line>
    ${known ? svg`<circle class="dot ${band(distance(definition, radius))}" cx=${dot.x} cy=${dot.y} r=${2.5 + 2.5 * distance(definition, radius)}></circle>` : ""}
    <text x=${label.x} y=${label.y + 3} text-anchor=${anchor}>${definition.label}</text>
    <text class=${known ? "share" : "share missing"} x=${label.x} y=${label.y + 14} text-anchor=${anchor}>${known ? percent(radius) : "missing"}</text>
  </g>`;
}

function onKey(event: KeyboardEvent, act: () => void): void {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    act();
  }
}
