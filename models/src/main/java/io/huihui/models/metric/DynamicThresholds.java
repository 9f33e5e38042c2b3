package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.ThresholdLevels;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The distributions of the metrics that have thresholds; some also publish their rank. */
final class DynamicThresholds implements BinaryState {

    private static final int VERSION = 1;

    private static final Feature[] METRICS = {
        Feature.VAPI_FA_5M,
        Feature.DWFD_5M,
        Feature.TW_LAF_5M,
        Feature.VRI_STATE,
        Feature.VOL_EXPANSION_0DTE,
        Feature.VEGA_FLOW_INDEX_0DTE,
        Feature.VANNA_CONCENTRATION_0DTE,
        Feature.HP_EOD,
        Feature.NET_PREMIUM_AT_THE_MONEY
    };

    /** The first metrics publish their ranks too. */
    private static final Feature[] RANKS = {
        Feature.VAPI_FA_5M_PERCENTILE, Feature.DWFD_5M_PERCENTILE, Feature.TW_LAF_5M_PERCENTILE
    };

    private final SessionQuantiles[] quantiles = new SessionQuantiles[METRICS.length];

    DynamicThresholds() {
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = new SessionQuantiles();
        }
    }

    /** Ranks the values of the second that are in the vector and takes them as samples. */
    void publish(Moment now, FeatureVector.Builder out) {
        for (int i = 0; i < METRICS.length; i++) {
            double value = out.valueOrNaN(METRICS[i]);
            if (i < RANKS.length) {
                quantiles[i].publish(now, value, RANKS[i], out);
            } else {
                quantiles[i].offer(now, value);
            }
        }
    }

    /** Returns the levels of every metric in a session. */
    List<ThresholdLevels> levels(Session session) {
        List<ThresholdLevels> levels = new ArrayList<>();
        for (int i = 0; i < METRICS.length; i++) {
            levels.add(StaticLevels.orDynamic(METRICS[i], quantiles[i], session));
        }
        return levels;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeByte(quantiles.length);
        for (SessionQuantiles each : quantiles) {
            each.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "dynamic-thresholds");
        int stored = in.readByte();
        for (int i = 0; i < stored; i++) {
            quantiles[i].readFrom(in);
        }
    }

    /** Restores what release 0.1.0 wrote: the three that publish ranks, without a version. */
    void readReleased(DataInput in) throws IOException {
        for (int i = 0; i < RANKS.length; i++) {
            quantiles[i].readFrom(in);
        }
    }
}
