import {html, type TemplateResult} from "lit-html/lit-html.js";
import {waterfall} from "../../charts/waterfall";
import type {Directive, Leg, TradePlan} from "../../generated/records";
import {clock, number, percent, words} from "../../ui/format";
import {figure, panel} from "../../ui/panel";
import type {Context} from "../../ui/view";
import {HORIZON_NAMES} from "./verdict";

/** One that says the same as the last is sent every five minutes only. */
const STALE_MILLIS = 330_000;

/** What the desk would do, and why. */
export function directivePanel(context: Context, directive: Directive | undefined): TemplateResult {
  return panel(context, {
    title: "Directive", timeMillis: directive?.snapshot.secondEndMillis, staleMillis: STALE_MILLIS,
    empty: "No directive yet: the desk answers each verdict, also when it would not trade.",
  }, () => directive === undefined ? "" : html`
    <div class="figures">
      ${figure(directive.action === "TRADE" ? "the desk would trade" : "the desk would not trade", directive.action === "TRADE" ? words(directive.plan?.structure ?? "trade") : words(directive.noTradeReason ?? "no trade"))}
      ${figure("thesis", directive.thesis === null ? "–" : words(directive.thesis))}
      ${figure("conviction, of 5", number(directive.conviction))}
      ${figure("probability", percent(directive.probability, 1))}
    </div>
    <p>${directive.reason}</p>
    ${directive.plan === null ? "" : plan(directive.plan)}
    ${directive.rationale.length === 0 ? "" : html`${waterfall(directive.rationale, 0, "log-odds")}
      <p class="hint">Log-odds by reason; they sum to those of the probability. ${basis(directive)}</p>`}`);
}

function basis(directive: Directive): string {
  if (directive.basis === null) { return ""; }
  return directive.basis.calibrated
    ? `Calibrated on ${number(directive.basis.independentOutcomes, 0)} independent outcomes; the gate said ${percent(directive.basis.rawProbability, 1)}.`
    : `Not calibrated yet (${number(directive.basis.independentOutcomes, 0)} independent outcomes so far): the gate's probability stands.`;
}

function plan(of: TradePlan): TemplateResult {
  const {options} = of;
  return html`<table><caption>Plan over ${HORIZON_NAMES[of.horizon]}, out by ${clock(of.exitByMillis)} whatever happens; at most ${number(of.riskBudget, 0)} may be lost</caption>
    <tbody>
      <tr><th scope="row">Stop</th><td>${of.stop === null ? "none: not directional" : number(of.stop.price)}</td><th scope="row">Targets</th><td>${of.targets.length === 0 ? "none: not directional" : of.targets.map((target) => number(target.price)).join(", ")}</td></tr>
      ${options === null ? "" : html`<tr><th scope="row">Entry</th><td>${number(options.entryValue)}, at worst ${number(options.entryLimit)}</td><th scope="row">Units</th><td>${options.units} × ${options.multiplier}</td></tr>
      <tr><th scope="row">Expected</th><td>${number(options.expectedValue)} a share after the spread</td><th scope="row">Risk of a unit</th><td>${number(options.riskPerUnit, 0)}</td></tr>`}
    </tbody></table>
    ${options === null ? "" : legs(options.legs)}`;
}

/** The options of a structure, one a row. */
export function legs(of: readonly Leg[]): TemplateResult {
  return html`<table><thead><tr><th scope="col">Leg</th><th scope="col" class="n">Strike</th><th scope="col">Expires</th><th scope="col" class="n">Bid</th><th scope="col" class="n">Ask</th><th scope="col" class="n">IV</th><th scope="col" class="n">Delta</th></tr></thead>
    <tbody>${of.map((leg) => html`<tr><th scope="row">${words(leg.side)} ${leg.quantity} ${words(leg.kind)}</th><td class="n">${number(leg.contract?.strike)}</td>
      <td>${leg.contract === null ? "–" : new Date(leg.contract.expiryTimeMillis).toISOString().slice(0, 10)}</td><td class="n">${number(leg.terms?.bid)}</td><td class="n">${number(leg.terms?.ask)}</td>
      <td class="n">${percent(leg.terms?.impliedVolAnnual, 1)}</td><td class="n">${number(leg.terms?.delta)}</td></tr>`)}</tbody></table>`;
}
