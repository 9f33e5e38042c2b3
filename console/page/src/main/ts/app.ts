import {html, nothing, render, type TemplateResult} from "lit-html/lit-html.js";
import {ofSymbol, type CompassFrame} from "./live/compass-frame";
import {Live} from "./live/socket";
import {Store, type TopicName} from "./live/store";
import {clock, span} from "./ui/format";
import type {Context, View} from "./ui/view";
import {compass} from "./views/compass";
import {decisions} from "./views/decisions";
import {flow} from "./views/flow";
import {health} from "./views/health";
import {overview} from "./views/overview";
import {regime} from "./views/regime";
import {sentiment} from "./views/sentiment";

/** All places of the console, in the order of the menu. */
const VIEWS: readonly View[] = [overview, compass, regime, flow, sentiment, decisions, health];

/** Drawing more often shows nothing more; compasses move once a second. */
const LEAST_PAUSE_MILLIS = 200;
const COMPASSES_KEPT = 100;
const SYMBOLS_FROM: TopicName = "verdicts";

/** The frame of the page: menu, symbol, state of the connection, and the view that the address names. */
export class App {
  private readonly store = new Store();
  private readonly live = new Live(this.store, (frame) => this.heardCompass(frame));
  private compass: CompassFrame | null = null;
  /** What came of one symbol; frames of all symbols would be megabytes, and nobody looks back on them. */
  private past: {readonly symbol: string; readonly frames: CompassFrame[]} = {symbol: "", frames: []};
  private view: View = VIEWS[0] as View;
  private symbol: string | null = null;
  private search = "";
  private due = false;
  private asked = "";

  constructor(private readonly root: HTMLElement) {}

  start(): void {
    this.root.replaceChildren();
    document.documentElement.dataset["theme"] = localStorage.getItem("theme") ?? "auto";
    this.store.onChange(() => this.redraw());
    addEventListener("hashchange", () => this.navigate());
    addEventListener("keydown", (event) => this.key(event));
    setInterval(() => this.redraw(), 1_000);
    this.navigate();
  }

