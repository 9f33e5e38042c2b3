package io.huihui.models.decision;

/** Why a prediction could not be scored. */
public enum UnresolvedReason {
    /** No price within the tolerance after the horizon: a gap or the end of the session. */
    NO_PRICE_AT_HORIZON,
    /** The price at the prediction was missing. */
    NO_PRICE_AT_PREDICTION,
    /** The expected standard deviation was not known at the prediction. */
    NO_SIGMA_AT_PREDICTION
}
