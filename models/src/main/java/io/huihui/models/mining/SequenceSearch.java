package io.huihui.models.mining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the sequences of events that happen more often than when kinds come in random order. A
 * sequence's score is the number of deviations between the windows in which it happened and those
 * expected of shuffled history; the highest score of each shuffled history says what chance gives.
 *
 * <p>A sequence that has an ordered pair of kinds in common with one of higher score is left out:
 * it is mostly there because of that.
 */
final class SequenceSearch {

    /**
     * One that happens seldom in shuffled history deviates by little, and would be said to happen
     * many deviations too often when it happens twice.
     */
    private static final double LEAST_DEVIATION = 1;

    /**
     * A sequence.
     *
     * @param windows in which it happened
     * @param expected how many
     */
    record Found(
            List<String> kinds,
            List<Integer> windows,
            double score,
            double expected,
            double pValue) {}

    private final SequenceTable table;
    private final MiningConfig config;
    private final String symbol;
    private final int[] counts;
    private final double[] mean;
    private final double[] deviation;
    private final PermutationTest test;

    SequenceSearch(SequenceTable table, String symbol, MiningConfig config) {
        this.table = table;
        this.config = config;
        this.symbol = symbol;
        counts = table.counts();
        mean = new double[counts.length];
        deviation = new double[counts.length];
        expect();
        test = new PermutationTest(highest());
    }

    private int[] shuffled(int number) {
        return table.shuffledCounts(config.seed(symbol, PatternKind.SEQUENCE.name(), number));
    }

    /** The true history counts as one of them: if nothing comes again, it is one. */
    private void expect() {
        double[] squares = new double[counts.length];
        for (int number = -1; number < config.shuffles(); number++) {
            int[] counted = number < 0 ? counts : shuffled(number);
            for (int sequence = 0; sequence < counted.length; sequence++) {
                mean[sequence] += counted[sequence];
                squares[sequence] += (double) counted[sequence] * counted[sequence];
            }
        }
        int histories = config.shuffles() + 1;
        for (int sequence = 0; sequence < counts.length; sequence++) {
            mean[sequence] /= histories;
            double variance = squares[sequence] / histories - mean[sequence] * mean[sequence];
            deviation[sequence] = Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, variance)));
        }
    }

    /** Shuffled once more: to keep all counts would take a quarter of a gigabyte. */
    private double[] highest() {
        double[] highest = new double[config.shuffles()];
        for (int number = 0; number < highest.length; number++) {
            highest[number] = highest(shuffled(number));
        }
        return highest;
    }

    private double highest(int[] counted) {
        double highest = 0;
        for (int sequence = 0; sequence < counted.length; sequence++) {
            highest = Math.max(highest, score(sequence, counted[sequence]));
        }
        return highest;
    }

    /** Returns 0 for what happened too seldom to be spoken of. */
    private double score(int sequence, int count) {
        return count < config.fewestOccurrences()
                ? 0
                : (count - mean[sequence]) / deviation[sequence];
    }

    /** Returns the p-value of the clearest sequence. */
    double lowestPValue() {
        return test.pValue(highest(counts));
    }

    /** Returns the sequences whose p-value is not above the level, the clearest first. */
    List<Found> find(double level) {
        List<Found> found = new ArrayList<>();
        Set<Long> pairs = new HashSet<>();
        int[] byScore =
                IntStream.range(0, counts.length)
                        .filter(sequence -> test.pValue(score(sequence, counts[sequence])) <= level)
                        .boxed()
                        .sorted(
                                (one, other) ->
                                        Double.compare(
                                                score(other, counts[other]),
                                                score(one, counts[one])))
                        .mapToInt(sequence -> sequence)
                        .toArray();
        for (int sequence : byScore) {
            int[] kinds = table.sequence(sequence);
            Set<Long> own = pairs(kinds);
            if (own.stream().noneMatch(pairs::contains) && found.size() < config.mostPatterns()) {
                double score = score(sequence, counts[sequence]);
                pairs.addAll(own);
                found.add(
                        new Found(
                                Arrays.stream(kinds).mapToObj(table.kinds()::get).toList(),
                                table.windowsOf(kinds),
                                score,
                                mean[sequence],
                                test.pValue(score)));
            }
        }
        return found;
    }

    private Set<Long> pairs(int[] kinds) {
        Set<Long> pairs = new HashSet<>();
        for (int i = 0; i < kinds.length; i++) {
            for (int j = i + 1; j < kinds.length; j++) {
                pairs.add((long) kinds[i] * table.kinds().size() + kinds[j]);
            }
        }
        return pairs;
    }
}
