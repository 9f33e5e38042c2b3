package io.huihui.models.decision;

/** Why the answer is not to trade. */
public enum NoTradeReason {
    /** Too few experts answered. */
    NO_OPINION,
    /** The price, or the volatility the stop is derived from, is missing. */
    MISSING_INPUT,
    /** The likeliest thesis is not likely enough. */
    CONVICTION_TOO_LOW,
    /** The experts disagree more than the gate allows. */
    CONFLICT,
    /** What is expected to be won after the spread does not exceed what is expected to be lost. */
    EXPECTED_VALUE_TOO_LOW,
    /** No rule names a structure for this thesis in this regime. */
    NO_RULE,
    /** A trade in the same direction is open already. */
    ALREADY_OPEN,
    /** The loss allowed for the day is used up. */
    DAILY_LOSS_LIMIT,
    /** The market is shut, or so close to it that no exit is left. */
    MARKET_CLOSED,
    /** The chain is missing, or no contract in the ranges of the rule is liquid enough. */
    NO_CONTRACTS,
    /** What the first target would bring is not worth what the stop would cost. */
    REWARD_TOO_LOW,
    /** Even one unit risks more than a trade may, or costs more than a position may. */
    RISK_TOO_LARGE,
    /**
     * The leading event regime leans the other way, for which the trade would be closed at once.
     */
    REGIME_AGAINST
}
