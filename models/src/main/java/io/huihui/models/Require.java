package io.huihui.models;

import java.util.function.Supplier;

/**
 * The one place that refuses bad values. Every check is written so that NaN fails it, and every
 * sentence says what was required and what was found.
 */
public final class Require {

    private Require() {}

    /**
     * Throws unless {@code condition} holds.
     *
     * @param requirement what is needed, e.g. {@code "0 <= bid <= ask"}
     * @param found what was there, e.g. {@code "bid=5.1 ask=4.9 for SPY"}
     * @throws InvalidRecordException when the condition does not hold
     */
    public static void that(boolean condition, String requirement, String found) {
        if (!condition) {
            throw violated(requirement, found);
        }
    }

    /**
     * Throws unless {@code condition} holds. What was there is put into words only then: most
     * records are made many thousand times a second, and are good.
     *
     * @throws InvalidRecordException when the condition does not hold
     */
    public static void that(boolean condition, String requirement, Supplier<String> found) {
        if (!condition) {
            throw violated(requirement, found.get());
        }
    }

    /** Returns the exception that says {@code need <requirement>, was <found>}. */
    public static InvalidRecordException violated(String requirement, String found) {
        return new InvalidRecordException("need " + requirement + ", was " + found);
    }

    /** Returns {@code value} when it is neither null nor blank. */
    public static String text(String field, String value) {
        if (value == null || value.isBlank()) {
            throw violated("a non-blank " + field, field + "=" + value);
        }
        return value;
    }

    /** Returns {@code value} when it is not null. */
    public static <T> T present(String field, T value) {
        if (value == null) {
            throw violated(field + " to be present", field + "=null");
        }
        return value;
    }

    /** Returns {@code value} when it is finite. */
    public static double finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw violated("finite " + field, field + "=" + value);
        }
        return value;
    }

    /** Returns {@code value} when it is null (missing) or finite. */
    public static Double finiteOrMissing(String field, Double value) {
        if (value != null) {
            finite(field, value);
        }
        return value;
    }

    /** Returns {@code value} when it is finite and not below zero. */
    public static double notNegative(String field, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw violated("finite " + field + " >= 0", field + "=" + value);
        }
        return value;
    }

    /** Returns {@code value} when it is not below zero. */
    public static long notNegative(String field, long value) {
        if (value < 0) {
            throw violated(field + " >= 0", field + "=" + value);
        }
        return value;
    }

    /** Returns {@code value} when it is null (missing), or finite and not below zero. */
    public static Double notNegativeOrMissing(String field, Double value) {
        if (value != null) {
            notNegative(field, value.doubleValue());
        }
        return value;
    }

    /** Returns {@code value} when it is finite and above zero. */
    public static double positive(String field, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw violated("finite " + field + " > 0", field + "=" + value);
        }
        return value;
    }

    /** Returns {@code value} when {@code low <= value <= high}. */
    public static double within(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw violated(low + " <= " + field + " <= " + high, field + "=" + value);
        }
        return value;
    }

    /** Returns {@code value} when it is null (missing) or {@code low <= value <= high}. */
    public static Double withinOrMissing(String field, Double value, double low, double high) {
        if (value != null) {
            within(field, value.doubleValue(), low, high);
        }
        return value;
    }
}
