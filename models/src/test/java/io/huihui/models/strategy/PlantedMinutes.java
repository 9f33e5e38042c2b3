package io.huihui.models.strategy;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whole sessions in which the price follows the lean of the experts as far as is planted. Options
 * are worth what they cost over half an hour: what the lean tells is taken from the noise.
 */
final class PlantedMinutes {

    static final String SYMBOL = "PLANTED";

    private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

    /** A Monday. */
    private static final long FIRST = CALENDAR.date(1_767_625_200_000L);

    private static final double VOL = 0.2;
    private static final double MINUTES_PER_YEAR = 365 * 24 * 60.0;
    private static final double KEPT = 0.9;
    private static final double HALF_HOUR = 30;

    /** Variance of the sum of thirty leans: 30 + 2 x the sum of (30 - k) x .9^k. */
    private static final double LEAN_OF_HALF_HOUR = 397.6;

    private PlantedMinutes() {}

    /** Returns the start of a session by its number. */
    static long open(int session) {
        long date = FIRST;
        for (int i = 0; i < session; i++) {
            date = CALENDAR.nextTradingDate(date);
        }
        return CALENDAR.openMillis(date);
    }

    static long minute(int session, int minute) {
        return open(session) + (minute + 1) * 60_000L;
    }

    /**
     * Returns the minutes.
     *
     * @param share of the variance of half an hour that the lean tells
     */
    static List<StrategySample> sessions(long seed, int sessions, double share) {
        double strength = Math.sqrt(share * HALF_HOUR / LEAN_OF_HALF_HOUR);
        double noise = Math.sqrt(1 - share);
        SplittableRandom random = new SplittableRandom(seed);
        List<StrategySample> samples = new ArrayList<>();
        double deviation = VOL / Math.sqrt(MINUTES_PER_YEAR);
        double logPrice = Math.log(500);
        double lean = 0;
        for (int session = 0; session < sessions; session++) {
            for (int minute = 0; minute < SampleTape.SESSION; minute++) {
                double drift = strength * lean - deviation / 2;
                logPrice += deviation * (drift + noise * random.nextGaussian());
                lean = KEPT * lean + Math.sqrt(1 - KEPT * KEPT) * random.nextGaussian();
                samples.add(sample(minute(session, minute), Math.exp(logPrice), lean, random));
            }
        }
        return samples;
    }

    private static StrategySample sample(
            long millis, double price, double lean, SplittableRandom random) {
        Double[] inputs = new Double[EntryInput.values().length];
        Arrays.setAll(inputs, i -> random.nextGaussian());
        inputs[EntryInput.LEAN.ordinal()] = lean;
        return new StrategySample(new SnapshotId(SYMBOL, millis), price, VOL, List.of(inputs));
    }

    /** Returns a minute of this price, at which every input is the value. */
    static StrategySample flat(int session, int minute, double price, double value) {
        Double[] inputs = new Double[EntryInput.values().length];
        Arrays.fill(inputs, value);
        return new StrategySample(
                new SnapshotId(SYMBOL, minute(session, minute)), price, VOL, List.of(inputs));
    }
}
