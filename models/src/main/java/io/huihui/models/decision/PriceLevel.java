package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * A price that knows what it is the price of, so that a stop in option premium can never be
 * compared with the price of the underlying.
 *
 * @param price currency per share
 */
public record PriceLevel(PriceSpace space, double price) {

    public PriceLevel {
        Require.present("space", space);
        Require.notNegative("price", price);
    }

    public static PriceLevel underlying(double price) {
        return new PriceLevel(PriceSpace.UNDERLYING, price);
    }

    public static PriceLevel option(double price) {
        return new PriceLevel(PriceSpace.OPTION, price);
    }

    /**
     * Returns this price - the other.
     *
     * @throws io.huihui.models.InvalidRecordException when the two are prices of different things
     */
    public double minus(PriceLevel other) {
        Require.that(
                space == other.space,
                "two prices of the same space",
                () -> space + " and " + other.space);
        return price - other.price;
    }

    /** Returns whether this is at or beyond {@code level}, going up (+1) or down (-1). */
    public boolean reaches(PriceLevel level, int direction) {
        return minus(level) * direction >= 0;
    }
}
