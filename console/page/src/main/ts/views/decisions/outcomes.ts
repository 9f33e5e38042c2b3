import {html, type TemplateResult} from "lit-html/lit-html.js";
import {reliability} from "../../charts/reliability";
import type {Calibration, PerformanceSummary} from "../../generated/records";
import {load} from "../../live/history";
import {number, percent, words} from "../../ui/format";
import {panel} from "../../ui/panel";
import type {Context} from "../../ui/view";
import {HORIZON_NAMES} from "./verdict";

/** Outcomes of an hour's horizon come an hour late. */
const STALE_MILLIS = 2 * 3_600_000;

/** A uniform thesis over three classes has this Brier score: what knowing nothing costs. */
const KNOWING_NOTHING = 2 / 3;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A minute's question is asked once, and again where it failed or the page is held. */
const FRESH_MILLIS = 30_000;

const PREDICTORS = ["GATE", "REGIME", "FLOW", "SENTIMENT"] as const;
const HORIZONS = [5, 15, 60] as const;

const chosen: {predictor: string; minutes: number} = {predictor: "GATE", minutes: 15};

/** Whether what was said came true as often as was said. */
export function reliabilityPanel(context: Context, symbol: string): TemplateResult {
  const newest = context.store.state.newestMillis;
  return panel(context, {title: "Reliability of the last day", timeMillis: newest}, () => html`
    <div class="tools" role="group" aria-label="Predictor">
      ${PREDICTORS.map((one) => html`<button type="button" aria-pressed=${one === chosen.predictor ? "true" : "false"} @click=${() => { chosen.predictor = one; context.redraw(); }}>${words(one)}</button>`)}</div>
    <div class="tools" role="group" aria-label="Horizon">
      ${HORIZONS.map((one) => html`<button type="button" aria-pressed=${one === chosen.minutes ? "true" : "false"} @click=${() => { chosen.minutes = one; context.redraw(); }}>${one} min</button>`)}</div>
    ${newest === null ? "" : curve(context, symbol, newest)}`);
}

function curve(context: Context, symbol: string, newest: number): TemplateResult {
  const path = `calibration?symbol=${encodeURIComponent(symbol)}&predictor=${chosen.predictor}&horizonMinutes=${chosen.minutes}&${dayUpTo(newest)}`;
  const answer = load<Calibration>(path, FRESH_MILLIS, context.redraw);
  switch (answer.state) {
    case "loading": return html`<p class="empty" role="status">Asking the store for outcomes.</p>`;
    case "failed": return html`<p class="empty" role="status">${answer.sentence}</p>`;
    case "there": {
      const {bins, brier, count} = answer.value;
      return count === 0
        ? html`<p class="empty">No outcome yet: a prediction is judged when its horizon is over, so the first come ${chosen.minutes} minutes after the first verdict.</p>`
        : html`${reliability(bins)}<p class="hint">${count} outcomes, Brier ${number(brier, 3)}; knowing nothing costs ${number(KNOWING_NOTHING, 3)}. On the dashed line what was said came true as often as was said.</p>`;
    }
  }
}

/** The day up to a moment of event time as parameters, in whole minutes, so that the question stays the same for a minute. */
function dayUpTo(millis: number): string {
  const to = (Math.floor(millis / MINUTE) + 1) * MINUTE;
  return `from=${to - DAY}&to=${to}`;
}

/** How good each predictor has been in each market state. */
export function performancePanel(context: Context, symbol: string): TemplateResult {
  const rows = [...context.store.slots("performance", symbol)].sort(inOrder);
  const newest = rows.reduce<number | null>((time, row) => Math.max(time ?? 0, row.asOf.secondEndMillis), null);
  return panel(context, {
    title: "Brier by predictor and market state", timeMillis: newest, staleMillis: STALE_MILLIS,
    empty: "No outcome yet: a prediction is judged when its horizon is over.",
  }, () => html`<table><caption>Smaller is better; knowing nothing costs ${number(KNOWING_NOTHING, 3)}</caption>
    <thead><tr><th scope="col">Predictor</th><th scope="col">Horizon</th><th scope="col">Market state</th><th scope="col" class="n">Outcomes</th><th scope="col" class="n">Brier</th><th scope="col" class="n">Hit rate</th><th scope="col" class="n">Calibration error</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row">${words(row.predictor)}</th><td>${HORIZON_NAMES[row.horizon]}</td><td>${words(row.marketState)}</td><td class="n">${row.count}</td>
      <td class="n ${tone(row.brier)}">${number(row.brier, 3)}</td><td class="n">${percent(row.accuracy, 1)}</td><td class="n">${percent(row.calibrationError, 1)}</td></tr>`)}</tbody></table>`);
}

/** Better or worse than knowing nothing, by what is shown of it. */
function tone(brier: number): "up" | "down" | "flat" {
  const gain = KNOWING_NOTHING - brier;
  return Math.abs(gain) < 0.0005 ? "flat" : gain > 0 ? "up" : "down";
}

function inOrder(a: PerformanceSummary, b: PerformanceSummary): number {
  return a.predictor.localeCompare(b.predictor) || Number.parseInt(HORIZON_NAMES[a.horizon]) - Number.parseInt(HORIZON_NAMES[b.horizon]) || a.marketState.localeCompare(b.marketState);
}
