import {html, type TemplateResult} from "lit-html/lit-html.js";
import "../charts/series";
import type {SeriesData} from "../charts/series";
import {strikes, type Mark} from "../charts/strikes";
import type {DteBucket, FeatureSnapshot, FeatureVector, FlowDetail, KeyLevels, Series, StrikeGrid} from "../generated/records";
import {load, type Loaded} from "../live/history";
import {clock, number, percent, signed, words} from "../ui/format";
import {figure, panel} from "../ui/panel";
import type {Context, View} from "../ui/view";

/** Chains are fitted once a minute. */
const CHAIN_STALE_MILLIS = 180_000;

/** What is drawn over time, by the server's memory of the last quarter of an hour. */
const DRAWN = ["mid", "gammaFlip", "callWall", "putWall", "offExchangeLevel", "vapiFa5m", "dwfd5m", "twLaf5m", "netPremiumFlow15m", "directionalPremium15m", "offExchangeShare5m", "offExchangeShare60m", "offExchangeBlockShare15m"] as const;
type Drawn = (typeof DRAWN)[number];
const SERIES_SECONDS = 900;
const SERIES_FRESH_MILLIS = 2_000;

type Exposure = "gamma" | "vanna" | "charm" | "premium";
const EXPOSURES: Readonly<Record<Exposure, {readonly name: string; readonly unit: string; readonly of: (sums: StrikeGrid["cells"][number]["calls"]) => number}>> = {
  gamma: {name: "Gamma", unit: "currency per 1 %", of: (sums) => sums.gammaPerPercent},
  vanna: {name: "Vanna", unit: "currency per vol point", of: (sums) => sums.vannaPerPoint},
  charm: {name: "Charm", unit: "currency per day", of: (sums) => sums.charmPerDay},
  premium: {name: "Net premium", unit: "currency", of: (sums) => sums.netPremium},
};

let exposure: Exposure = "gamma";
let bucket: DteBucket | "all" = "all";

/** Who holds what, where the price may turn, and who trades now. */
export const flow: View = {
  hash: "flow",
  title: "Flow & structure",
  key: "4",
  topics: ["features", "opinions", "strike-grids", "key-levels", "verdicts"],
  market: false,
  draw,
};

function draw(context: Context): TemplateResult {
  const symbol = context.symbol ?? "";
  const {store} = context;
  const snapshot = store.latest("features", symbol);
  const said = store.latest("opinions", symbol, "FLOW");
  const grids = store.slots("strike-grids", symbol);
  const levels = store.latest("key-levels", symbol);
  const path = `symbols/${encodeURIComponent(symbol)}/series?features=${DRAWN.join(",")}&seconds=${SERIES_SECONDS}`;
  const series: Loaded<Series> = symbol === "" ? {state: "loading"} : load<Series>(path, SERIES_FRESH_MILLIS, context.redraw);
  const gridTime = grids.length === 0 ? undefined : Math.max(...grids.map((grid) => grid.id.secondEndMillis));
  return html`<div class="grid">
    ${panel(context, {title: `${symbol === "" ? "No symbol yet" : symbol}: exposure of dealers by strike`, timeMillis: gridTime, staleMillis: CHAIN_STALE_MILLIS, empty: "No chain has been fitted yet: chains come about once a minute."}, () => html`${tools(context, grids)}${chart(grids, snapshot, levels)}`)}
    ${panel(context, {title: "Who trades", timeMillis: said?.snapshot.secondEndMillis, ...(said?.abstained === true ? {quality: said.abstainReason ?? "abstained"} : {}), empty: "The flow expert has not spoken yet."}, () => gauges(said?.flow ?? null, snapshot?.features))}
    ${panel(context, {title: "Price, flip and walls", timeMillis: snapshot?.id.secondEndMillis, wide: true}, () => drawn(series, prices))}
    ${panel(context, {title: "Flow scores, 5 minutes (robust z)", timeMillis: snapshot?.id.secondEndMillis}, () => drawn(series, scores))}
    ${panel(context, {title: "Net premium flow, 15 minutes", timeMillis: snapshot?.id.secondEndMillis}, () => drawn(series, premium))}
    ${panel(context, {title: "Key levels", timeMillis: levels?.snapshot.secondEndMillis, staleMillis: CHAIN_STALE_MILLIS, empty: "Levels come with the first chain of the session."}, () => levelTable(levels as KeyLevels, snapshot?.features.mid ?? null))}
    ${panel(context, {title: "Volatility and off-exchange", timeMillis: snapshot?.id.secondEndMillis}, () => surface((snapshot as FeatureSnapshot).features, series))}
  </div>`;
}

