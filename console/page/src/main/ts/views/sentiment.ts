import {html, type TemplateResult} from "lit-html/lit-html.js";
import {lanes, type Lane} from "../charts/lanes";
import type {Alert, ExpertOpinion, NarrativeEvent, NewsItem, SentimentDetail} from "../generated/records";
import {clock, number, percent, signed, span, words} from "../ui/format";
import {figure, panel} from "../ui/panel";
import type {Context, View} from "../ui/view";

const NEWS_STALE_MILLIS = 900_000;
const STORIES_SHOWN = 40;

/** What people say, and whether the price listens. */
export const sentiment: View = {
  hash: "sentiment",
  title: "Sentiment",
  key: "5",
  topics: ["opinions", "news", "narratives", "alerts", "verdicts"],
  market: false,
  draw,
};

function draw(context: Context): TemplateResult {
  const symbol = context.symbol ?? "";
  const said = context.store.latest("opinions", symbol, "SENTIMENT");
  const stories = [...context.store.ringsOf("news")].filter((item) => item.symbols.length === 0 || item.symbols.includes(symbol)).sort((a, b) => b.receivedTimeMillis - a.receivedTimeMillis).slice(0, STORIES_SHOWN);
  const topics = context.store.ringsOf("narratives");
  const shocks = context.store.ring("alerts", symbol).filter((alert) => alert.kind === "NEWS_SHOCK");
  const now = context.store.state.newestMillis;
  const newest = stories[0]?.receivedTimeMillis;
  return html`<div class="grid">
    ${panel(context, {title: `${symbol === "" ? "No symbol yet" : symbol}: fear and greed`, timeMillis: said?.snapshot.secondEndMillis, ...(said?.abstained === true ? {quality: said.abstainReason ?? "abstained"} : {}), empty: "The sentiment expert has not spoken yet."}, () => mood(said as ExpertOpinion))}
    ${panel(context, {title: "Where it comes from", timeMillis: said?.snapshot.secondEndMillis}, () => channels(said?.sentiment ?? null))}
    ${panel(context, {title: "Narratives of the market", timeMillis: now, staleMillis: NEWS_STALE_MILLIS, wide: true}, () => narratives(topics, now as number))}
    ${panel(context, {title: "News", timeMillis: newest, staleMillis: NEWS_STALE_MILLIS, empty: "No story of this symbol since the page was opened."}, () => news(stories, shocks))}
    ${panel(context, {title: "News shocks", timeMillis: now}, () => marks(shocks))}
  </div>`;
}

function mood(said: ExpertOpinion): TemplateResult {
  const detail = said.sentiment;
  if (detail === null) { return html`<p class="empty">It abstains: ${said.abstainReason ?? "it has too little to go on"}.</p>`; }
  return html`<p class="condition ${detail.bias === "BULLISH" ? "up" : detail.bias === "BEARISH" ? "down" : "flat"}">${fearWord(detail.fearGreed)} <small>${words(detail.bias)}</small></p>
    <div class="gauge"><meter min="0" max="100" value=${detail.fearGreed} aria-label="Fear and greed">${number(detail.fearGreed, 0)}</meter><p><span>0 fear</span><b>${number(detail.fearGreed, 0)}</b><span>greed 100</span></p></div>
    <div class="figures">${figure("score, −1 to 1", signed(detail.score), detail.score > 0 ? "up" : detail.score < 0 ? "down" : "plain")}${figure("tone of fresh news", signed(detail.newsScore))}${figure("fresh stories", number(detail.newsCount, 0))}${figure("newest story", span(detail.newsAgeMillis))}${figure("risk level, 1 to 6", number(detail.riskLevel, 0))}</div>`;
}

function fearWord(value: number): string {
  return value < 25 ? "Extreme fear" : value < 45 ? "Fear" : value <= 55 ? "Neutral" : value <= 75 ? "Greed" : "Extreme greed";
}

function channels(detail: SentimentDetail | null): TemplateResult {
  const of = detail?.channels ?? null;
  if (of === null) { return html`<p class="empty">No channels: the expert abstains, or it is the baseline, which has none.</p>`; }
  const row = (name: string, value: number | null, note: string): TemplateResult => html`<tr><th scope="row">${name}</th><td class="n">${percent(value)}</td><td>${note}</td></tr>`;
  return html`<table><thead><tr><th>Channel</th><th class="n">Rank</th><th>100 % means</th></tr></thead><tbody>
    ${row("Tone of news", of.newsRank, "greed")}${row("Skew of puts", of.skewRank, "fear")}${row("Risk premium", of.riskPremiumRank, "fear")}${row("Realised volatility", of.realizedVolatilityRank, "fear")}${row("Options together", of.optionsFear, "fear; kept apart from the theses")}${row("New stories", of.noveltyShare, "nobody told them before")}${row("Burst", of.burst, "very many stories in three minutes")}
  </tbody></table><p class="note">Shock, −1 to 1: <b>${signed(of.shock)}</b></p>`;
}

function narratives(events: readonly NarrativeEvent[], now: number): TemplateResult {
  const by = new Map<number, {born: NarrativeEvent | null; died: number | null}>();
  for (const event of events) {
    const topic = by.get(event.topic) ?? {born: null, died: null};
    by.set(event.topic, event.kind === "BORN" ? {...topic, born: event} : {...topic, died: event.eventTimeMillis});
  }
  const shown: Lane[] = [...by].filter(([, topic]) => topic.born !== null).map(([number_, topic]) => ({
    name: (topic.born as NarrativeEvent).keywords.slice(0, 4).join(" "),
    from: (topic.born as NarrativeEvent).eventTimeMillis,
    to: topic.died,
    marked: (topic.born as NarrativeEvent).shift,
    note: `topic ${number_}`,
  })).sort((a, b) => b.from - a.from).slice(0, 18);
  return shown.length === 0
    ? html`<p class="empty">No narrative yet: one is born with its third story.</p>`
    : html`${lanes(shown, Math.min(...shown.map((lane) => lane.from)), now)}<p class="note">Filled: the news turned to something new.</p>`;
}

function news(stories: readonly NewsItem[], shocks: readonly Alert[]): TemplateResult {
  const near = (item: NewsItem): boolean => shocks.some((shock) => Math.abs(shock.snapshot.secondEndMillis - item.receivedTimeMillis) < 180_000);
  return html`<ul class="stories">${stories.map((item) => html`<li class=${near(item) ? "shock" : ""}><time>${clock(item.receivedTimeMillis)}</time> <b>${item.source}</b> ${item.headline}</li>`)}</ul>`;
}

function marks(shocks: readonly Alert[]): TemplateResult {
  return shocks.length === 0
    ? html`<p class="empty">None: a shock needs a burst of stories and a price that answers.</p>`
    : html`<ul class="stories">${[...shocks].reverse().map((alert) => html`<li class="shock"><time>${clock(alert.snapshot.secondEndMillis)}</time> <b>${words(alert.severity)}</b> ${alert.sentence}</li>`)}</ul>`;
}

