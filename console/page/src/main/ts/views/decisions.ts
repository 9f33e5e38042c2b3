import {html, nothing, type TemplateResult} from "lit-html/lit-html.js";
import {panel} from "../ui/panel";
import type {Context, View} from "../ui/view";
import {conflictPanel} from "./decisions/conflict";
import {directivePanel} from "./decisions/directive";
import {knownPanel} from "./decisions/known";
import {performancePanel, reliabilityPanel} from "./decisions/outcomes";
import {tradesPanel} from "./decisions/trades";
import {reasonsPanel, verdictPanel} from "./decisions/verdict";
import "./decisions.css";

/** What the system would do about a symbol, why, and how good it has been. */
export const decisions: View = {
  hash: "decisions",
  title: "Decisions",
  key: "6",
  topics: ["verdicts", "directives", "explanations", "conflicts", "resolutions", "contexts", "recommendations", "management", "performance"],
  market: false,
  draw(context: Context): TemplateResult {
    const {store, symbol} = context;
    if (symbol === null) {
      return html`<div class="grid">${panel(context, {title: "Decisions", wide: true}, () => nothing)}</div>`;
    }
    const verdict = store.latest("verdicts", symbol);
    return html`<div class="grid decisions">
      ${verdictPanel(context, verdict)}
      ${directivePanel(context, store.latest("directives", symbol))}
      ${reasonsPanel(context, verdict)}
      ${conflictPanel(context, symbol)}
      ${knownPanel(context, symbol)}
      ${tradesPanel(context, symbol)}
      ${reliabilityPanel(context, symbol)}
      ${performancePanel(context, symbol)}
    </div>`;
  },
};
