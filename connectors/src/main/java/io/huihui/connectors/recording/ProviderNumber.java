package io.huihui.connectors.recording;

import io.huihui.models.Require;

import java.util.regex.Pattern;

/**
 * Reads a provider's number as strictly as it is written: digits with an optional sign, point and
 * exponent. The predecessor read {@code 1.2E-5} as 0; here it is 0.000012, and what is no number is
 * refused and never becomes one.
 */
public final class ProviderNumber {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    /** No price, size or time needs more. */
    private static final int LONGEST = 64;

    private ProviderNumber() {}

    /**
     * Returns the number in {@code text}.
     *
     * @throws io.huihui.models.InvalidRecordException when it is not one, or beyond a double
     */
    public static double parse(String field, String text) {
        String trimmed = text.trim();
        if (trimmed.length() > LONGEST || !NUMBER.matcher(trimmed).matches()) {
            throw Require.violated("a number for " + field, field + "=" + shortened(trimmed));
        }
        return Require.finite(field, Double.parseDouble(trimmed));
    }

    /** As {@link #parse}, but null for an empty text: the provider does not say. */
    public static Double parseOrMissing(String field, String text) {
        return text == null || text.isBlank() ? null : (Double) parse(field, text);
    }

    /**
     * Returns the whole number in {@code text}.
     *
     * @throws io.huihui.models.InvalidRecordException when it is not one
     */
    public static long parseWhole(String field, String text) {
        double value = parse(field, text);
        if (value != Math.rint(value) || Math.abs(value) > MOST_EXACT) {
            throw Require.violated("a whole number for " + field, field + "=" + text.trim());
        }
        return (long) value;
    }

    /** Up to here a double holds every whole number. */
    private static final double MOST_EXACT = 9_007_199_254_740_992.0;

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
