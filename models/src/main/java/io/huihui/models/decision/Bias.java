package io.huihui.models.decision;

/** Which way something leans. */
public enum Bias {
    BULLISH(1),
    BEARISH(-1),
    NEUTRAL(0);

    private final int sign;

    Bias(int sign) {
        this.sign = sign;
    }

    /** +1, -1 or 0. */
    public int sign() {
        return sign;
    }

    /** Returns the mirror image: what it would be with calls and puts swapped. */
    public Bias opposite() {
        return switch (this) {
            case BULLISH -> BEARISH;
            case BEARISH -> BULLISH;
            case NEUTRAL -> NEUTRAL;
        };
    }

    /** Returns the lean of a signed number; 0 is neutral. */
    public static Bias of(double signed) {
        return signed > 0 ? BULLISH : signed < 0 ? BEARISH : NEUTRAL;
    }
}
