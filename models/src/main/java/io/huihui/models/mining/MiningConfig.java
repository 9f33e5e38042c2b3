package io.huihui.models.mining;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * What is looked for in history, and how sure one has to be.
 *
 * @param stepSeconds seconds between two values of a channel
 * @param windowSteps steps that a shape lasts
 * @param eventWindowMinutes minutes within which a sequence of events has to happen
 * @param longestSequence events of a sequence at most, 2..4
 * @param fewestOccurrences windows in which a sequence has to happen at least
 * @param mostPatterns shapes of a channel and sequences of a symbol that are reported at most
 * @param shuffles shuffled histories that the true one is held against
 * @param falseShare of patterns that may be false
 * @param autoregression order of what shuffled series keep of the true one
 * @param seed of the shuffling
 */
public record MiningConfig(
        int stepSeconds,
        int windowSteps,
        int eventWindowMinutes,
        int longestSequence,
        int fewestOccurrences,
        int mostPatterns,
        int shuffles,
        double falseShare,
        int autoregression,
        long seed)
        implements Serializable {

    /**
     * Steps of a symbol's history at most: pairs of windows grow with the square, and this many
     * take a processor about twenty minutes a channel.
     */
    public static final int MOST_STEPS = 100_000;

    /** The rarest kinds of events beyond these are left out: triples of kinds are all counted. */
    public static final int MOST_KINDS = 24;

    public static final int LONGEST_SEQUENCE = 4;

    private static final int SECONDS_PER_MINUTE = 60;

    /** 2^64 / golden ratio, odd: neighbouring names get seeds far apart. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    public MiningConfig {
        Require.that(stepSeconds >= 1, "stepSeconds >= 1", () -> "stepSeconds=" + stepSeconds);
        Require.that(
                windowSteps >= SeriesWindows.FEWEST_STEPS,
                "windowSteps >= " + SeriesWindows.FEWEST_STEPS,
                () -> "windowSteps=" + windowSteps);
        Require.that(
                eventWindowMinutes >= 1,
                "eventWindowMinutes >= 1",
                () -> "eventWindowMinutes=" + eventWindowMinutes);
        Require.that(
                longestSequence >= 2 && longestSequence <= LONGEST_SEQUENCE,
                "2 <= longestSequence <= " + LONGEST_SEQUENCE,
                () -> "longestSequence=" + longestSequence);
        Require.that(
                fewestOccurrences >= 2,
                "fewestOccurrences >= 2",
                () -> "fewestOccurrences=" + fewestOccurrences);
        Require.that(mostPatterns >= 1, "mostPatterns >= 1", () -> "mostPatterns=" + mostPatterns);
        Require.that(
                falseShare > 0 && falseShare < 1,
                "0 < falseShare < 1",
                () -> "falseShare=" + falseShare);
        int fewestShuffles = fewestShuffles(falseShare);
        Require.that(
                shuffles >= fewestShuffles,
                "shuffles >= "
                        + fewestShuffles
                        + ", or a single finding among "
                        + (MiningChannel.count() + 1)
                        + " tests could never be told from chance",
                () -> "shuffles=" + shuffles);
        Require.that(
                autoregression >= 0 && autoregression < windowSteps,
                "0 <= autoregression < windowSteps",
                () -> "autoregression=" + autoregression);
    }

    private static int fewestShuffles(double falseShare) {
        return (int) Math.ceil((MiningChannel.count() + 1) / falseShare) - 1;
    }

    /**
     * Half an hour in minutes, one false pattern in twenty. 199 shuffled histories tell p-values
     * down to .005; the autoregression covers features of the last five minutes.
     */
    public static MiningConfig defaults() {
        return new MiningConfig(SECONDS_PER_MINUTE, 30, 30, 3, 3, 10, 199, 0.05, 5, 1);
    }

    public long stepMillis() {
        return stepSeconds * 1_000L;
    }

    public long eventWindowMillis() {
        return eventWindowMinutes * 60_000L;
    }

    /** Shuffled series that a shape is held against: enough for the share. */
    int shapeShuffles() {
        return (int) Math.ceil(2 / falseShare) - 1;
    }

    /** Returns the seed of a shuffled history. */
    long seed(String symbol, String what, int number) {
        return seed + GOLDEN_GAMMA * (symbol + "/" + what).hashCode() + number;
    }
}
