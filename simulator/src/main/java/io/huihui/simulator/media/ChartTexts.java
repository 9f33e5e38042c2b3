package io.huihui.simulator.media;

import io.huihui.simulator.random.Draws;

import java.util.Locale;

/**
 * What an analyst writes on a chart beside the title.
 *
 * @param unit label of the price axis
 * @param time label of the time axis
 * @param low stands at the lowest point
 * @param high stands at the highest point
 * @param source last line of the image
 */
record ChartTexts(String unit, String time, String low, String high, String source) {

    private static final String[] UNITS = {
        "Price (USD)", "US dollars per share", "Last price", "Index level", "Implied volatility"
    };
    private static final String[] TIMES = {
        "Time (New York)", "Eastern time", "Session, 5 minute bars", "Hour of the day"
    };
    private static final String[] LOWS = {
        "Low", "Support held", "Block bid at", "Buyers step in", "Session low"
    };
    private static final String[] HIGHS = {
        "High", "Resistance", "Call wall", "Sellers return", "Profit taking at"
    };
    private static final String[] HOUSES = {
        "Northbridge Research", "Harbour Analytics", "Exchange data", "Desk calculations"
    };
    private static final String[] MONTHS = {
        "January", "March", "April", "June", "August", "October", "November"
    };

    static ChartTexts draw(Draws draws, double lowest, double highest) {
        return new ChartTexts(
                pick(UNITS, draws),
                pick(TIMES, draws),
                pick(LOWS, draws) + " " + price(lowest),
                pick(HIGHS, draws) + " " + price(highest),
                "Source: "
                        + pick(HOUSES, draws)
                        + ", "
                        + (1 + draws.below(28))
                        + " "
                        + pick(MONTHS, draws)
                        + " "
                        + (2021 + draws.below(6)));
    }

    static String price(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String pick(String[] from, Draws draws) {
        return from[draws.below(from.length)];
    }
}
