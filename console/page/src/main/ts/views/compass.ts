import {html, nothing, type Renderable, type TemplateResult} from "lit-html/lit-html.js";
import type {Axis, CompassAlert, CompassAxes} from "../generated/records";
import type {CompassFrame} from "../live/compass-frame";
import {look, qualityName} from "../compass/look";
import {Playback} from "../compass/playback";
import {loadAlerts, read} from "../compass/reading";
import {band, rose} from "../compass/rose";
import {withTrail} from "../compass/trail";
import {distance, DRAWN_LAYERS, layerName, loadAxes} from "../compass/axes";
import {clock, number, percent, signed, words} from "../ui/format";
import {figure, panel} from "../ui/panel";
import type {Context, View} from "../ui/view";
import "./compass.css";

/** Which axes a compass shows. */
interface Mode {
  readonly name: string;
  readonly shows: (axis: Axis, place: number) => boolean;
}

const CORE_AXES = 6;
const FULL: Mode = {name: "Full", shows: () => true};
const MODES: readonly Mode[] = [
  FULL,
  {name: "Core", shows: (_, place) => place < CORE_AXES},
  {name: "Flow", shows: (axis) => axis.family === "FLOW" || axis.family === "MOMENTUM"},
  {name: "Risk", shows: (axis) => axis.family === "STRUCTURE" || axis.family === "LIQUIDITY"},
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
    history = withTrail(context.symbol, context.compassHistory, context.redraw);
    const place = playback.place(history);
    const frame = history[place] ?? context.compass;
    const row = frame === null || context.symbol === null ? -1 : frame.symbols.indexOf(context.symbol);
    if (frame === null || row < 0) {
      return html`<div class="grid">${panel(context, {title: "Compass", empty: "No compass of this symbol yet: it comes once a second as soon as the features of the symbol are known."}, () => nothing)}</div>`;
    }
    const said = loadAxes(context.redraw);
    if (said.state !== "there") {
      const why = said.state === "failed" ? said.sentence : "Asking the server what the axes stand for.";
      return html`<div class="grid">${panel(context, {title: "Compass", empty: why}, () => nothing)}</div>`;
    }
    const axes = said.value;
    const axis = axes.axes[chosen.axis];
    return html`<div class="grid compass-view">
      ${panel(context, {title: `Compass of ${context.symbol}`, timeMillis: frame.eventMillis, ...qualityOf(axes, frame, row), wide: true}, () => whole(context, axes, frame, row))}
      ${axis === undefined ? nothing : panel(context, {title: axis.label, timeMillis: frame.eventMillis}, () => drillDown(axes, axis, frame, row))}
      ${panel(context, {title: "Alerts", timeMillis: frame.eventMillis}, () => alerts(context, axes, context.symbol ?? ""))}
      ${panel(context, {title: "All axes", timeMillis: frame.eventMillis}, () => table(context, axes, frame, row))}
    </div>`;
  },
};

function shownLayers(): readonly number[] { return DRAWN_LAYERS.filter((layer) => chosen.layers.has(layer)); }

function shortest(): number { return shownLayers()[0] ?? 0; }

/** How many axes are sound, where not all are. */
function qualityOf(said: CompassAxes, frame: CompassFrame, row: number): {readonly quality?: string} {
  const {axes} = said;
  const sound = axes.filter((_, axis) => qualityName(said, look(frame, row, axis, shortest())) === "OK").length;
  return sound === axes.length ? {} : {quality: `${sound} of ${axes.length} axes sound`};
}

