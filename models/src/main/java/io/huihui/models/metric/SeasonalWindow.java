package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Robust z against the same 15-minute slot of earlier sessions: at most 100 samples a slot, five a
 * session, so twenty sessions. Samples of the present session wait until their slot is over.
 */
public final class SeasonalWindow implements BinaryState {

    private static final int VERSION = 1;

    /** 20 sessions of 5 samples. */
    private static final int SLOT_CAPACITY = 100;

    /** One sample per three minutes of a slot of fifteen. */
    private static final int PER_SLOT = 5;

    private final double[][] slots = new double[TradingCalendar.SLOTS_PER_DAY][];
    private final int[] counts = new int[TradingCalendar.SLOTS_PER_DAY];
    private final double[] waiting = new double[PER_SLOT];
    private int waitingCount;
    private int slot = -1;
    private long date;
    private double median = Double.NaN;
    private double scale = Double.NaN;

    /** Returns z* of the value against earlier sessions; NaN when missing or too few samples. */
    public double score(Moment now, double value) {
        if (now.slot() != slot || now.date() != date) {
            enter(now.slot());
            date = now.date();
        }
        if (slot < 0) {
            return Double.NaN;
        }
        double z = RobustScore.of(value, median, scale, Math.min(counts[slot], SLOT_CAPACITY));
        if (now.isSeasonalSample() && Double.isFinite(value) && waitingCount < PER_SLOT) {
            waiting[waitingCount++] = value;
        }
        return z;
    }

    /** As {@link #score}, and puts the result with its quality into a feature. */
    public double publish(Moment now, double value, Feature feature, FeatureVector.Builder out) {
        double z = score(now, value);
        RobustScore.publish(value, z, scale, feature, out);
        return z;
    }

    /** Returns the median of the present slot in earlier sessions, NaN below 25 samples. */
    double median() {
        return slot >= 0 && counts[slot] >= RobustScore.FEWEST_SAMPLES ? median : Double.NaN;
    }

    private void enter(int next) {
        if (slot >= 0) {
            for (int i = 0; i < waitingCount; i++) {
                keep(waiting[i]);
            }
        }
        waitingCount = 0;
        slot = next;
        summarize();
    }

    private void keep(double value) {
        if (slots[slot] == null) {
            slots[slot] = new double[SLOT_CAPACITY];
        }
        slots[slot][counts[slot] % SLOT_CAPACITY] = value;
        counts[slot]++;
        if (counts[slot] == 2 * SLOT_CAPACITY) {
            counts[slot] = SLOT_CAPACITY; // keeps the place and bounds the number
        }
    }

    private void summarize() {
        if (slot < 0 || slots[slot] == null) {
            median = Double.NaN;
            scale = Double.NaN;
            return;
        }
        int count = Math.min(counts[slot], SLOT_CAPACITY);
        double[] sorted = Arrays.copyOf(slots[slot], count);
        Arrays.sort(sorted);
        median = RobustScore.median(sorted, count);
        scale = RobustScore.SIGMAS_PER_MAD * RobustScore.mad(sorted, count, median);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (int i = 0; i < slots.length; i++) {
            out.writeShort(counts[i]);
            StateArrays.write(
                    out,
                    slots[i] == null ? new double[0] : slots[i],
                    Math.min(counts[i], SLOT_CAPACITY));
        }
        out.writeByte(slot);
        out.writeLong(date);
        StateArrays.write(out, waiting, waitingCount);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "seasonal-window");
        for (int i = 0; i < slots.length; i++) {
            counts[i] = in.readShort();
            double[] read = StateArrays.readDoubles(in);
            slots[i] = read.length == 0 ? null : Arrays.copyOf(read, SLOT_CAPACITY);
        }
        slot = in.readByte();
        date = in.readLong();
        double[] read = StateArrays.readDoubles(in);
        waitingCount = read.length;
        System.arraycopy(read, 0, waiting, 0, waitingCount);
        summarize();
    }
}
