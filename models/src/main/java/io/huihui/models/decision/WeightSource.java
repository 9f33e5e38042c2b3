package io.huihui.models.decision;

/** What the weights of a verdict come from. */
public enum WeightSource {
    /** No evidence yet of who is better: all that answered count the same. */
    EQUAL,
    /** What came of the experts' opinions so far, whatever the market does. */
    BOOSTER,
    /** The gating network, by what the market does and how the experts did lately. */
    NETWORK
}
