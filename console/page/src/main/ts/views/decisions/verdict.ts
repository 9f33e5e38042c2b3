import {html, svg, type TemplateResult} from "lit-html/lit-html.js";
import {waterfall} from "../../charts/waterfall";
import type {Horizon, Thesis, Verdict} from "../../generated/records";
import {number, percent, words} from "../../ui/format";
import {figure, panel} from "../../ui/panel";
import type {Context} from "../../ui/view";

export const HORIZON_NAMES: Readonly<Record<Horizon, string>> = {MINUTES_5: "5 min", MINUTES_15: "15 min", MINUTES_60: "60 min"};

/** Returns the likeliest direction and its probability. */
export function likeliest(thesis: Thesis): {readonly direction: "up" | "down" | "flat"; readonly probability: number} {
  const {up, down, flat} = thesis;
  return up >= down && up >= flat ? {direction: "up", probability: up} : down >= flat ? {direction: "down", probability: down} : {direction: "flat", probability: flat};
}

/** A bar of three parts that fill it: down, flat, up. */
export function thesisBar(thesis: Thesis): TemplateResult {
  const says = `down ${percent(thesis.down)}, flat ${percent(thesis.flat)}, up ${percent(thesis.up)}`;
  return svg`<svg class="thesis" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=${says}><title>${says}</title>
    <rect class="down" width=${100 * thesis.down} height="8"></rect>
    <rect class="flat" x=${100 * thesis.down} width=${100 * thesis.flat} height="8"></rect>
    <rect class="up" x=${100 * (thesis.down + thesis.flat)} width=${100 * thesis.up} height="8"></rect></svg>`;
}

/** What the gate says, and whom it listened to. */
export function verdictPanel(context: Context, verdict: Verdict | undefined): TemplateResult {
  return panel(context, {
    title: "Verdict", timeMillis: verdict?.snapshot.secondEndMillis, ...quality(verdict),
    empty: "No verdict on this symbol yet: the gate speaks once an expert has answered.",
  }, () => verdict === undefined ? "" : html`
    <div class="figures">${figures(verdict)}</div>
    <table><thead><tr><th scope="col">Horizon</th><th scope="col">Down, flat, up</th><th scope="col" class="n">Down</th><th scope="col" class="n">Flat</th><th scope="col" class="n">Up</th></tr></thead>
      <tbody>${verdict.theses.map((thesis) => html`<tr><th scope="row">${HORIZON_NAMES[thesis.horizon]}</th><td class="bar-cell">${thesisBar(thesis)}</td>
        <td class="n">${percent(thesis.down, 1)}</td><td class="n">${percent(thesis.flat, 1)}</td><td class="n">${percent(thesis.up, 1)}</td></tr>`)}</tbody></table>
    <h3>Weights of the experts${verdict.weightSource === null ? "" : ` (${words(verdict.weightSource)})`}</h3>
    <table><tbody>${verdict.weights.map((weight) => html`<tr><th scope="row">${words(weight.expert)}</th><td class="bar-cell">${share(weight.weight)}</td>
      <td class="n">${percent(weight.weight, 1)}</td><td>${verdict.missing.includes(weight.expert) ? "late" : verdict.answered.includes(weight.expert) ? "answered" : "abstained"}</td></tr>`)}</tbody></table>
    <p class="hint">Market state ${words(verdict.marketState)}${verdict.eventRegimes.length === 0 ? "" : `; active: ${verdict.eventRegimes.map((regime) => words(regime.name)).join(", ")}`}.
      Volatility over 60 minutes: expands ${percent(verdict.volatility.expand)}, stays ${percent(verdict.volatility.same)}, contracts ${percent(verdict.volatility.contract)}. By ${verdict.gateVersion}.</p>`);
}

function figures(verdict: Verdict): readonly TemplateResult[] {
  const quarter = verdict.theses.find((thesis) => thesis.horizon === "MINUTES_15");
  const lean = quarter === undefined ? null : likeliest(quarter);
  return [
    figure("15 minutes", lean === null ? "–" : `${lean.direction} ${percent(lean.probability)}`, lean === null || lean.direction === "flat" ? "plain" : lean.direction),
    figure("confidence", percent(verdict.confidence)),
    figure("agreement", percent(verdict.agreement)),
    figure("experts' worth of evidence", number(verdict.evidence, 2)),
  ];
}

function quality(verdict: Verdict | undefined): {readonly quality?: string} {
  const notes = [
    ...(verdict?.missing.length ?? 0) > 0 ? [`late: ${verdict?.missing.map(words).join(", ")}`] : [],
    ...verdict?.conflicted === true ? ["experts disagree"] : [],
  ];
  return notes.length === 0 ? {} : {quality: notes.join("; ")};
}

function share(part: number): TemplateResult {
  return svg`<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="flat" width="100" height="8"></rect><rect class="total" width=${100 * part} height="8"></rect></svg>`;
}

/** Why the gate says so. */
export function reasonsPanel(context: Context, verdict: Verdict | undefined): TemplateResult {
  const explained = verdict === undefined ? undefined : context.store.slots("explanations", verdict.snapshot.symbol)
    .find((one) => one.snapshot.secondEndMillis === verdict.snapshot.secondEndMillis && one.subjectId.includes("/verdict"));
  return panel(context, {
    title: "Why", timeMillis: verdict?.snapshot.secondEndMillis,
    empty: "No verdict on this symbol yet, so there is nothing to explain.",
  }, () => verdict === undefined ? "" : html`
    ${explained === undefined
      ? html`${waterfall(verdict.contributions, 0, "sum")}<p class="hint">What moved the 15-minute thesis, in log-odds; right of the line speaks for up.</p>`
      : html`${waterfall(explained.contributions, explained.base, "score")}<p>${explained.text}</p><p class="hint">ln(up / down) at 15 minutes. Worded by ${explained.writtenBy}.</p>`}`);
}
