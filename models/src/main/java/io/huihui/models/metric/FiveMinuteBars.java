package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Five-minute bars of the mid: Wilder's average true range and the mean of the last 20 closes. */
public final class FiveMinuteBars implements BinaryState {

    private static final int VERSION = 1;
    private static final long BAR_MILLIS = 300_000L;

    /** Smoothing of Wilder's average of 14 bars. */
    static final double WILDER = 1.0 / 14;

    private static final int MEAN_OF = 20;

    private final double[] closes = new double[MEAN_OF];
    private int count;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private double lastClose = Double.NaN;
    private double trueRange = Double.NaN;

    /** Ends a second; a bar ends at whole five minutes. */
    void close(Moment now, double mid) {
        if (!Double.isFinite(mid)) {
            return;
        }
        high = Math.max(high, mid);
        low = Math.min(low, mid);
        if (now.endMillis() % BAR_MILLIS != 0) {
            return;
        }
        if (Double.isFinite(lastClose)) {
            double range = Math.max(high, lastClose) - Math.min(low, lastClose);
            trueRange = Double.isNaN(trueRange) ? range : trueRange + WILDER * (range - trueRange);
        } else {
            trueRange = high - low;
        }
        closes[count++ % MEAN_OF] = mid;
        if (count == 2 * MEAN_OF) {
            count = MEAN_OF; // keeps the place and bounds the number
        }
        lastClose = mid;
        high = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
    }

    void publish(FeatureVector.Builder out) {
        out.setOrMissing(Feature.AVERAGE_TRUE_RANGE_5M_BARS, trueRange, Quality.WARMUP);
        double sum = 0;
        for (double close : closes) {
            sum += close;
        }
        out.setOrMissing(
                Feature.MEAN_OF_20_FIVE_MINUTE_BARS,
                count >= MEAN_OF ? sum / MEAN_OF : Double.NaN,
                Quality.WARMUP);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        StateArrays.write(out, closes, MEAN_OF);
        out.writeInt(count);
        out.writeDouble(high);
        out.writeDouble(low);
        out.writeDouble(lastClose);
        out.writeDouble(trueRange);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "five-minute-bars");
        StateArrays.readInto(in, closes);
        count = in.readInt();
        high = in.readDouble();
        low = in.readDouble();
        lastClose = in.readDouble();
        trueRange = in.readDouble();
    }
}
