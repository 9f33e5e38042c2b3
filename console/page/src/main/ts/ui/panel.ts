import {html, nothing, type Renderable, type TemplateResult} from "lit-html/lit-html.js";
import type {Context} from "./view";
import {clock, span} from "./format";

/** Older than this against the newest event time, a panel is stale. */
const STALE_MILLIS = 15_000;

/** What stands above a panel's content. */
export interface PanelHead {
  readonly title: string;
  /** Event time of what is shown, ms; undefined where there is nothing yet. */
  readonly timeMillis?: number | null | undefined;
  /** Age from which it counts as stale, ms; records that come once a minute need more than the usual 15 s. */
  readonly staleMillis?: number;
  /** One short note on quality, e.g. `2 inputs missing`. */
  readonly quality?: string;
  /** What an empty panel says: why, and what to do. */
  readonly empty?: string;
  readonly wide?: boolean;
}

/** A panel: title, event time, age and quality, and content or why there is none. */
export function panel(context: Context, head: PanelHead, content: () => Renderable): TemplateResult {
  const {state} = context.store;
  const known = head.timeMillis !== undefined && head.timeMillis !== null;
  const age = known && state.newestMillis !== null ? state.newestMillis - (head.timeMillis as number) : null;
  const stale = !state.connected || (age !== null && age > (head.staleMillis ?? STALE_MILLIS));
  return html`<section class="panel ${head.wide === true ? "wide" : ""} ${stale && known ? "stale" : ""}" aria-label=${head.title}>
    <header><h2>${head.title}</h2>
      <p class="meta">
        ${head.quality === undefined ? nothing : html`<span class="quality">${head.quality}</span>`}
        ${known ? html`<time>${clock(head.timeMillis)}</time> <span class="age">${stale ? "stale, " : ""}${span(age)} old</span>` : nothing}
      </p></header>
    ${known ? content() : html`<p class="empty">${emptyText(context, head)}</p>`}
  </section>`;
}

function emptyText(context: Context, head: PanelHead): string {
  return context.store.state.connected
    ? head.empty ?? "Nothing yet: the job publishes this once it has seen enough of the market."
    : "No connection to the console's server. The page keeps trying; if it stays like this, start ./huihui up.";
}

/** A figure with its name below. */
export function figure(name: string, value: string, tone: "up" | "down" | "plain" = "plain"): TemplateResult {
  return html`<div class="figure ${tone}"><b>${value}</b><span>${name}</span></div>`;
}
