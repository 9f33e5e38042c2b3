import {html, type TemplateResult} from "lit-html/lit-html.js";
import type {KnownContext, Node, NodeKind, Sight} from "../../generated/records";
import {clock, number, words} from "../../ui/format";
import {panel} from "../../ui/panel";
import type {Context} from "../../ui/view";

/** Trades and conflicts come now and then; what was known at the last one stays of interest for an hour. */
const STALE_MILLIS = 3_600_000;

/** Rows of a kind. */
const MOST_ROWS = 6;

/** Kinds that tell something, in the order in which one asks for them. */
const KINDS: readonly (readonly [NodeKind, string])[] = [
  ["MARKET_STATE", "State"], ["EVENT_REGIME", "Regime"], ["SIGNAL", "Signal"], ["DIRECTIVE", "Advice"],
  ["OUTCOME", "What came of advice"], ["NEWS", "News"], ["NARRATIVE_CHANGE", "Narrative"],
];

/** What the graph knew around the symbol when the last trade or conflict came. */
export function knownPanel(context: Context, symbol: string): TemplateResult {
  const known = newest(context.store.slots("contexts", symbol));
  return panel(context, {
    title: "What was known", wide: true, timeMillis: known?.snapshot.secondEndMillis, staleMillis: STALE_MILLIS,
    ...(known === undefined || known.complete ? {} : {quality: "less than the whole look-back was seen"}),
    empty: "Nothing yet: it is told with each trade and each conflict of the symbol.",
  }, () => known === undefined ? "" : html`
    <p class="hint">About ${known.about}: ${known.context.nodes.length} facts within ${known.context.question.hops} steps.</p>
    <table><thead><tr><th scope="col">What</th><th scope="col">Since</th><th scope="col">Says</th><th scope="col" class="n">Value</th></tr></thead>
      <tbody>${KINDS.map(([kind, title]) => rows(known, kind, title))}</tbody></table>`);
}

function newest(all: readonly KnownContext[]): KnownContext | undefined {
  return all.reduce<KnownContext | undefined>(
    (best, one) => best === undefined || one.snapshot.secondEndMillis >= best.snapshot.secondEndMillis ? one : best, undefined);
}

function rows(known: KnownContext, kind: NodeKind, title: string): readonly TemplateResult[] {
  return known.context.nodes
    .filter((node) => node.id.kind === kind && node.says !== null)
    .map((node) => ({node, millis: since(known.context.sights, node)}))
    .sort((one, other) => other.millis - one.millis)
    .slice(0, MOST_ROWS)
    .map(({node, millis}, row) => html`<tr><th scope="row">${row === 0 ? title : ""}</th><td>${clock(millis)}</td>
      <td>${said(node)}</td><td class="n">${number(node.value)}</td></tr>`);
}

/** When the link began by which the node was come to. */
function since(sights: readonly Sight[], node: Node): number {
  const sight = sights.find(({link}) => isSame(link.to, node) || isSame(link.from, node));
  return sight === undefined ? 0 : sight.link.validFromMillis;
}

function isSame(end: Node["id"], node: Node): boolean {
  return end.kind === node.id.kind && end.id === node.id.id;
}

/** Headlines and keywords as they are, names as words. */
function said(node: Node): string {
  const says = node.says ?? "";
  return node.id.kind === "NEWS" ? `${says} (${node.detail ?? ""})` : [words(says), node.detail === null ? "" : words(node.detail)].filter((part) => part !== "").join(": ");
}
