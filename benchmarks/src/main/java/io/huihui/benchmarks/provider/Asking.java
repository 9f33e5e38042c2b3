package io.huihui.benchmarks.provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who asks for which symbol in an hour: a collector for all of them every five seconds, and five
 * screens, each for one symbol every half minute, the popular ones more often (Zipf, 1.1).
 */
final class Asking {

    static final List<String> SYMBOLS =
            List.of(
                    "SPY", "SPX", "QQQ", "IWM", "VIX", "TSLA", "AMZN", "AAPL", "META", "MSFT",
                    "NVDA");

    /** The collector; screens count from 1. */
    static final int COLLECTOR = 0;

    static final int SCREENS = 5;
    static final long HOUR_MILLIS = 3_600_000;

    private static final long COLLECTOR_MILLIS = 5_000;
    private static final long SCREEN_MILLIS = 30_000;
    private static final double ZIPF = 1.1;
    private static final long SEED = 11;

    /**
     * @param millis since the hour began
     * @param who the collector or a screen
     */
    record Ask(long millis, int who, String symbol) {}

    private Asking() {}

    /** Returns all of them in the order of time. */
    static List<Ask> hour() {
        SplittableRandom draws = new SplittableRandom(SEED);
        List<Ask> asks = new ArrayList<>();
        for (long millis = 0; millis < HOUR_MILLIS; millis += COLLECTOR_MILLIS) {
            for (String symbol : SYMBOLS) {
                asks.add(new Ask(millis, COLLECTOR, symbol));
            }
        }
        for (int screen = 1; screen <= SCREENS; screen++) {
            long first = draws.nextLong(SCREEN_MILLIS);
            for (long millis = first; millis < HOUR_MILLIS; millis += SCREEN_MILLIS) {
                asks.add(new Ask(millis, screen, popular(draws)));
            }
        }
        asks.sort(Comparator.comparingLong(Ask::millis).thenComparingInt(Ask::who));
        return asks;
    }

    private static String popular(SplittableRandom draws) {
        double sum = 0;
        for (int rank = 1; rank <= SYMBOLS.size(); rank++) {
            sum += Math.pow(rank, -ZIPF);
        }
        double left = draws.nextDouble() * sum;
        int rank = 1;
        while (rank < SYMBOLS.size() && left >= Math.pow(rank, -ZIPF)) {
            left -= Math.pow(rank, -ZIPF);
            rank++;
        }
        return SYMBOLS.get(rank - 1);
    }
}