function tools(context: Context, grids: readonly StrikeGrid[]): TemplateResult {
  const buckets: readonly (DteBucket | "all")[] = ["all", ...grids.map((grid) => grid.bucket)];
  return html`<div class="tools"><span role="group" aria-label="Exposure">${(Object.keys(EXPOSURES) as Exposure[]).map((each) => html`<button aria-pressed=${each === exposure ? "true" : "false"} @click=${() => { exposure = each; context.redraw(); }}>${EXPOSURES[each].name}</button> `)}</span>
    <label>Expiry <select @change=${(event: Event) => { bucket = (event.target as HTMLSelectElement).value as DteBucket | "all"; context.redraw(); }}>${buckets.map((each) => html`<option value=${each} ?selected=${each === bucket}>${words(each)}</option>`)}</select></label>
    <span class="legend"><i class="key c4"></i>calls <i class="key c1"></i>puts</span></div>`;
}

function chart(grids: readonly StrikeGrid[], snapshot: FeatureSnapshot | undefined, levels: KeyLevels | undefined): TemplateResult {
  const sums = new Map<number, {calls: number; puts: number}>();
  for (const grid of grids.filter((each) => bucket === "all" || each.bucket === bucket)) {
    for (const cell of grid.cells) {
      const sum = sums.get(cell.strike) ?? {calls: 0, puts: 0};
      sum.calls += EXPOSURES[exposure].of(cell.calls);
      sum.puts += EXPOSURES[exposure].of(cell.puts);
      sums.set(cell.strike, sum);
    }
  }
  const spot = snapshot?.features.mid ?? grids[0]?.spot ?? 0;
  const near = [...sums].map(([strike, sum]) => ({strike, ...sum})).sort((a, b) => Math.abs(a.strike - spot) - Math.abs(b.strike - spot)).slice(0, 40);
  const features = snapshot?.features;
  const marks: Mark[] = [{price: spot, name: "price", kind: "spot"}];
  if (typeof features?.gammaFlip === "number") { marks.push({price: features.gammaFlip, name: "gamma flip", kind: "flip"}); }
  if (typeof features?.callWall === "number") { marks.push({price: features.callWall, name: "call wall", kind: "wall"}); }
  if (typeof features?.putWall === "number") { marks.push({price: features.putWall, name: "put wall", kind: "wall"}); }
  const strong = [...(levels?.levels ?? [])].sort((a, b) => b.score - a.score).slice(0, 2);
  for (const level of strong) { marks.push({price: level.price, name: words(level.type), kind: "level"}); }
  return strikes(near, marks, EXPOSURES[exposure].unit);
}

function gauges(detail: FlowDetail | null, features: FeatureVector | undefined): TemplateResult {
  if (detail === null) { return html`<p class="empty">The flow expert abstains: it needs option trades with sides. Where a provider sends none, it says nothing.</p>`; }
  return html`<p class="condition">${words(detail.type)} <small>${words(detail.intensity)}</small></p>
    <div class="figures">
      ${figure("VAPI-FA, z", number(detail.vapiFa), tone(detail.vapiFa))}
      ${figure("DWFD, z, cleaned", number(detail.dwfd), tone(detail.dwfd))}
      ${figure("TW-LAF, z", number(detail.twLaf), tone(detail.twLaf))}
      ${figure("institutional", percent(detail.institutionalProbability))}
      ${figure("squeeze", percent(detail.squeezeProbability))}
      ${figure("dealers' gamma per 1 %", signed(detail.dealerGammaPerPercent), tone(detail.dealerGammaPerPercent))}
      ${figure("left to hedge by the close", signed(detail.hedgingPressure), tone(detail.hedgingPressure))}
      ${figure("VPIN", number(features?.vpin))}
    </div>
    ${detail.impact === null ? "" : html`<h3>What this flow does to the price</h3><table><thead><tr><th>Minutes</th><th class="n">Expected</th><th class="n">Give or take</th></tr></thead><tbody>${detail.impact.forecasts.map((each) => html`<tr><th scope="row">${each.minutes}</th><td class="n ${tone(each.meanLogReturn)}">${signed(1e4 * each.meanLogReturn)} bp</td><td class="n">${number(1e4 * each.deviation, 1)} bp</td></tr>`)}</tbody></table>`}`;
}

