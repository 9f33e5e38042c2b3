import {html, type TemplateResult} from "lit-html/lit-html.js";
import type {ManagementDirective, Recommendation} from "../../generated/records";
import {timeOf} from "../../live/store";
import {clock, number, percent, signed, words} from "../../ui/format";
import {panel} from "../../ui/panel";
import type {Context} from "../../ui/view";

/** A trade says something every snapshot while it is open and nothing after. */
const STALE_MILLIS = 24 * 3_600_000;
const MOST_TRADES = 12;

/** The trades that came of directives, open ones first, and what was done about them. */
export function tradesPanel(context: Context, symbol: string): TemplateResult {
  const trades = [...context.store.slots("recommendations", symbol)].sort(openFirst).slice(0, MOST_TRADES);
  const management = new Map(context.store.slots("management", symbol).map((one) => [one.recommendationId, one]));
  const newest = trades.reduce<number | null>((time, trade) => Math.max(time ?? 0, trade.updated.secondEndMillis), null);
  return panel(context, {
    title: "Trades and their management", timeMillis: newest, staleMillis: STALE_MILLIS, wide: true,
    empty: "No trade on this symbol: the desk has not opened one as far back as the topics reach.",
  }, () => html`<table><thead><tr><th scope="col">Issued</th><th scope="col">Trade</th><th scope="col">Status</th><th scope="col" class="n">Entry</th><th scope="col" class="n">Stop</th><th scope="col" class="n">Target</th>
      <th scope="col" class="n">Return</th><th scope="col" class="n">Worst / best</th><th scope="col" class="n">Profit</th><th scope="col">Last management</th></tr></thead>
    <tbody>${trades.map((trade) => row(trade, management.get(trade.id)))}</tbody></table>
    <p class="hint">Return is that of the underlying in the direction of the thesis; profit that of the options in currency, after spreads and commissions.</p>`);
}

function openFirst(a: Recommendation, b: Recommendation): number {
  const open = (trade: Recommendation): number => trade.exitMillis === null ? 1 : 0;
  return open(b) - open(a) || b.issued.secondEndMillis - a.issued.secondEndMillis;
}

function row(trade: Recommendation, managed: ManagementDirective | undefined): TemplateResult {
  const target = trade.targets[0];
  return html`<tr><td>${clock(trade.issued.secondEndMillis)}</td><th scope="row">${words(trade.structure)}, ${words(trade.thesis)}</th>
    <td>${words(trade.status)}${trade.exitMillis === null ? ` ${percent(trade.openFraction)} open` : ` ${clock(trade.exitMillis)}`}</td>
    <td class="n">${number(trade.entry.fill?.price ?? trade.entry.current.price)}</td>
    <td class="n">${number(trade.stop?.current.price)}</td><td class="n">${number(target?.current.price)}</td>
    <td class="n ${trade.returnPercent >= 0 ? "up" : "down"}">${signed(trade.returnPercent)} %</td>
    <td class="n">${signed(trade.worstPercent)} / ${signed(trade.bestPercent)} %</td>
    <td class="n ${(trade.options?.profit ?? 0) >= 0 ? "up" : "down"}">${signed(trade.options?.profit)}</td>
    <td>${managed === undefined ? "–" : `${clock(timeOf(managed))} ${words(managed.action)}: ${words(managed.reasonCode)}`}</td></tr>`;
}
