package io.huihui.models.decision;

/** Option structures. Only those whose loss is limited by construction exist here. */
public enum Structure {
    LONG_CALL,
    LONG_PUT,
    CALL_DEBIT_SPREAD,
    PUT_DEBIT_SPREAD,
    PUT_CREDIT_SPREAD,
    CALL_CREDIT_SPREAD,
    LONG_STRADDLE,
    IRON_CONDOR,
    IRON_FLY;

    /** Which way the underlying has to go. */
    public Bias bias() {
        return switch (this) {
            case LONG_CALL, CALL_DEBIT_SPREAD, PUT_CREDIT_SPREAD -> Bias.BULLISH;
            case LONG_PUT, PUT_DEBIT_SPREAD, CALL_CREDIT_SPREAD -> Bias.BEARISH;
            case LONG_STRADDLE, IRON_CONDOR, IRON_FLY -> Bias.NEUTRAL;
        };
    }

    /** Whether some of its options are sold. */
    public boolean hasShortLegs() {
        return switch (this) {
            case LONG_CALL, LONG_PUT, LONG_STRADDLE -> false;
            case CALL_DEBIT_SPREAD,
                    PUT_DEBIT_SPREAD,
                    PUT_CREDIT_SPREAD,
                    CALL_CREDIT_SPREAD,
                    IRON_CONDOR,
                    IRON_FLY ->
                    true;
        };
    }

    /** Returns the structure with calls and puts swapped. */
    public Structure mirror() {
        return switch (this) {
            case LONG_CALL -> LONG_PUT;
            case LONG_PUT -> LONG_CALL;
            case CALL_DEBIT_SPREAD -> PUT_DEBIT_SPREAD;
            case PUT_DEBIT_SPREAD -> CALL_DEBIT_SPREAD;
            case PUT_CREDIT_SPREAD -> CALL_CREDIT_SPREAD;
            case CALL_CREDIT_SPREAD -> PUT_CREDIT_SPREAD;
            case LONG_STRADDLE, IRON_CONDOR, IRON_FLY -> this;
        };
    }
}