function whole(context: Context, said: CompassAxes, frame: CompassFrame, row: number): TemplateResult {
  const {axes, layerMinutes} = said;
  const reading = read(said, frame, row, shortest());
  const {mode} = chosen;
  const shown = axes.flatMap((axis, place) => mode.shows(axis, place) ? [place] : []);
  return html`<div class="compass-whole">
    ${rose({frame, row, definitions: axes, minutes: layerMinutes, axes: shown, layers: shownLayers(), selected: chosen.axis, centre: words(reading.activity), tone: reading.lean,
      onSelect: (axis) => { chosen.axis = axis; context.redraw(); }})}
    <div class="compass-side">
      <div class="figures">
        ${figure("activity", words(reading.activity))}
        ${figure("energy", percent(reading.energy))}
        ${figure("flow bias", reading.bias === null ? words(reading.label) : `${words(reading.label)} ${signed(reading.bias)}`, reading.lean === "flat" ? "plain" : reading.lean)}
      </div>
      <fieldset class="choices"><legend>Axes</legend>
        ${MODES.map((one) => html`<button type="button" aria-pressed=${one === mode} @click=${() => { chosen.mode = one; context.redraw(); }}>${one.name}</button>`)}
      </fieldset>
      <fieldset class="choices layers"><legend>Timeframes</legend>
        ${DRAWN_LAYERS.map((layer) => html`<button type="button" class="l${layer}" aria-pressed=${chosen.layers.has(layer)} @click=${() => toggle(context, layer)}>${layerName(layerMinutes[layer] ?? 0)}</button>`)}
      </fieldset>
      ${controls(context)}
    </div>
  </div>`;
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
    return html`<p class="hint">History begins with the second state; the server keeps one in ten seconds for twenty minutes, this page the last 100.</p>`;
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
function drillDown(said: CompassAxes, axis: Axis, frame: CompassFrame, row: number): TemplateResult {
  return html`<p>${axis.definition}</p>
    <p class="advice">${advice(look(frame, row, chosen.axis, shortest()).radius, axis)}</p>
    <table><caption>Range ${number(axis.low, 1)} to ${number(axis.high, 1)}, ${axis.twoSided ? "50 % is neutral" : "0 % is quiet"}; percentile among the last four hours</caption>
      <thead><tr><th scope="col">Timeframe</th><th scope="col">Value</th><th scope="col">Radius</th><th scope="col">Percentile</th><th scope="col">Quality</th></tr></thead>
      <tbody>${said.layerMinutes.map((minutes, layer) => {
        const at = look(frame, row, chosen.axis, layer);
        return html`<tr><th scope="row">${layerName(minutes)}</th><td>${number(at.value, 3)}</td><td>${percent(at.radius)}</td>
          <td>${percent(at.percentile)}</td><td>${words(qualityName(said, at))}</td></tr>`;
      })}</tbody></table>`;
}

function advice(radius: number, axis: Axis): string {
  if (Number.isNaN(radius)) { return "Missing: what it is made from has not come, or there is too little of it yet."; }
  if (radius > 0.7) { return axis.above; }
  if (radius < 0.3) { return axis.below; }
  return "Nothing unusual.";
}

function table(context: Context, said: CompassAxes, frame: CompassFrame, row: number): TemplateResult {
  const {axes, layerMinutes} = said;
  const layer = shortest();
  return html`<table><caption>At ${layerName(layerMinutes[layer] ?? 0)}</caption>
    <thead><tr><th scope="col">Axis</th><th scope="col">Value</th><th scope="col">Radius</th><th scope="col">Percentile</th><th scope="col">Quality</th></tr></thead>
    <tbody>${axes.map((axis, place) => {
      const at = look(frame, row, place, layer);
      const strength = Number.isNaN(at.radius) ? "low" : band(distance(axis, at.radius));
      return html`<tr class=${place === chosen.axis ? "selected" : ""}>
        <th scope="row"><button type="button" class="pick" @click=${() => { chosen.axis = place; context.redraw(); }}>${axis.label}</button></th>
        <td>${number(at.value, 3)}</td><td class=${strength}>${percent(at.radius)}</td><td>${percent(at.percentile)}</td><td>${words(qualityName(said, at))}</td></tr>`;
    })}</tbody></table>`;
}

const SHOWN_ALERTS = 12;

/** Signs that stand and the last that ended. */
function alerts(context: Context, axes: CompassAxes, symbol: string): Renderable {
  const said = loadAlerts(symbol, context.redraw);
  if (said.state !== "there") {
    return html`<p class="hint">${said.state === "failed" ? said.sentence : "Asking the server what was worth a look."}</p>`;
  }
  const found = said.value.alerts.slice(0, SHOWN_ALERTS);
  return found.length === 0
    ? html`<p class="hint">Nothing unusual since the console began to watch. An alert comes when an axis is at an extreme, three axes agree, flow surges, a pattern of several axes shows, or the market is about to leave its state.</p>`
    : html`<ul class="alerts">${found.map((alert) => alertLine(axes, alert))}</ul>`;
}

function alertLine(axes: CompassAxes, alert: CompassAlert): TemplateResult {
  const sign = axes.signs[alert.sign];
  const stands = alert.endedMillis === null;
  return html`<li class=${stands ? "stands" : "ended"}><b>${sign?.label ?? "Unknown sign"}</b>
    <span class="hint">${stands ? `since ${clock(alert.beganMillis)}` : `${clock(alert.beganMillis)} to ${clock(alert.endedMillis)}`}</span>
    <span>${sign?.says ?? ""}</span></li>`;
}
