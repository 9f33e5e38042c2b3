package io.huihui.models.directive;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where the present value of each measure stands among its last {@link #MOST_SAMPLES}: about 20
 * KiB.
 */
final class SignalRanks implements BinaryState {

    /** Fewer samples give no rank; the static threshold stands in. */
    static final int FEWEST_SAMPLES = 100;

    /** One sample per half a minute: neighbouring seconds say the same. */
    private static final long SAMPLE_MILLIS = 30_000;

    /** A session of 390 minutes: every part of the day counts once. */
    static final int MOST_SAMPLES = 780;

    private static final int STATE_VERSION = 1;

    private static final SignalMeasure[] MEASURES = SignalMeasure.values();

    /** By measure: a ring, of which the first {@code counts} are filled. */
    private final float[][] samples = new float[MEASURES.length][MOST_SAMPLES];

    private final int[] counts = new int[MEASURES.length];
    private final int[] next = new int[MEASURES.length];

    /** Returns the share 0..1 of the samples below this value; NaN when there are too few. */
    double rank(SignalMeasure measure, double value) {
        int at = measure.ordinal();
        if (Double.isNaN(value) || counts[at] < FEWEST_SAMPLES) {
            return Double.NaN;
        }
        int below = 0;
        for (int i = 0; i < counts[at]; i++) {
            below += samples[at][i] < (float) value ? 1 : 0;
        }
        return (double) below / counts[at];
    }

    /** Takes the values of a second; after they were ranked, so that none ranks itself. */
    void remember(DeskMarket market, StrikeReading strikes) {
        if (market.snapshot().id().secondEndMillis() % SAMPLE_MILLIS != 0) {
            return;
        }
        for (SignalMeasure measure : MEASURES) {
            double value = measure.of(market, strikes);
            if (Double.isFinite(value)) {
                int at = measure.ordinal();
                samples[at][next[at]] = (float) value;
                next[at] = (next[at] + 1) % MOST_SAMPLES;
                counts[at] = Math.min(MOST_SAMPLES, counts[at] + 1);
            }
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        for (int at = 0; at < MEASURES.length; at++) {
            out.writeShort(counts[at]);
            out.writeShort(next[at]);
            for (int i = 0; i < counts[at]; i++) {
                out.writeFloat(samples[at][i]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "signal ranks");
        for (int at = 0; at < MEASURES.length; at++) {
            counts[at] = in.readShort();
            next[at] = in.readShort();
            for (int i = 0; i < counts[at]; i++) {
                samples[at][i] = in.readFloat();
            }
        }
    }
}
