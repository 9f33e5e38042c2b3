package io.huihui.cli.canary;

import java.util.Locale;

/** How many of the records compared differ, and the first that did. */
final class Tally {

    private static final double QUANTILE = 1.96;

    /** Fewer tell nothing, whatever their share. */
    private final int least;

    private final String what;
    private int same;
    private int differing;
    private int missing;
    private int extra;
    private String first = "";

    Tally(String what, int least) {
        this.what = what;
        this.least = least;
    }

    void same() {
        same++;
    }

    void differs(String sentence) {
        differing++;
        note(sentence);
    }

    void missing(String sentence) {
        missing++;
        note(sentence);
    }

    void extra(String sentence) {
        extra++;
        note(sentence);
    }

    private void note(String sentence) {
        if (first.isEmpty()) {
            first = sentence;
        }
    }

    int compared() {
        return same + wrong();
    }

    private int wrong() {
        return differing + missing + extra;
    }

    double share() {
        return compared() == 0 ? 0 : (double) wrong() / compared();
    }

    /** Whether more than this share differs beyond doubt, or, at the end, at all. */
    boolean exceeds(double limit, boolean ended) {
        return compared() >= least && (ended ? share() : surely()) > limit;
    }

    /** Lower end of Wilson's interval of the share, one-sided 97.5 % (Wilson 1927, JASA 22:209). */
    private double surely() {
        double n = compared();
        double share = share();
        double square = QUANTILE * QUANTILE;
        double spread = QUANTILE * Math.sqrt(share * (1 - share) / n + square / (4 * n * n));
        return (share + square / (2 * n) - spread) / (1 + square / n);
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%d of %d %s differ (%d otherwise, %d missing, %d too many); the first: %s",
                wrong(),
                compared(),
                what,
                differing,
                missing,
                extra,
                first);
    }

    @Override
    public String toString() {
        return compared() == 0
                ? "no " + what
                : String.format(
                        Locale.ROOT, "%d %s, %.1f %% differ", compared(), what, 100 * share());
    }
}
