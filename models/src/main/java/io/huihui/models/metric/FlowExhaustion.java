package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * ARFI divergence: the price makes a new extreme of 30 minutes while the relative flow is below its
 * own. A high without flow is bearish exhaustion (-1), a low without it bullish (+1).
 */
final class FlowExhaustion implements BinaryState {

    private static final int VERSION = 1;
    private static final int MINUTES = 30;

    private final MinuteRing prices = new MinuteRing();
    private final MinuteRing flows = new MinuteRing();

    /** Judges the second, then takes it when it is a whole minute. */
    void publish(Moment now, double price, double relativeFlow, FeatureVector.Builder out) {
        double flow = Math.abs(relativeFlow);
        if (Double.isNaN(flow)) {
            return;
        }
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double mostFlow = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (int minutes = 1; minutes <= MINUTES; minutes++) {
            double then = prices.ago(now, minutes);
            whole &= !Double.isNaN(then);
            highest = Math.max(highest, then);
            lowest = Math.min(lowest, then);
            mostFlow = Math.max(mostFlow, flows.ago(now, minutes));
        }
        if (!whole) {
            out.missing(Feature.RELATIVE_FLOW_DIVERGENCE, Quality.WARMUP);
        } else if (flow < mostFlow && price > highest) {
            out.set(Feature.RELATIVE_FLOW_DIVERGENCE, -1);
        } else {
            out.set(Feature.RELATIVE_FLOW_DIVERGENCE, flow < mostFlow && price < lowest ? 1 : 0);
        }
        prices.offer(now, price);
        flows.offer(now, flow);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        prices.writeTo(out);
        flows.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "flow-exhaustion");
        prices.readFrom(in);
        flows.readFrom(in);
    }
}
