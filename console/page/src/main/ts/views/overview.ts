import {html, nothing, type Renderable, type TemplateResult} from "lit-html/lit-html.js";
import "../compass/board";
import type {CompassBoard} from "../compass/board";
import {signCount} from "../compass/reading";
import {LAYERS, type CompassFrame} from "../live/compass-frame";
import type {Store} from "../live/store";
import {MISSING, number, percent, signed, words} from "../ui/format";
import {panel} from "../ui/panel";
import type {Context, View} from "../ui/view";

type Order = "conviction" | "alerts" | "regime" | "change" | "symbol";
const ORDERS: readonly Order[] = ["conviction", "alerts", "change", "regime", "symbol"];
const SIDE = 92;

/** What the list beside the compasses says of a symbol. */
interface Row {
  readonly symbol: string;
  readonly price: number | null;
  /** return of the last quarter of an hour */
  readonly change: number | null;
  readonly regime: string;
  readonly lean: "up" | "down" | "flat" | null;
  readonly probability: number | null;
  readonly conviction: number | null;
  readonly action: string;
  /** signs that stand on its compass */
  readonly alerts: number;
}

let order: Order = "conviction";
/** The table stands before the first compass is drawn: where no card does it, making WebGL ready takes a while. */
let tabled: "no" | "soon" | "yes" = "no";

/** All symbols at a glance. */
export const overview: View = {
  hash: "overview",
  title: "Overview",
  key: "1",
  topics: ["verdicts", "directives", "market-states", "features"],
  features: ["mid", "return15m"],
  market: true,
  draw,
};

function draw(context: Context): TemplateResult {
  if (tabled === "no" && context.symbols.length > 0) {
    tabled = "soon";
    requestAnimationFrame(() => setTimeout(() => { tabled = "yes"; context.redraw(); }));
  }
  const rows = sorted(context.symbols.map((symbol) => row(context.store, symbol, context.compass)));
  const symbols = rows.map((each) => each.symbol);
  const time = context.compass?.eventMillis ?? context.store.state.newestMillis;
  return html`<div class="overview">
    ${panel(context, {title: "Compasses", timeMillis: time, wide: true, empty: "No symbol has been heard of yet: the first features come some seconds after the market has begun."}, () => html`
      <div class="tools" role="group" aria-label="Order">${ORDERS.map((each) => html`<button aria-pressed=${each === order ? "true" : "false"} @click=${() => { order = each; context.redraw(); }}>${each}</button>`)}
        <span class="legend">${[3, 2, 1, 0].map((layer) => html`<i class=${`key c${layer + 1}`}></i>${LAYERS[layer]} min `)}</span></div>
      <div class="board">
        <compass-board .data=${{frame: tabled === "yes" ? context.compass : null, symbols, side: SIDE}} @click=${(event: MouseEvent) => open(event)}></compass-board>
        <ul class="labels">${rows.map((each) => html`<li><a href=${`#/compass/${encodeURIComponent(each.symbol)}`} class=${each.lean ?? "none"}>${each.symbol}</a>${alertMark(each.alerts)}</li>`)}</ul>
      </div>`)}
    ${panel(context, {title: "Symbols", timeMillis: time}, () => table(rows))}
  </div>`;
}

function open(event: MouseEvent): void {
  const board = event.currentTarget as CompassBoard;
  const box = board.getBoundingClientRect();
  const symbol = board.symbolAt(event.clientX - box.left, event.clientY - box.top);
  if (symbol !== null) { location.hash = `#/compass/${encodeURIComponent(symbol)}`; }
}

function table(rows: readonly Row[]): TemplateResult {
  return html`<table><thead><tr><th>Symbol</th><th class="n">Price</th><th class="n">15 min</th><th>Market state</th><th>Leans</th><th class="n">Conviction</th><th>Desk</th></tr></thead>
    <tbody>${rows.map((each) => html`<tr @click=${() => { location.hash = `#/decisions/${encodeURIComponent(each.symbol)}`; }}>
      <th scope="row"><a href=${`#/decisions/${encodeURIComponent(each.symbol)}`}>${each.symbol}</a></th>
      <td class="n">${number(each.price)}</td>
      <td class="n ${each.change === null ? "" : each.change > 0 ? "up" : "down"}">${each.change === null ? MISSING : signed(100 * each.change)} %</td>
      <td>${words(each.regime)}</td>
      <td class=${each.lean ?? ""}>${each.lean === null ? MISSING : `${ARROWS[each.lean]} ${each.lean} ${percent(each.probability)}`}</td>
      <td class="n">${number(each.conviction, 2)}</td>
      <td>${each.action}</td></tr>`)}</tbody></table>`;
}

const ARROWS = {up: "▲", down: "▼", flat: "■"} as const;

/** How many alerts stand, beside the name; they are told on the compass itself. */
function alertMark(count: number): Renderable {
  const noun = count === 1 ? "alert" : "alerts";
  return count === 0 ? nothing : html`<b class="alert-mark" title="${count} ${noun} on the compass">${count}<span class="hidden"> ${noun}</span></b>`;
}

function row(store: Store, symbol: string, compass: CompassFrame | null): Row {
  const verdict = store.latest("verdicts", symbol);
  const directive = store.latest("directives", symbol);
  const state = store.latest("market-states", symbol);
  const features = store.latest("features", symbol)?.features;
  const place = compass?.symbols.indexOf(symbol) ?? -1;
  const quarter = verdict?.theses.find((thesis) => thesis.horizon === "MINUTES_15");
  const lean = quarter === undefined ? null : quarter.up >= quarter.down && quarter.up >= quarter.flat ? "up" : quarter.down >= quarter.flat ? "down" : "flat";
  const probability = quarter === undefined || lean === null ? null : quarter[lean];
  return {
    symbol,
    price: features?.mid ?? directive?.underlyingPrice ?? null,
    change: features?.return15m ?? null,
    regime: state?.condition ?? verdict?.marketState ?? "UNKNOWN",
    lean,
    probability,
    conviction: directive?.conviction ?? null,
    action: directive === undefined ? MISSING : directive.action === "TRADE" ? words(directive.plan?.structure ?? "trade") : words(directive.noTradeReason ?? "no trade"),
    alerts: compass === null || place < 0 ? 0 : signCount(compass, place),
  };
}

function sorted(rows: Row[]): readonly Row[] {
  const by: Record<Order, (a: Row, b: Row) => number> = {
    conviction: (a, b) => (b.conviction ?? b.probability ?? 0) - (a.conviction ?? a.probability ?? 0),
    alerts: (a, b) => b.alerts - a.alerts,
    change: (a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0),
    regime: (a, b) => a.regime.localeCompare(b.regime),
    symbol: () => 0,
  };
  return rows.sort((a, b) => by[order](a, b) || a.symbol.localeCompare(b.symbol));
}

