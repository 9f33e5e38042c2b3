package io.huihui.benchmarks.mining;

import io.huihui.models.mining.MinedEvent;
import io.huihui.models.mining.MinedPattern;
import io.huihui.models.mining.MiningChannel;
import io.huihui.models.mining.PatternOccurrence;
import io.huihui.models.mining.SeriesPoint;
import io.huihui.models.mining.ShuffledSeries;
import io.huihui.models.mining.SymbolHistory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Five sessions of one symbol in minutes, with planted patterns: in two channels a shape of an hour
 * at five places each, with as much power as the noise times the given ratio, and a sequence of
 * three kinds of events in a quarter of the half hours. The noise moves slowly (autoregression),
 * has heavy tails, and is louder in the morning and evening; other events come at random, of the
 * planted kinds too.
 */
final class PlantedHistory {

    static final int WINDOW = 60;
    static final int PLACES = 5;
    static final List<MiningChannel> PLANTED =
            List.of(MiningChannel.RETURN, MiningChannel.OPTION_FLOW);
    static final List<String> SEQUENCE = List.of("FIRST", "SECOND", "THIRD");

    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final long FIRST_OPEN = 1_760_016_600_000L;
    private static final int SESSION = 390;
    private static final int SESSIONS = 5;
    private static final int STEPS = SESSION * SESSIONS;

    /** Correlation of a minute's noise with the minute before. */
    private static final double MEMORY = 0.3;

    /** Degrees of freedom of the noise. */
    private static final int TAIL = 5;

    private static final double SHAPE_MEMORY = 0.8;
    private static final double EVENTS_A_MINUTE = 0.13;
    private static final int OTHER_KINDS = 5;
    private static final int PLANTED_OF = 4;
    private static final int HALF_HOUR = 30;
    private static final int SHUFFLED_ORDER = 5;

    /** Found is what shares at least half of its steps with what was planted. */
    private static final int NEAR = WINDOW / 2;

    private final String symbol;
    private final double[][] series = new double[MiningChannel.count()][];
    private final List<MinedEvent> events = new ArrayList<>();

    /** [channel][place] first step. */
    private final int[][] places = new int[MiningChannel.count()][0];

    /** Returns a history with patterns. */
    static PlantedHistory of(String symbol, long seed, double signalToNoise) {
        PlantedHistory history = new PlantedHistory(symbol);
        SplittableRandom random = new SplittableRandom(seed);
        for (MiningChannel channel : MiningChannel.values()) {
            double[] values = noise(random);
            if (PLANTED.contains(channel)) {
                int[] at = places(random);
                plant(values, at, random, signalToNoise);
                history.places[channel.ordinal()] = at;
            }
            history.series[channel.ordinal()] = values;
        }
        history.addEvents(random);
        return history;
    }