function tone(value: number | null | undefined): "up" | "down" | "plain" {
  return value === null || value === undefined || value === 0 ? "plain" : value > 0 ? "up" : "down";
}

function drawn(series: Loaded<Series>, of: (series: Series) => SeriesData): TemplateResult {
  return series.state === "there"
    ? html`<series-chart .data=${of(series.value)}></series-chart>`
    : html`<p class="empty">${series.state === "failed" ? series.sentence : "Asking the server for the last quarter of an hour."}</p>`;
}

function lines(series: Series, format: SeriesData["format"], of: readonly {readonly name: string; readonly colour: string; readonly dashed?: boolean; readonly feature: Drawn}[]): SeriesData {
  return {
    times: series.rows.map((row) => row[0] ?? 0),
    format,
    lines: of.map((line) => {
      const at = 1 + series.features.indexOf(line.feature);
      return {...line, values: series.rows.map((row) => row[at] ?? null)};
    }),
  };
}

function prices(series: Series): SeriesData {
  return lines(series, (value) => number(value), [
    {name: "price", colour: "--ink", feature: "mid"},
    {name: "gamma flip", colour: "--c5", dashed: true, feature: "gammaFlip"},
    {name: "call wall", colour: "--c4", dashed: true, feature: "callWall"},
    {name: "put wall", colour: "--c1", dashed: true, feature: "putWall"},
    {name: "hidden level", colour: "--c3", dashed: true, feature: "offExchangeLevel"},
  ]);
}

function scores(series: Series): SeriesData {
  return lines(series, (value) => number(value, 1), [
    {name: "VAPI-FA", colour: "--c4", feature: "vapiFa5m"},
    {name: "DWFD", colour: "--c1", feature: "dwfd5m"},
    {name: "TW-LAF", colour: "--c3", feature: "twLaf5m"},
  ]);
}

function premium(series: Series): SeriesData {
  return lines(series, (value) => signed(value), [
    {name: "net premium", colour: "--c4", feature: "netPremiumFlow15m"},
    {name: "directional", colour: "--c1", feature: "directionalPremium15m"},
  ]);
}

function levelTable(levels: KeyLevels, price: number | null): TemplateResult {
  return html`<table><thead><tr><th class="n">Price</th><th>Kind</th><th class="n">Score</th><th class="n">Away</th><th class="n">Touches</th><th>Last</th><th>Since</th><th>Speak for it</th></tr></thead><tbody>
    ${[...levels.levels].reverse().map((each) => html`<tr><th scope="row" class="n">${number(each.price)}</th><td>${words(each.type)}</td><td class="n">${percent(each.score)}</td>
      <td class="n">${price === null ? "" : `${signed(100 * (each.price / price - 1))} %`}</td><td class="n">${each.touches}</td><td>${words(each.lastOutcome)}</td><td>${clock(each.firstSeenMillis)}</td><td>${each.sources.join(", ")}</td></tr>`)}</tbody></table>`;
}

function surface(features: FeatureVector, series: Loaded<Series>): TemplateResult {
  const term: readonly (readonly [string, number | null])[] = [["1 d", features.atmIv1d], ["7 d", features.atmIv7d], ["30 d", features.atmIv30d], ["60 d", features.atmIv60d], ["90 d", features.atmIv90d]];
  return html`<table><thead><tr><th>At the money</th>${term.map(([name]) => html`<th class="n">${name}</th>`)}</tr></thead><tbody><tr><th scope="row">implied volatility</th>${term.map(([, value]) => html`<td class="n">${percent(value, 1)}</td>`)}</tr></tbody></table>
    <div class="figures">${figure("25-delta skew", percent(features.skew25Delta, 1))}${figure("fly", percent(features.fly25Delta, 1))}${figure("term slope", number(features.termSlope, 3))}${figure("IV rank, a year", percent(features.ivRank252d))}${figure("expected move today", percent(features.expectedMove1d, 2))}${figure("realised, 30 min", percent(features.realizedVol30m, 1))}</div>
    <h3>Off-exchange share of volume</h3>
    ${drawn(series, shares)}`;
}

function shares(series: Series): SeriesData {
  return lines(series, (value) => percent(value), [
    {name: "5 minutes", colour: "--c4", feature: "offExchangeShare5m"},
    {name: "60 minutes", colour: "--c1", dashed: true, feature: "offExchangeShare60m"},
    {name: "blocks, 15 minutes", colour: "--c3", feature: "offExchangeBlockShare15m"},
  ]);
}
