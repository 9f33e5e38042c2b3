export type Family = "flow" | "volatility" | "momentum" | "liquidity";

/** One of the twelve spokes of the compass. */
export interface Spoke {
  /** As it stands beside the spoke. */
  readonly label: string;
  readonly family: Family;
  /** Value at radius 0. */
  readonly low: number;
  /** Value at radius 1. */
  readonly high: number;
  /** Whether radius 0.5 is neutral and both ends mean something; else 0 is nothing and 1 is much. */
  readonly twoSided: boolean;
  readonly definition: string;
  /** What it says when the value is near its upper end. */
  readonly above: string;
  /** What it says when the value is near its lower end. */
  readonly below: string;
}

function around(label: string, family: Family, reach: number, definition: string, above: string, below: string): Spoke {
  return { label, family, low: -reach, high: reach, twoSided: true, definition, above, below };
}

function upward(label: string, family: Family, high: number, definition: string, above: string): Spoke {
  return { label, family, low: 0, high, twoSided: false, definition, above, below: "Quiet." };
}

/** The spokes in the order of `AXES`. */
export const SPOKES: readonly Spoke[] = [
  around("VAPI-FA", "flow", 3, "Volatility-adjusted premium intensity with flow acceleration, as robust z: how much directional premium is paid, and whether it speeds up.",
    "Premium is paid for upside, faster than before.", "Premium is paid for downside, faster than before."),
  around("DWFD", "flow", 2, "Delta-weighted flow divergence, as robust z: delta flow, stressed where the money outruns the count of contracts.",
    "Large money leans up.", "Large money leans down."),
  around("TW-LAF", "flow", 2.5, "Time-weighted liquidity-adjusted flow, as robust z: flow in contracts that are cheap to trade counts more, old flow less.",
    "Steady buying in liquid contracts.", "Steady selling in liquid contracts."),
  upward("VRI", "volatility", 3, "Volatility regime indicator, the part above 0: term slope, volatility of volatility, realised over implied, skew and dealers' vega.",
    "Volatility is set to expand."),
  around("A-DAG", "volatility", 3, "Adaptive delta-adjusted gamma, as robust z: dealers' gamma, stressed where today's flow adds to their standing delta.",
    "Dealers' hedging damps moves.", "Dealers' hedging amplifies moves."),
  around("GIB", "volatility", 2.5, "Gamma imbalance from the book, as robust z: dealers' gamma of calls less that of puts.",
    "Dealers are long gamma: moves tend to fade.", "Dealers are short gamma: moves tend to run."),
  around("LWPAI", "momentum", 2, "Pressure by the microprice, as robust z of its last four hours: how far it stands from the mid, in half spreads.",
    "The book pushes up.", "The book pushes down."),
  around("AOFM", "momentum", 3, "Order-flow imbalance of the best quotes over their mean depth, as robust z of its last four hours.",
    "Bids are added, offers are lifted.", "Offers are added, bids are hit."),
  around("TPDLF", "momentum", 1.5, "Deviation of option mids from the prices of the fitted smiles, weighted by open interest, as robust z of its last four hours.",
    "Options trade dear against their smile.", "Options trade cheap against their smile."),
  around("VABAI", "liquidity", 1.5, "Imbalance of sizes at the best quotes, adjusted by implied volatility over its twenty-session mean, as robust z of its last four hours.",
    "More is bid than offered.", "More is offered than bid."),
  around("LIDB", "liquidity", 2, "Share of bids in the size at the best quotes, less a half, as robust z of its last four hours.",
    "The bid is deep.", "The offer is deep."),
  upward("SVR", "liquidity", 2, "Spread over a day's expected move, as robust z of its last four hours: what it costs to cross.",
    "Trading is dear: spreads are wide."),
];

/** The four that are drawn: 5 and 15 minutes, 1 and 4 hours. */
export const DRAWN_LAYERS: readonly number[] = [0, 1, 3, 4];

/** Of each place in `LAYERS`. */
export const LAYER_NAMES: readonly string[] = ["5 min", "15 min", "30 min", "1 h", "4 h"];

/** Returns the spoke of an axis. */
export function spokeOf(axis: number): Spoke {
  const spoke = SPOKES[axis];
  if (spoke === undefined) { throw new RangeError(`need an axis below ${SPOKES.length}, was ${axis}`); }
  return spoke;
}