    private PlantedHistory(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the same with everything in random order, so that nothing comes again. */
    PlantedHistory shuffled(long seed) {
        PlantedHistory shuffled = new PlantedHistory(symbol);
        for (int channel = 0; channel < series.length; channel++) {
            shuffled.series[channel] =
                    new ShuffledSeries(series[channel], SHUFFLED_ORDER).shuffled(seed + channel);
        }
        List<String> kinds = new ArrayList<>();
        events.forEach(event -> kinds.add(event.name()));
        Collections.shuffle(kinds, new Random(seed));
        for (int i = 0; i < kinds.size(); i++) {
            shuffled.events.add(new MinedEvent(symbol, events.get(i).timeMillis(), kinds.get(i)));
        }
        return shuffled;
    }

    private static double[] noise(SplittableRandom random) {
        double[] noise = new double[STEPS];
        double before = 0;
        for (int i = 0; i < STEPS; i++) {
            double ofDay = (i % SESSION) / (double) SESSION;
            double loudness = 1 + 0.6 * Math.cos(2 * Math.PI * ofDay);
            before = MEMORY * before + loudness * student(random);
            noise[i] = before;
        }
        return noise;
    }

    private static double student(SplittableRandom random) {
        double squares = 0;
        for (int k = 0; k < TAIL; k++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(squares / TAIL);
    }

    /** Within sessions, apart from each other. */
    private static int[] places(SplittableRandom random) {
        int[] at = new int[PLACES];
        for (int i = 0; i < PLACES; i++) {
            at[i] = i * SESSION + 1 + random.nextInt(SESSION - WINDOW - 1);
        }
        return at;
    }

    private static void plant(
            double[] values, int[] at, SplittableRandom random, double signalToNoise) {
        double power = Arrays.stream(values).map(value -> value * value).sum() / STEPS;
        double[] shape = shape(random);
        double shapePower = Arrays.stream(shape).map(value -> value * value).sum() / WINDOW;
        double factor = Math.sqrt(signalToNoise * power / shapePower);
        for (int start : at) {
            for (int k = 0; k < WINDOW; k++) {
                values[start + k] += factor * shape[k];
            }
        }
    }

    /**
     * Returns a smooth shape of mean 0 that grows out of nothing and goes back to it: with sharp
     * edges a window half beside it would have the clearer shape, that of a step.
     */
    private static double[] shape(SplittableRandom random) {
        double[] shape = new double[WINDOW];
        double[] taper = new double[WINDOW];
        double before = 0;
        for (int k = 0; k < WINDOW; k++) {
            before = SHAPE_MEMORY * before + random.nextGaussian();
            taper[k] = Math.sin(Math.PI * (k + 0.5) / WINDOW);
            shape[k] = before * taper[k];
        }
        double level = Arrays.stream(shape).sum() / Arrays.stream(taper).sum();
        for (int k = 0; k < WINDOW; k++) {
            shape[k] -= level * taper[k];
        }
        return shape;
    }

    private void addEvents(SplittableRandom random) {
        for (int step = 0; step < STEPS; step++) {
            if (random.nextDouble() < EVENTS_A_MINUTE) {
                int kind = random.nextInt(OTHER_KINDS + SEQUENCE.size());
                add(step, kind < OTHER_KINDS ? "OTHER " + kind : SEQUENCE.get(kind - OTHER_KINDS));
            }
        }
        for (int step = 0; step < STEPS; step += PLANTED_OF * HALF_HOUR) {
            int at = step + 1 + random.nextInt(4);
            for (String kind : SEQUENCE) {
                add(at, kind);
                at += 3 + random.nextInt(5);
            }
        }
    }

    private void add(int step, String kind) {
        events.add(new MinedEvent(symbol, endMillis(step), kind));
    }

    private static long endMillis(int step) {
        return FIRST_OPEN + step / SESSION * DAY + (step % SESSION + 1) * MINUTE;
    }

    /** Returns what a miner is given: prices whose returns are the first channel, and the rest. */
    SymbolHistory history() {
        List<SeriesPoint> points = new ArrayList<>();
        double logPrice = Math.log(100);
        for (int step = 0; step < STEPS; step++) {
            logPrice += 1e-4 * series[MiningChannel.RETURN.ordinal()][step];
            points.add(
                    new SeriesPoint(
                            symbol,
                            endMillis(step),
                            0,
                            List.of(
                                    Math.exp(logPrice),
                                    series[MiningChannel.OPTION_FLOW.ordinal()][step],
                                    series[MiningChannel.SHARE_FLOW.ordinal()][step])));
        }
        return SymbolHistory.of(symbol, points, events, MINUTE);
    }

    /** Returns the planted places that these patterns name, as {@code channel/place}. */
    Set<String> found(List<MinedPattern> patterns) {
        Set<String> found = new HashSet<>();
        for (MinedPattern pattern : patterns) {
            for (PatternOccurrence each : pattern.occurrences()) {
                int place = place(pattern, each);
                if (place >= 0) {
                    found.add(pattern.channel() + "/" + place);
                }
            }
        }
        return found;
    }

    /**
     * Returns whether one of the patterns is the planted sequence, or two in a row of its kinds.
     */
    static boolean foundSequence(List<MinedPattern> patterns) {
        return patterns.stream().anyMatch(pattern -> isOfSequence(pattern));
    }

    /** Returns whether a pattern names nothing that was planted. */
    boolean isFalse(MinedPattern pattern) {
        return pattern.channel() == null
                ? !isOfSequence(pattern)
                : pattern.occurrences().stream().allMatch(each -> place(pattern, each) < 0);
    }

    private static boolean isOfSequence(MinedPattern pattern) {
        List<String> planted = pattern.events().stream().filter(SEQUENCE::contains).toList();
        for (int i = 1; i < planted.size(); i++) {
            if (SEQUENCE.indexOf(planted.get(i)) > SEQUENCE.indexOf(planted.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Returns -1 when nothing was planted there. */
    private int place(MinedPattern pattern, PatternOccurrence occurrence) {
        if (pattern.channel() == null) {
            return -1;
        }
        int[] at = places[pattern.channel().ordinal()];
        for (int i = 0; i < at.length; i++) {
            long planted = endMillis(at[i]) - MINUTE;
            if (Math.abs(planted - occurrence.fromMillis()) <= NEAR * MINUTE) {
                return i;
            }
        }
        return -1;
    }
}
