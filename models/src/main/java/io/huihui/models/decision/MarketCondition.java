package io.huihui.models.decision;

/**
 * The one state a market is in (layer 1); the definition of each is in {@code
 * docs/decisions-and-directives.md}.
 */
public enum MarketCondition {
    LOW_VOL_TRENDING,
    LOW_VOL_RANGING,
    MEDIUM_VOL_TRENDING,
    MEDIUM_VOL_RANGING,
    HIGH_VOL_TRENDING,
    HIGH_VOL_RANGING,
    STRESS,
    EXPIRATION,
    UNCLEAR_OR_TRANSITIONING;

    private static final int COUNT = values().length;

    /** How many there are, without the copy that {@code values()} makes. */
    public static int count() {
        return COUNT;
    }
}
