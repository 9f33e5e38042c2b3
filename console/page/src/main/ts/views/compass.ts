import {html, nothing, type Renderable, type TemplateResult} from "lit-html/lit-html.js";
import {LAYERS, type CompassFrame} from "../live/compass-frame";
import {look} from "../compass/look";
import {Playback} from "../compass/playback";
import {distance, read, type Reading} from "../compass/reading";
import {band, rose} from "../compass/rose";
import {DRAWN_LAYERS, LAYER_NAMES, SPOKES, spokeOf, type Family} from "../compass/spokes";
import {clock, number, percent, signed, words} from "../ui/format";
import {figure, panel} from "../ui/panel";
import type {Context, View} from "../ui/view";
import "./compass.css";

/** Which axes a compass shows. */
interface Mode {
  readonly name: string;
  readonly axes: readonly number[];
}

const ALL = SPOKES.map((_, axis) => axis);
const FULL: Mode = {name: "Full", axes: ALL};
const MODES: readonly Mode[] = [
  FULL,
  {name: "Core", axes: ALL.slice(0, 6)},
  {name: "Flow", axes: ofFamilies("flow", "momentum")},
  {name: "Risk", axes: ofFamilies("volatility", "liquidity")},
];

const playback = new Playback();
const chosen = {axis: 0, mode: FULL, layers: new Set(DRAWN_LAYERS)};
/** What was drawn last; while states play, the history goes on growing. */
let history: readonly CompassFrame[] = [];

export const compass: View = {
  hash: "compass",
  title: "Compass",
  key: "2",
  topics: [],
  market: false,
  draw(context: Context): TemplateResult {
    history = context.compassHistory;
    const place = playback.place(history);
    const frame = history[place] ?? context.compass;
    const row = frame === null || context.symbol === null ? -1 : frame.symbols.indexOf(context.symbol);
    if (frame === null || row < 0) {
      return html`<div class="grid">${panel(context, {title: "Compass", empty: "No compass of this symbol yet: it comes once a second as soon as the features of the symbol are known."}, () => nothing)}</div>`;
    }
    return html`<div class="grid compass-view">
      ${panel(context, {title: `Compass of ${context.symbol}`, timeMillis: frame.eventMillis, ...qualityOf(frame, row), wide: true}, () => whole(context, frame, row))}
      ${panel(context, {title: spokeOf(chosen.axis).label, timeMillis: frame.eventMillis}, () => drillDown(frame, row))}
      ${panel(context, {title: "All axes", timeMillis: frame.eventMillis}, () => table(context, frame, row))}
    </div>`;
  },
};

function ofFamilies(...families: readonly Family[]): readonly number[] {
  return ALL.filter((axis) => families.includes(spokeOf(axis).family));
}

function shownLayers(): readonly number[] { return DRAWN_LAYERS.filter((layer) => chosen.layers.has(layer)); }

function shortest(): number { return shownLayers()[0] ?? 0; }

/** How many axes are sound, where not all are. */
function qualityOf(frame: CompassFrame, row: number): {readonly quality?: string} {
  const sound = ALL.filter((axis) => look(frame, row, axis, shortest()).quality === "OK").length;
  return sound === ALL.length ? {} : {quality: `${sound} of ${ALL.length} axes sound`};
}

function whole(context: Context, frame: CompassFrame, row: number): TemplateResult {
  const reading = read(frame, row, shortest());
  const {mode} = chosen;
  return html`<div class="compass-whole">
    ${rose({frame, row, axes: mode.axes, layers: shownLayers(), selected: chosen.axis, centre: words(reading.activity), tone: toneOf(reading),
      onSelect: (axis) => { chosen.axis = axis; context.redraw(); }})}
    <div class="compass-side">
      <div class="figures">
        ${figure("activity", words(reading.activity))}
        ${figure("energy", percent(reading.energy))}
        ${figure("flow bias", reading.bias === null ? reading.label : `${reading.label} ${signed(reading.bias)}`, toneOf(reading) === "flat" ? "plain" : toneOf(reading) as "up" | "down")}
      </div>
      <fieldset class="choices"><legend>Axes</legend>
        ${MODES.map((one) => html`<button type="button" aria-pressed=${one === mode} @click=${() => { chosen.mode = one; context.redraw(); }}>${one.name}</button>`)}
      </fieldset>
      <fieldset class="choices layers"><legend>Timeframes</legend>
        ${DRAWN_LAYERS.map((layer) => html`<button type="button" class="l${layer}" aria-pressed=${chosen.layers.has(layer)} @click=${() => toggle(context, layer)}>${LAYER_NAMES[layer]}</button>`)}
      </fieldset>
      ${controls(context)}
    </div>
  </div>`;
}

