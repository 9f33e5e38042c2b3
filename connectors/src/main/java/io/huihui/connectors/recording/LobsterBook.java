package io.huihui.connectors.recording;

import io.huihui.models.Require;
import io.huihui.models.event.BookSide;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order book rebuilt from LOBSTER messages. Only sizes per price are kept: a level loses what is
 * cancelled or executed at its price, whoever's order it was, which is all that the recorded book
 * shows and works for orders from before the recording as well.
 */
final class LobsterBook {

    static final int NEW = 1;
    static final int PART_CANCELLED = 2;
    static final int DELETED = 3;
    static final int EXECUTED = 4;
    static final int EXECUTED_HIDDEN = 5;

    /** Prices come as currency x 10,000. */
    static final double PRICE_SCALE = 10_000.0;

    private static final int FIELDS_PER_LEVEL = 4;

    /** LOBSTER fills a level that is not there with this price. */
    private static final long NO_LEVEL = 9_999_999_999L;

    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final TreeMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());

    /** Replaces the book by a recorded row: ask price, ask size, bid price, bid size, and so on. */
    void seed(long[] row) {
        asks.clear();
        bids.clear();
        for (int at = 0; at + FIELDS_PER_LEVEL <= row.length; at += FIELDS_PER_LEVEL) {
            put(asks, row[at], row[at + 1]);
            put(bids, row[at + 2], row[at + 3]);
        }
    }

    private static void put(Map<Long, Long> side, long price, long size) {
        if (Math.abs(price) != NO_LEVEL && size > 0) {
            side.put(price, size);
        }
    }

    /**
     * Applies one message.
     *
     * @param direction 1 = the resting order is a bid, -1 = an ask
     */
    void apply(int type, long size, long price, int direction) {
        Require.that(
                direction == 1 || direction == -1, "direction 1 or -1", "direction=" + direction);
        Map<Long, Long> side = direction == 1 ? bids : asks;
        switch (type) {
            case NEW -> side.merge(price, size, Long::sum);
            case PART_CANCELLED, DELETED, EXECUTED ->
                    side.computeIfPresent(
                            price, (level, resting) -> resting > size ? resting - size : null);
            default -> {
                // Hidden orders and halts do not show in the book.
            }
        }
    }

    BookSide bids(int levels) {
        return side(bids, levels);
    }

    BookSide asks(int levels) {
        return side(asks, levels);
    }

    private static BookSide side(Map<Long, Long> side, int most) {
        int levels = Math.min(most, side.size());
        double[] prices = new double[levels];
        double[] sizes = new double[levels];
        int level = 0;
        for (Map.Entry<Long, Long> entry : side.entrySet()) {
            if (level == levels) {
                break;
            }
            prices[level] = entry.getKey() / PRICE_SCALE;
            sizes[level] = entry.getValue();
            level++;
        }
        return BookSide.owning(prices, sizes);
    }
}
