package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Says when a learner's errors, each 0..1, have risen for good. Two tests look at every error: an
 * adaptive window, which also finds slow changes, and a cumulative sum, which is the fastest there
 * is for a sudden one. Both know how errors lay before from the window.
 *
 * <p>The sum adds tilt * (error - mean) minus the largest logarithm that the mean of the
 * exponential of that can have for errors of this variance (Bennett). So, as long as nothing
 * changes, the mean time between false alarms is at least e^{@link #ALARM} errors.
 *
 * <p>Reference: Page, "Continuous inspection schemes", Biometrika, 1954; Lorden, "Procedures for
 * reacting to a change in distribution", Annals of Mathematical Statistics, 1971.
 */
public final class ErrorWatch implements BinaryState {

    /**
     * Bennett is the worst case, so real errors alarm much less often than e^8 = 2,981 says: once
     * in twenty days of one a second in `evaluate drift`. Chosen on seeds 1-20 of a prototype of
     * that suite's stream.
     */
    private static final double ALARM = 8;

    /** Fast for rises by about 0.4, which is what a rule that stops to hold costs. */
    private static final double TILT = 2;

    /** Fewer errors than this do not tell how they lay before. */
    private static final int FEWEST = 60;

    private static final int STATE_VERSION = 1;

    private Adwin window = new Adwin();
    private double sum;
    private int rising;

    /** Takes an error of 0..1 in and returns whether the errors have risen. */
    public boolean add(double error) {
        Require.within("error", error, 0, 1);
        double before = window.mean();
        if (window.width() >= FEWEST) {
            double surprise = TILT * (error - before) - largestLogMean(window.variance());
            sum = Math.max(0, sum + surprise);
            rising = sum > 0 ? rising + 1 : 0;
        }
        boolean cut = window.add(error);
        if (sum >= ALARM) {
            restart();
            return true;
        }
        if (cut && window.mean() > before) {
            rising = (int) Math.min(Integer.MAX_VALUE, window.width());
            sum = 0;
            return true;
        }
        return false;
    }

    /** The window begins anew: what was before the rise says nothing about what is now. */
    private void restart() {
        window = new Adwin();
        sum = 0;
    }

    /** Returns how many of the newest errors belong to the rise that was found last. */
    public int sinceRise() {
        return rising;
    }

    /** Returns the mean error since the last change; NaN before the first error. */
    public double mean() {
        return window.mean();
    }

    private static double largestLogMean(double variance) {
        return variance * (Math.exp(TILT) - 1 - TILT);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        window.writeTo(out);
        out.writeDouble(sum);
        out.writeInt(rising);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "error watch");
        window.readFrom(in);
        sum = in.readDouble();
        rising = in.readInt();
    }
}