function toneOf(reading: Reading): "up" | "down" | "flat" {
  return reading.bias === null || Math.abs(reading.bias) <= 0.2 ? "flat" : reading.bias > 0 ? "up" : "down";
}

/** Shows or hides a timeframe; one always stays. */
function toggle(context: Context, layer: number): void {
  if (!chosen.layers.delete(layer)) {
    chosen.layers.add(layer);
  } else if (chosen.layers.size === 0) {
    chosen.layers.add(layer);
  }
  context.redraw();
}

function controls(context: Context): Renderable {
  if (history.length < 2) {
    return html`<p class="hint">History begins with the second state; up to 100 are kept.</p>`;
  }
  const place = playback.place(history);
  return html`<fieldset class="choices"><legend>History</legend>
    <input type="range" min="0" max=${history.length - 1} .value=${String(place)} aria-label="State of the compass in the history"
      aria-valuetext=${clock(history[place]?.eventMillis)}
      @input=${(event: InputEvent) => { playback.stop(); playback.hold(history, Number((event.target as HTMLInputElement).value)); context.redraw(); }}>
    <button type="button" @click=${() => { if (playback.playing) { playback.stop(); context.redraw(); } else { playback.play(() => history, context.redraw); } }}>${playback.playing ? "Pause" : "Play last 20"}</button>
    <button type="button" aria-pressed=${playback.live} @click=${() => { playback.follow(); context.redraw(); }}>Live</button>
    <span class="hint">${clock(history[place]?.eventMillis)}, state ${place + 1} of ${history.length}</span>
  </fieldset>`;
}

/** What one axis says in every timeframe. */
function drillDown(frame: CompassFrame, row: number): TemplateResult {
  const axis = chosen.axis;
  const spoke = spokeOf(axis);
  return html`<p>${spoke.definition}</p>
    <p class="advice">${advice(look(frame, row, axis, shortest()).radius, axis)}</p>
    <table><caption>Range ${number(spoke.low, 1)} to ${number(spoke.high, 1)}, ${spoke.twoSided ? "50 % is neutral" : "0 % is quiet"}; percentile among the last four hours</caption>
      <thead><tr><th scope="col">Timeframe</th><th scope="col">Value</th><th scope="col">Radius</th><th scope="col">Percentile</th><th scope="col">Quality</th></tr></thead>
      <tbody>${LAYERS.map((_, layer) => {
        const at = look(frame, row, axis, layer);
        return html`<tr><th scope="row">${LAYER_NAMES[layer]}</th><td>${number(at.value, 3)}</td><td>${percent(at.radius)}</td>
          <td>${percent(at.percentile)}</td><td>${words(at.quality)}</td></tr>`;
      })}</tbody></table>`;
}

function advice(radius: number, axis: number): string {
  const spoke = spokeOf(axis);
  if (Number.isNaN(radius)) { return "Missing: what it is made from has not come, or there is too little of it yet."; }
  if (radius > 0.7) { return spoke.above; }
  if (radius < 0.3) { return spoke.below; }
  return "Nothing unusual.";
}

function table(context: Context, frame: CompassFrame, row: number): TemplateResult {
  const layer = shortest();
  return html`<table><caption>At ${LAYER_NAMES[layer]}</caption>
    <thead><tr><th scope="col">Axis</th><th scope="col">Value</th><th scope="col">Radius</th><th scope="col">Percentile</th><th scope="col">Quality</th></tr></thead>
    <tbody>${ALL.map((axis) => {
      const at = look(frame, row, axis, layer);
            const strength = Number.isNaN(at.radius) ? "low" : band(distance(axis, at.radius));
      return html`<tr class=${axis === chosen.axis ? "selected" : ""}>
        <th scope="row"><button type="button" class="pick" @click=${() => { chosen.axis = axis; context.redraw(); }}>${spokeOf(axis).label}</button></th>
        <td>${number(at.value, 3)}</td><td class=${strength}>${percent(at.radius)}</td><td>${percent(at.percentile)}</td><td>${words(at.quality)}</td></tr>`;
    })}</tbody></table>`;
}
