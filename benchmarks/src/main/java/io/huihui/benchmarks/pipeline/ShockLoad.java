package io.huihui.benchmarks.pipeline;

import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.regime.correlation.SymbolPrice;

import java.util.List;
import java.util.SplittableRandom;

/**
 * News and prices with shocks at known places, by index: nothing is remembered, so two threads can
 * make them. Each planted symbol has a story, {@value #STORY_TO_PRICE_MILLIS} ms later a price that
 * fell, and {@value #PRICE_TO_STORY_MILLIS} ms later the story that completes the shock. All other
 * stories name symbols without a price.
 */
final class ShockLoad {

    static final int SYMBOLS = 500;

    /** Shocks begin so long after the schedule does. */
    static final int FIRST_SECOND = 20;

    static final int SHOCKS_PER_SECOND = 10;
    static final int LAST_SECOND = FIRST_SECOND + SYMBOLS / SHOCKS_PER_SECOND;

    /** Prices before the schedule, one a second: the detector needs to know usual moves. */
    static final int PAST_SECONDS = 150;

    static final String PLANTED = "P";

    private static final int STORY_TO_PRICE_MILLIS = 450;
    private static final int PRICE_TO_STORY_MILLIS = 300;

    /**
     * Planted stories of one second are so many milliseconds apart: all of them within less than
     * what parts the first stories of a second from the last of the one before.
     */
    private static final int APART_MILLIS = 20;

    private static final double USUAL_MOVE = 1e-4;
    private static final double SHOCK_MOVE = 0.02;
    private static final int OTHER_SYMBOLS = 2_000;
    private static final int SOURCES = 40;
    private static final int WORDS = 9;
    private static final int VOCABULARY = 5_000;
    private static final double MILLIS = 1_000;

    private final int itemsPerSecond;

    ShockLoad(int itemsPerSecond) {
        this.itemsPerSecond = itemsPerSecond;
    }

    long items() {
        return (long) itemsPerSecond * (LAST_SECOND + 2);
    }

    static long prices() {
        return (long) SYMBOLS * (PAST_SECONDS + LAST_SECOND + 2);
    }

    /** When an item is due, milliseconds since the schedule began. */
    double itemDueMillis(long index) {
        return index * MILLIS / itemsPerSecond;
    }

    /** When a price is due; those of the past are due at once. */
    static double priceDueMillis(long index) {
        return (index / SYMBOLS - PAST_SECONDS) * MILLIS;
    }

    NewsItem item(long index) {
        long millis = (long) itemDueMillis(index);
        SplittableRandom random = new SplittableRandom(index);
        int planted = planted(index);
        String symbol = planted >= 0 ? PLANTED + planted : "O" + random.nextInt(OTHER_SYMBOLS);
        StringBuilder headline = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            headline.append('w').append(random.nextInt(VOCABULARY)).append(' ');
        }
        long time = Schedule.START_MILLIS + millis;
        return new NewsItem(
                Long.toString(index),
                time,
                time,
                "source" + random.nextInt(SOURCES),
                index,
                headline.append("shares fall on fraud").toString(),
                null,
                List.of(symbol));
    }

    /** Which planted symbol's story goes in this place; -1 for none. */
    private int planted(long index) {
        int perMilli = itemsPerSecond / (int) MILLIS;
        if (index % perMilli != 0) {
            return -1;
        }
        long millis = index / perMilli;
        int first = plantedAt(millis + STORY_TO_PRICE_MILLIS);
        return first >= 0 ? first : plantedAt(millis - PRICE_TO_STORY_MILLIS);
    }

    private static int plantedAt(long millis) {
        long second = millis / (long) MILLIS - FIRST_SECOND;
        long within = millis % (long) MILLIS;
        boolean one =
                second >= 0
                        && second < SYMBOLS / SHOCKS_PER_SECOND
                        && within % APART_MILLIS == 0
                        && within / APART_MILLIS < SHOCKS_PER_SECOND;
        return one ? (int) (second * SHOCKS_PER_SECOND + within / APART_MILLIS) : -1;
    }

    static SymbolPrice price(long index) {
        int symbol = (int) (index % SYMBOLS);
        long second = index / SYMBOLS - PAST_SECONDS;
        boolean fell = second >= FIRST_SECOND + symbol / SHOCKS_PER_SECOND;
        double usual = second % 2 == 0 ? 1 : 1 + USUAL_MOVE;
        double price = 100 * usual * (fell ? 1 - SHOCK_MOVE : 1);
        return new SymbolPrice(
                PLANTED + symbol, Schedule.START_MILLIS + second * (long) MILLIS, price);
    }
}
