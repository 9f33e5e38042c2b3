package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Calls against puts, compared with the same time of day in earlier sessions. */
final class FlowRatioScores implements BinaryState {

    private static final int VERSION = 1;

    private final SeasonalWindow volume = new SeasonalWindow();
    private final SeasonalWindow premium = new SeasonalWindow();

    /** Scores of the second, from the ratios that are in the vector. */
    void publish(Moment now, FeatureVector.Builder out) {
        volume.publish(
                now,
                out.valueOrNaN(Feature.CALL_PUT_VOLUME_RATIO_5M),
                Feature.CALL_PUT_VOLUME_RATIO_5M_SEASONAL_Z,
                out);
        premium.publish(
                now,
                out.valueOrNaN(Feature.CALL_PUT_PREMIUM_RATIO_5M),
                Feature.CALL_PUT_PREMIUM_RATIO_5M_SEASONAL_Z,
                out);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        volume.writeTo(out);
        premium.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "flow-ratio-scores");
        volume.readFrom(in);
        premium.readFrom(in);
    }
}
