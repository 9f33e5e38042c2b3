package io.huihui.models.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads which way a figure went from the two numbers themselves: {@code profit of 13.1 mn compared
 * to 8.7 mn} went up though no word says so.
 */
final class NumberComparison {

    /** Words between two numbers that are still about one figure. */
    private static final int WIDEST_GAP = 12;

    /** Words after the second number in which {@code earlier} marks it as the past. */
    private static final int EARLIER_REACH = 8;

    private static final Set<String> THEN_FOLLOWS =
            Set.of("from", "compared", "against", "versus", "vs", "than");

    private static final Map<String, Double> UNITS =
            Map.of(
                    "thousand",
                    1e3,
                    "k",
                    1e3,
                    "m",
                    1e6,
                    "mn",
                    1e6,
                    "mln",
                    1e6,
                    "million",
                    1e6,
                    "bn",
                    1e9,
                    "billion",
                    1e9);

    private NumberComparison() {}

    /** Takes what the numbers of a sentence say. */
    interface Sink {

        /**
         * @param up whether the figure rose
         * @param figure class of the nearest figure named before; null when none is
         */
        void compared(boolean up, WordClass figure);
    }

    /** Tells the sink of every pair of neighbouring numbers that are now and then. */
    static void read(List<String> words, WordClass[] classes, Sink sink) {
        int before = -1;
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == WordClass.NUMBER) {
                if (before >= 0 && i - before - 1 <= WIDEST_GAP) {
                    compare(words, classes, before, i, sink);
                }
                before = i;
            }
        }
    }

    private static void compare(
            List<String> words, WordClass[] classes, int first, int second, Sink sink) {
        int sign = 0;
        double change = amount(words, classes, first) - amount(words, classes, second);
        List<String> between = words.subList(first + 1, second);
        List<String> after = words.subList(second, Math.min(words.size(), second + EARLIER_REACH));
        if (between.stream().anyMatch(THEN_FOLLOWS::contains) || after.contains("earlier")) {
            sign = (int) Math.signum(change);
        }
        if (between.contains("to")
                && words.subList(Math.max(0, first - 3), first).contains("from")) {
            sign = -(int) Math.signum(change);
        }
        if (sign != 0) {
            sink.compared(sign > 0, figure(classes, first));
        }
    }

    private static WordClass figure(WordClass[] classes, int before) {
        for (int i = before; i >= 0; i--) {
            if (classes[i] == WordClass.GOOD_FIGURE || classes[i] == WordClass.BAD_FIGURE) {
                return classes[i];
            }
        }
        return null;
    }

    private static double amount(List<String> words, WordClass[] classes, int at) {
        double value = Double.parseDouble(words.get(at).replace(",", ""));
        for (int i = at + 1; i < Math.min(words.size(), at + 3); i++) {
            if (classes[i] == WordClass.NUMBER) {
                break;
            }
            Double unit = UNITS.get(words.get(i));
            if (unit != null) {
                return value * unit;
            }
        }
        return value;
    }
}
