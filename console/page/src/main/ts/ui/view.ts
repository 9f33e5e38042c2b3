import type {TemplateResult} from "lit-html/lit-html.js";
import type {FeatureVector} from "../generated/records";
import type {CompassFrame} from "../live/compass-frame";
import type {Store, TopicName} from "../live/store";

/** What a view draws from. */
export interface Context {
  readonly store: Store;
  /** Newest compasses of all symbols; null before the first. */
  readonly compass: CompassFrame | null;
  /** Compasses of the symbol that came since it was chosen, oldest first. */
  readonly compassHistory: readonly CompassFrame[];
  /** The symbol looked at; null before any is known. */
  readonly symbol: string | null;
  /** All symbols, in order. */
  readonly symbols: readonly string[];
  /** Draws again, e.g. after a view's own state has changed. */
  readonly redraw: () => void;
}

/** One place of the console. Drawing is a pure function of what is known; state of its own lives in its module. */
export interface View {
  /** In the address: #/hash/SYMBOL. */
  readonly hash: string;
  readonly title: string;
  /** Key that opens it. */
  readonly key: string;
  /** Topics it needs; of all symbols, or of the one looked at. */
  readonly topics: readonly TopicName[];
  /** Of each snapshot of the topic features, these alone; left out, all. */
  readonly features?: readonly (keyof FeatureVector)[];
  /** Whether it shows all symbols side by side. */
  readonly market: boolean;
  draw(context: Context): TemplateResult;
}
