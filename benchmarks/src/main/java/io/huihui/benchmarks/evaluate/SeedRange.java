package io.huihui.benchmarks.evaluate;

import io.huihui.models.Require;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seeds from first to last, both included. */
public record SeedRange(long first, long last) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

    public SeedRange {
        Require.that(
                first >= 0 && first < last,
                "0 <= first < last seed: an interval needs at least two",
                "first=" + first + " last=" + last);
    }

    /** Returns the range written as {@code A-B}. */
    public static SeedRange parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        Require.that(matcher.matches(), "seeds as A-B, e.g. 1-20", "`" + text + "`");
        return new SeedRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    public int count() {
        return (int) (last - first + 1);
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
