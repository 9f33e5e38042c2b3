import {html, type TemplateResult} from "lit-html/lit-html.js";
import type {ConflictRecord, ConflictView, Resolution} from "../../generated/records";
import {percent, signed, words} from "../../ui/format";
import {panel} from "../../ui/panel";
import type {Context} from "../../ui/view";
import {likeliest, thesisBar} from "./verdict";

/** Reasons shown of each side. */
const MOST_REASONS = 4;

/** Conflicts come when experts contradict each other; the last one stays of interest for an hour. */
const STALE_MILLIS = 3_600_000;

/** Who said what against whom, and how it was settled. */
export function conflictPanel(context: Context, symbol: string): TemplateResult {
  const conflict = context.store.latest("conflicts", symbol);
  const resolution = context.store.slots("resolutions", symbol).find((one) => one.conflictId === conflict?.id);
  return panel(context, {
    title: "Conflict", timeMillis: conflict?.snapshot.secondEndMillis, staleMillis: STALE_MILLIS,
    empty: "No conflict: the experts have not contradicted each other on this symbol since the console began to listen.",
  }, () => conflict === undefined ? "" : html`
    <p>Agreement ${percent(conflict.agreement)}${conflict.topClassesDiffer ? ", and confident experts hold different directions likeliest" : ""}.</p>
    <table><thead><tr><th scope="col">Expert</th><th scope="col">Holds</th><th scope="col">Down, flat, up</th><th scope="col" class="n">Confidence</th><th scope="col">Evidence</th></tr></thead>
      <tbody>${conflict.views.map((view) => side(view, resolution))}</tbody></table>
    ${settled(conflict, resolution)}`);
}

function side(view: ConflictView, resolution: Resolution | undefined): TemplateResult {
  const lean = likeliest(view.thesis);
  return html`<tr><th scope="row">${words(view.expert)}${resolution?.dissent.includes(view.expert) === true ? " (overruled)" : ""}</th>
    <td class=${lean.direction}>${lean.direction} ${percent(lean.probability)}</td><td class="bar-cell">${thesisBar(view.thesis)}</td><td class="n">${percent(view.confidence)}</td>
    <td title=${view.opinionId === null ? "" : `Opinion ${view.opinionId}`}>${view.evidence.slice(0, MOST_REASONS).map((reason) => html`<span class="reason">${words(reason.input)} ${signed(reason.value)}</span> `)}</td></tr>`;
}

function settled(conflict: ConflictRecord, resolution: Resolution | undefined): TemplateResult {
  if (resolution === undefined) {
    return html`<p class="hint">Not settled yet; it is ${conflict.id}.</p>`;
  }
  return html`<p><b class=${resolution.decision.toLowerCase()}>${words(resolution.decision)}</b> holds, by ${resolution.rule}. ${resolution.text}</p>
    ${resolution.counterEvidence.length === 0 ? "" : html`<p>Against it: ${resolution.counterEvidence.slice(0, MOST_REASONS).map((reason) => html`<span class="reason">${words(reason.input)} ${signed(reason.value)}</span> `)}</p>`}
    <p class="hint">Trace: <a href=${`/api/graph?symbol=${encodeURIComponent(conflict.snapshot.symbol)}&at=${conflict.snapshot.secondEndMillis}`}>what was known around ${conflict.snapshot.symbol} then</a>, inputs ${resolution.inputsHash.slice(0, 12)}.</p>`;
}
