package io.huihui.benchmarks.evaluate.strategy;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.strategy.EntryInput;
import io.huihui.models.strategy.StrategySample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Minutes of a market in which options are worth what they cost over half an hour. Inputs wander as
 * those of a market do, and mean nothing but for the lean, which the price follows as far as is
 * planted; what it tells is taken from the noise.
 */
final class PlantedTapes {

    private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

    /** A Monday. */
    private static final long FIRST_MILLIS = 1_767_625_200_000L;

    private static final int MINUTES = 390;
    private static final long MINUTE_MILLIS = 60_000;
    private static final double MINUTES_PER_YEAR = 365 * 24 * 60.0;
    private static final double VOL = 0.2;
    private static final double PRICE = 500;

    /** Kept of an input from minute to minute: half of it is gone after seven. */
    private static final double KEPT = 0.9;

    private static final double HALF_HOUR = 30;

    /** Variance of the sum of thirty leans: 30 + 2 x the sum of (30 - k) x .9^k. */
    private static final double LEAN_OF_HALF_HOUR = 397.6;

    private PlantedTapes() {}

    /**
     * Returns the minutes of whole sessions.
     *
     * @param share of the variance of half an hour that the lean tells, 0..1
     */
    static List<StrategySample> sessions(long seed, int sessions, double share) {
        double strength = Math.sqrt(share * HALF_HOUR / LEAN_OF_HALF_HOUR);
        double noise = Math.sqrt(1 - share);
        SplittableRandom random = new SplittableRandom(seed);
        List<StrategySample> samples = new ArrayList<>();
        double deviation = VOL / Math.sqrt(MINUTES_PER_YEAR);
        double logPrice = Math.log(PRICE);
        double[] inputs = new double[EntryInput.values().length];
        long date = CALENDAR.date(FIRST_MILLIS);
        for (int session = 0; session < sessions; session++) {
            for (int minute = 1; minute <= MINUTES; minute++) {
                double drift = strength * inputs[EntryInput.LEAN.ordinal()] - deviation / 2;
                logPrice += deviation * (drift + noise * random.nextGaussian());
                for (int i = 0; i < inputs.length; i++) {
                    inputs[i] =
                            KEPT * inputs[i] + Math.sqrt(1 - KEPT * KEPT) * random.nextGaussian();
                }
                samples.add(
                        new StrategySample(
                                new SnapshotId(
                                        "PLANTED",
                                        CALENDAR.openMillis(date) + minute * MINUTE_MILLIS),
                                Math.exp(logPrice),
                                VOL,
                                Arrays.stream(inputs).boxed().toList()));
            }
            date = CALENDAR.nextTradingDate(date);
        }
        return samples;
    }
}
