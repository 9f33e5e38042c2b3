package io.huihui.models.strategy;

/** Why a template is not proposed. New ones come last. */
public enum RejectionReason {
    /** What one unit can lose is not bounded, or more than the desk may lose on a trade. */
    RISK_TOO_LARGE,
    /** Too few trades out of sample to say anything. */
    TOO_FEW_TRADES,
    /** It loses after spreads and commissions. */
    LOSES_AFTER_COSTS,
    /** Without its best session it loses. */
    ONE_GOOD_SESSION,
    /** The best of as many worthless templates could look as good. */
    WITHIN_LUCK,
    /** It differs in less than two parts from one that was proposed. */
    TOO_SIMILAR
}