  private navigate(): void {
    const [hash, symbol] = location.hash.replace(/^#\/?/, "").split("/");
    this.view = VIEWS.find((view) => view.hash === hash) ?? (VIEWS[0] as View);
    this.symbol = symbol === undefined || symbol === "" ? this.symbol : decodeURIComponent(symbol);
    document.title = `${this.symbol === null || this.view.market ? "" : `${this.symbol} · `}${this.view.title} · HuiHui`;
    this.ask();
    this.redraw();
  }

  /** Asks the server for what the view needs: of the whole market little, of one symbol all. */
  private ask(): void {
    const topics = [...new Set<string>([...this.view.topics, SYMBOLS_FROM, "compass"])];
    const symbols = this.view.market || this.symbol === null ? [] : [this.symbol];
    const wanted = {topics, symbols, features: this.view.features ?? []};
    const asked = JSON.stringify(wanted);
    if (asked !== this.asked) {
      this.asked = asked;
      this.live.want(wanted);
    }
  }

  private heardCompass(frame: CompassFrame): void {
    this.compass = frame;
    const own = this.symbol === null ? null : ofSymbol(frame, this.symbol);
    if (own !== null) { this.keep(own, this.symbol ?? ""); }
    this.redraw();
  }

  private keep(frame: CompassFrame, symbol: string): void {
    if (this.past.symbol !== symbol) { this.past = {symbol, frames: []}; }
    const {frames} = this.past;
    frames.push(frame);
    if (frames.length > COMPASSES_KEPT) { frames.shift(); }
  }

  private redraw(): void {
    if (this.due) { return; }
    this.due = true;
    setTimeout(() => {
      this.due = false;
      this.draw();
    }, LEAST_PAUSE_MILLIS);
  }

  private symbols(): readonly string[] {
    return [...new Set([...(this.compass?.symbols ?? []), ...this.store.keys(SYMBOLS_FROM)])].sort();
  }

  private draw(): void {
    const symbols = this.symbols();
    if (this.symbol === null && symbols.length > 0) {
      this.symbol = symbols[0] ?? null;
      this.ask();
    }
    const context: Context = {
      store: this.store,
      compass: this.compass,
      compassHistory: this.past.symbol === this.symbol ? this.past.frames : [],
      symbol: this.symbol,
      symbols,
      redraw: () => this.redraw(),
    };
    render(html`${this.header(context)}<main id="view" tabindex="-1">${this.view.draw(context)}</main>`, this.root);
  }

  private header(context: Context): TemplateResult {
    const link = context.store.state;
    const quiet = link.heardMillis === null ? null : Date.now() - link.heardMillis;
    return html`<a class="skip" href="#view" @click=${(event: Event) => { event.preventDefault(); document.getElementById("view")?.focus(); }}>To the content</a>
    <header class="bar">
      <h1><a href="#/overview">HuiHui</a></h1>
      <nav aria-label="Views">${VIEWS.map((view) => html`<a href=${this.address(view)} aria-current=${view === this.view ? "page" : "false"} title=${`Key ${view.key}`}>${view.title}</a>`)}</nav>
      <form class="search" role="search" @submit=${(event: Event) => this.go(event)}>
        <label><span class="hidden">Symbol</span>
        <input list="symbols" placeholder="Symbol  /" .value=${this.search} @input=${(event: Event) => { this.search = (event.target as HTMLInputElement).value.toUpperCase(); }}></label>
        <datalist id="symbols">${context.symbols.map((symbol) => html`<option value=${symbol}></option>`)}</datalist>
      </form>
      <p class="link ${link.connected ? "up" : "down"}" role="status">
        <span class="dot"></span>${link.connected ? html`market ${clock(link.newestMillis)}` : html`not connected${quiet === null ? nothing : html`, last heard ${span(quiet)} ago`}`}</p>
      <button class="theme" @click=${() => this.turnTheme()} aria-label="Light or dark">◐</button>
    </header>
    ${link.problem === null ? nothing : html`<p class="problem" role="alert">${link.problem}</p>`}`;
  }

  private address(view: View): string {
    return `#/${view.hash}${view.market || this.symbol === null ? "" : `/${encodeURIComponent(this.symbol)}`}`;
  }

  private go(event: Event): void {
    event.preventDefault();
    const wanted = this.search.trim().toUpperCase();
    const found = this.symbols().find((symbol) => symbol === wanted) ?? this.symbols().find((symbol) => symbol.startsWith(wanted));
    if (found !== undefined) {
      this.search = "";
      const view = this.view.market ? VIEWS.find((each) => !each.market) ?? this.view : this.view;
      this.symbol = found;
      location.hash = `#/${view.hash}/${encodeURIComponent(found)}`;
    }
  }

  private key(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.ctrlKey || event.metaKey || event.altKey || typing) { return; }
    if (event.key === "/") {
      event.preventDefault();
      this.root.querySelector<HTMLInputElement>(".search input")?.focus();
      return;
    }
    const view = VIEWS.find((each) => each.key === event.key);
    if (view !== undefined) { location.hash = this.address(view).slice(1); }
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    const symbols = this.symbols();
    if (step !== 0 && this.symbol !== null && symbols.length > 0 && !this.view.market) {
      const next = symbols[(symbols.indexOf(this.symbol) + step + symbols.length) % symbols.length];
      if (next !== undefined) { location.hash = `#/${this.view.hash}/${encodeURIComponent(next)}`; }
    }
  }

  private turnTheme(): void {
    const dark = document.documentElement.dataset["theme"] === "dark"
      || (document.documentElement.dataset["theme"] !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    const theme = dark ? "light" : "dark";
    document.documentElement.dataset["theme"] = theme;
    localStorage.setItem("theme", theme);
    this.redraw();
  }
}
