package io.huihui.simulator;

import io.huihui.models.Require;

/**
 * Listed contracts per symbol: every expiry has the same strikes, each as call and put.
 *
 * @param expiries number of expiries between 0 and 45 days
 * @param strikesPerExpiry odd, so that one stands at the money
 */
public record OptionGrid(int expiries, int strikesPerExpiry) {

    public OptionGrid {
        Require.within("expiries", expiries, 1, 10);
        Require.that(
                strikesPerExpiry >= 5 && strikesPerExpiry <= 201 && strikesPerExpiry % 2 == 1,
                "an odd strikesPerExpiry between 5 and 201",
                "strikesPerExpiry=" + strikesPerExpiry);
    }

    /** Returns 6 expiries of 25 strikes: 300 contracts per symbol. */
    public static OptionGrid defaults() {
        return new OptionGrid(6, 25);
    }

    /** Contracts per symbol. */
    public int contracts() {
        return 2 * expiries * strikesPerExpiry;
    }
}
