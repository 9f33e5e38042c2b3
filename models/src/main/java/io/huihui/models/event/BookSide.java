package io.huihui.models.event;

import io.huihui.models.Require;

import java.util.Arrays;

/** One side of an order book, best level first. Prices in currency per share, sizes in shares. */
public final class BookSide {

    private static final BookSide EMPTY = new BookSide(new double[0], new double[0]);

    private final double[] prices;
    private final double[] sizes;

    private BookSide(double[] prices, double[] sizes) {
        this.prices = prices;
        this.sizes = sizes;
    }

    /** Returns a side without levels. */
    public static BookSide empty() {
        return EMPTY;
    }

    /**
     * Returns a side over copies of the arrays.
     *
     * @throws io.huihui.models.InvalidRecordException when lengths differ, or a price is not above
     *     0, or a size is below 0
     */
    public static BookSide of(double[] prices, double[] sizes) {
        return owning(prices.clone(), sizes.clone());
    }

    /** As {@link #of}, but keeps the arrays: for decoders that have just made them. */
    public static BookSide owning(double[] prices, double[] sizes) {
        if (prices.length != sizes.length) {
            throw Require.violated(
                    "as many sizes as prices",
                    prices.length + " prices and " + sizes.length + " sizes");
        }
        for (int level = 0; level < prices.length; level++) {
            Require.positive("price", prices[level]);
            Require.notNegative("size", sizes[level]);
        }
        return new BookSide(prices, sizes);
    }

    public int levels() {
        return prices.length;
    }

    public double price(int level) {
        return prices[level];
    }

    public double size(int level) {
        return sizes[level];
    }

    /** True when prices fall strictly from the best level on. */
    boolean isFalling() {
        for (int level = 1; level < prices.length; level++) {
            if (prices[level] >= prices[level - 1]) {
                return false;
            }
        }
        return true;
    }

    /** True when prices rise strictly from the best level on. */
    boolean isRising() {
        for (int level = 1; level < prices.length; level++) {
            if (prices[level] <= prices[level - 1]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BookSide side
                && Arrays.equals(prices, side.prices)
                && Arrays.equals(sizes, side.sizes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(prices) + Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return "BookSide[prices="
                + Arrays.toString(prices)
                + ", sizes="
                + Arrays.toString(sizes)
                + "]";
    }
}
