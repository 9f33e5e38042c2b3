import {html, type TemplateResult} from "lit-html/lit-html.js";
import {percent} from "../ui/format";

/** Shares of a whole as bars with their names, e.g. the posterior of conditions. */
export function shares(rows: readonly {readonly name: string; readonly share: number; readonly held?: boolean}[]): TemplateResult {
  return html`<dl class="shares">${rows.map((row) => html`<dt class=${row.held === true ? "held" : ""}>${row.name}</dt>
    <dd><meter min="0" max="1" value=${row.share}>${percent(row.share)}</meter><span class="n">${percent(row.share, row.share < 0.01 ? 1 : 0)}</span></dd>`)}</dl>`;
}
