import {html, type TemplateResult} from "lit-html/lit-html.js";
import {shares} from "../charts/bars";
import {heat} from "../charts/heat";
import type {EventRegime, MarketState, MicroRegime} from "../generated/records";
import {clock, MISSING, number, percent, span, words} from "../ui/format";
import {figure, panel} from "../ui/panel";
import type {Context, View} from "../ui/view";

/** Correlations and sub-states come at most once a minute or ten seconds of event time. */
const MINUTES_STALE_MILLIS = 150_000;
/** Records of the whole market have no key. */
const MARKET = "";
const HORIZON_WORDS: Readonly<Record<string, string>> = {MINUTES_5: "5 min", MINUTES_15: "15 min", MINUTES_60: "60 min"};

/** What state the market is in, since when and for how much longer. */
export const regime: View = {
  hash: "regime",
  title: "Regime",
  key: "3",
  topics: ["market-states", "opinions", "micro-regimes", "correlations", "verdicts"],
  market: false,
  draw,
};

function draw(context: Context): TemplateResult {
  const symbol = context.symbol ?? "";
  const said = context.store.latest("opinions", symbol, "REGIME");
  const state = said?.regime?.state ?? context.store.latest("market-states", symbol);
  const micro = context.store.latest("micro-regimes", symbol);
  const matrix = context.store.latest("correlations", MARKET);
  return html`<div class="grid">
    ${panel(context, {title: `${symbol === "" ? "No symbol yet" : symbol}: market state`, timeMillis: state?.snapshot.secondEndMillis, wide: true, ...(said?.abstained === true ? {quality: said.abstainReason ?? "abstained"} : {}), empty: "The regime expert has not spoken of this symbol yet: it needs a second of quotes or depth within the session."}, () => banner(state as MarketState, said?.regime?.volatilityForecastAnnual ?? null, said?.regime?.vriScore ?? null))}
    ${panel(context, {title: "How sure", timeMillis: state?.snapshot.secondEndMillis}, () => posterior(state as MarketState))}
    ${panel(context, {title: "Event regimes", timeMillis: state?.snapshot.secondEndMillis}, () => events((state as MarketState).events, (state as MarketState).snapshot.secondEndMillis))}
    ${panel(context, {title: "Correlation of the market", timeMillis: matrix?.eventTimeMillis, staleMillis: MINUTES_STALE_MILLIS, empty: "Correlations come once a minute when at least two symbols have thirty joint returns: wait some minutes, or run with more symbols."}, () => matrix === undefined ? "" : html`
      <div class="figures">${figure("stress, deviations", number(matrix.stress))}${figure("half-life", `${matrix.halfLifeMinutes} min`)}${figure("joint returns", number(matrix.samples, 0))}</div>${heat(matrix.symbols, matrix.lowerTriangle)}`)}
    ${panel(context, {title: "Sub-state", timeMillis: micro?.snapshot.secondEndMillis, staleMillis: MINUTES_STALE_MILLIS, empty: "Sub-states are told every ten seconds once an hour of windows has been seen."}, () => subState(micro as MicroRegime))}
  </div>`;
}

function banner(state: MarketState, forecast: number | null, vri: number | null): TemplateResult {
  const held = state.posterior.find((each) => each.condition === state.condition);
  return html`<p class=${`condition ${state.trend === "BULLISH" ? "up" : state.trend === "BEARISH" ? "down" : "flat"}`}>${words(state.condition)}${state.trend === "NEUTRAL" ? "" : html` <small>${state.trend === "BULLISH" ? "▲" : "▼"} ${words(state.trend)}</small>`}</p>
    <div class="figures">
      ${figure("probability of it", percent(held?.probability))}
      ${figure("for", span(state.ageMillis))}
      ${state.transitions.map((risk) => figure(`chance to leave within ${HORIZON_WORDS[risk.horizon] ?? risk.horizon}`, percent(risk.probability)))}
      ${figure("volatility of the next session", percent(forecast, 1))}
      ${figure("VRI, −1 to 1", number(vri))}
    </div>`;
}

function posterior(state: MarketState): TemplateResult {
  const ordered = [...state.posterior].sort((a, b) => b.probability - a.probability);
  const likeliest = ordered[0];
  return html`${shares(ordered.filter((each) => each.probability >= 0.0005 || each.condition === state.condition)
    .map((each) => ({name: words(each.condition), share: each.probability, held: each.condition === state.condition})))}
    ${likeliest === undefined || likeliest.condition === state.condition ? "" : html`<p class="note">${words(likeliest.condition)} is likelier now. The state changes when another has been likely enough for a while, so that it does not flicker.</p>`}`;
}

function events(active: readonly EventRegime[], now: number): TemplateResult {
  return active.length === 0
    ? html`<p class="empty">None is active: no rule of docs/decisions-and-directives.md fires now.</p>`
    : html`<table><thead><tr><th>Event</th><th>Since</th><th class="n">Strength</th><th class="n">Ends in</th></tr></thead><tbody>${active.map((each) => html`<tr><th scope="row">${words(each.name)}</th><td>${clock(each.onsetMillis)}</td><td class="n">${percent(each.strength)}</td><td class="n">${span(each.expiryMillis - now)}</td></tr>`)}</tbody></table>`;
}

function subState(micro: MicroRegime): TemplateResult {
  const {profile} = micro;
  return html`<div class="figures">${figure("sub-state", micro.subState === null ? "none to tell apart" : `${micro.subState} of ${micro.subStates}`)}${figure("probability", percent(micro.probability))}${figure("for", span(micro.ageMillis))}${figure("distance from its centre", number(micro.distance))}</div>
    <table><tbody>
      <tr><th scope="row">Volatility over the expected</th><td class="n">${ratio(profile.volatilityRatio)}</td></tr>
      <tr><th scope="row">Trades over the expected</th><td class="n">${ratio(profile.tradesRatio)}</td></tr>
      <tr><th scope="row">Repeated sides, deviations</th><td class="n">${number(profile.repeatedSides)}</td></tr>
      <tr><th scope="row">Spread</th><td class="n">${number(profile.spread, 3)}</td></tr>
      <tr><th scope="row">Depth, shares</th><td class="n">${number(profile.depth, 0)}</td></tr></tbody></table>`;
}

function ratio(value: number | null): string { return value === null ? MISSING : `× ${number(value)}`; }
