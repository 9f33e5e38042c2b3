import {html, type TemplateResult} from "lit-html/lit-html.js";
import {histogram} from "../charts/histogram";
import type {Alert, Breaker, DeadLetter, Health} from "../generated/records";
import {load} from "../live/history";
import {clock, number, span, words} from "../ui/format";
import {figure, panel} from "../ui/panel";
import type {Context, View} from "../ui/view";

const HEALTH_FRESH_MILLIS = 2_000;
const LETTERS_SHOWN = 30;

/** Whether what one sees can be trusted. */
export const health: View = {
  hash: "health",
  title: "Health",
  key: "7",
  topics: ["alerts", "dead-letters", "verdicts"],
  market: true,
  draw,
};

function draw(context: Context): TemplateResult {
  const answer = load<Health>("health", HEALTH_FRESH_MILLIS, context.redraw);
  const now = context.store.state.newestMillis;
  const said = answer.state === "there" ? answer.value : null;
  const why = answer.state === "failed" ? answer.sentence : "Asking the server.";
  const time = said === null ? undefined : now ?? 0;
  const alerts = [...context.store.ringsOf("alerts")].filter((alert) => alert.kind.startsWith("BREAKER") || alert.kind.startsWith("NETWORK") || alert.kind.startsWith("EXPERT")).sort((a, b) => b.snapshot.secondEndMillis - a.snapshot.secondEndMillis).slice(0, LETTERS_SHOWN);
  const letters = context.store.ringsOf("dead-letters").slice(-LETTERS_SHOWN).reverse();
  return html`<div class="grid">
    ${panel(context, {title: "Job", timeMillis: time, empty: why}, () => job(said as Health))}
    ${panel(context, {title: "Reader of this console", timeMillis: time, empty: why}, () => reader(said as Health))}
    ${panel(context, {title: "Breakers", timeMillis: time, empty: why}, () => breakers((said as Health).breakers))}
    ${panel(context, {title: "From broker to console", timeMillis: time, empty: why}, () => html`${histogram((said as Health).sinceKafka)}<p class="note">Records by the time from their entry into Kafka to this server.</p>`)}
    ${panel(context, {title: "What experts and gate reported", timeMillis: now}, () => reports(alerts))}
    ${panel(context, {title: "Dead letters", timeMillis: now}, () => deadLetters(letters))}
  </div>`;
}

function job(said: Health): TemplateResult {
  const of = said.job;
  return of === null
    ? html`<p class="empty">${said.jobTrouble ?? "No address of Flink was given: start the console with --flink."}</p>`
    : html`<p class="condition ${of.state === "RUNNING" ? "up" : "down"}">${words(of.state)}</p><div class="figures">${figure("since the last checkpoint", span(of.checkpointAgeMillis))}${figure("checkpoints", number(of.checkpointsCompleted, 0))}${figure("failed", number(of.checkpointsFailed, 0), of.checkpointsFailed > 0 ? "down" : "plain")}${figure("records behind", number(of.lagRecords, 0))}</div>`;
}

function reader(said: Health): TemplateResult {
  return html`${said.trouble === null ? "" : html`<p class="problem" role="alert">${said.trouble}</p>`}
    <div class="figures">${figure("last record", `${span(said.readAgeMillis)} ago`)}${figure("records read", number(said.records, 0))}${figure("not understood", number(said.undecodable, 0), said.undecodable > 0 ? "down" : "plain")}${figure("browsers", number(said.clients, 0))}${figure("frames sent", number(said.frames, 0))}${figure("replaced before sent", number(said.conflated, 0))}${figure("a compass, p95", `${number(said.compass.p95Millis, 1)} ms`)}</div>`;
}

function breakers(all: readonly Breaker[]): TemplateResult {
  return all.length === 0
    ? html`<p class="empty">None has opened since the console began: every expert and store answers.</p>`
    : html`<table><thead><tr><th>Of</th><th>Symbol</th><th>State</th><th>Since</th><th></th></tr></thead><tbody>${all.map((each) => html`<tr><th scope="row">${words(each.subject)}</th><td>${each.symbol}</td><td class=${each.open ? "down" : "up"}>${each.open ? "open" : "closed"}</td><td>${clock(each.sinceMillis)}</td><td>${each.sentence}</td></tr>`)}</tbody></table>`;
}

function reports(alerts: readonly Alert[]): TemplateResult {
  return alerts.length === 0
    ? html`<p class="empty">Nothing since the page was opened.</p>`
    : html`<ul class="stories">${alerts.map((alert) => html`<li><time>${clock(alert.snapshot.secondEndMillis)}</time> <b>${alert.snapshot.symbol}</b> ${alert.sentence}</li>`)}</ul>`;
}

function deadLetters(letters: readonly DeadLetter[]): TemplateResult {
  return letters.length === 0
    ? html`<p class="empty">None: every record was understood.</p>`
    : html`<ul class="stories">${letters.map((letter) => html`<li class="shock"><b>${letter.topic}</b> ${letter.partition}:${letter.offset} ${letter.reason}</li>`)}</ul>`;
}
