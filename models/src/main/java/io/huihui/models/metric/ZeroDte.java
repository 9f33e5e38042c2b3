package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.metric.FlowSums.Measure;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Metrics of the contracts that expire today, and their counterparts over all expiries. */
final class ZeroDte implements BinaryState {

    private static final int VERSION = 2;

    /** Release 0.1.0: no score of the ratio over all expiries. */
    private static final int TODAY_ONLY = 1;

    private static final int CHANGE_MINUTES = 5;

    private final RobustWindow vannaDirection = new RobustWindow();
    private final RobustWindow realized = new RobustWindow();
    private final RobustWindow change = new RobustWindow();
    private final RobustWindow ratio = new RobustWindow();
    private final RobustWindow ratioAll = new RobustWindow();
    private final MinuteRing volsToday = new MinuteRing();
    private final SeasonalWindow vegaToday = new SeasonalWindow();
    private final SeasonalWindow vegaAll = new SeasonalWindow();

    /** Puts what follows from one analysis into a vector. */
    static void publishChain(StrikeTable table, FeatureVector.Builder out) {
        out.setOrMissing(
                Feature.VANNA_VOMMA_RATIO,
                logRatio(table.vannaVolume, table.vommaVolume),
                Quality.ABSENT);
        out.setOrMissing(
                Feature.VANNA_VOMMA_RATIO_0DTE,
                logRatio(table.vannaVolumeToday, table.vommaVolumeToday),
                Quality.ABSENT);
        out.setOrMissing(
                Feature.VANNA_CONCENTRATION_0DTE,
                StrikeMath.concentration(table.vannaOpenToday),
                Quality.ABSENT);
        out.setOrMissing(
                Feature.VANNA_CONCENTRATION_0DTE_LONG,
                StrikeMath.concentration(StrikeMath.ofSign(table.vannaToday, 1)),
                Quality.ABSENT);
        out.setOrMissing(
                Feature.VANNA_CONCENTRATION_0DTE_SHORT,
                StrikeMath.concentration(StrikeMath.ofSign(table.vannaToday, -1)),
                Quality.ABSENT);
        out.setOrMissing(
                Feature.CHARM_THETA_RATIO,
                table.thetaVolume > 0
                        ? Math.log1p(table.charmVolume / table.thetaVolume)
                        : Double.NaN,
                Quality.ABSENT);
    }

    /**
     * Scores of the second.
     *
     * @param vannaToday dealers' vanna that expires today, currency per vol point; NaN when none
     * @param volToday at-the-money volatility of the contracts that expire today; NaN when none
     */
    void publish(
            Moment now,
            double vannaToday,
            double volToday,
            double fiveMinuteVol,
            OptionFlow flow,
            FeatureVector.Builder out) {
        vannaDirection.publish(now, vannaToday, Feature.VANNA_DIRECTION_0DTE, out);
        volsToday.offer(now, volToday);
        double zRealized = realized.score(now, fiveMinuteVol / volToday);
        double zChange = change.score(now, volToday - volsToday.ago(now, CHANGE_MINUTES));
        out.setOrMissing(
                Feature.VOL_EXPANSION_0DTE,
                0.5 * (zRealized + zChange),
                Double.isNaN(volToday) ? Quality.ABSENT : Quality.WARMUP);
        ratio.publish(
                now,
                out.valueOrNaN(Feature.VANNA_VOMMA_RATIO_0DTE),
                Feature.VANNA_VOMMA_RATIO_0DTE_Z,
                out);
        ratioAll.publish(
                now, out.valueOrNaN(Feature.VANNA_VOMMA_RATIO), Feature.VANNA_VOMMA_RATIO_Z, out);
        if (flow.fed()) {
            publishIndex(
                    now,
                    vegaToday,
                    flow.sum(Measure.VEGA_TODAY, Window.MINUTES_15),
                    Feature.VEGA_FLOW_INDEX_0DTE,
                    out);
            publishIndex(
                    now,
                    vegaAll,
                    flow.sum(Measure.VEGA, Window.MINUTES_15),
                    Feature.VEGA_FLOW_INDEX,
                    out);
        }
    }

    /** Ln((|flow| + m) / (m + m)), m the median of the same time of day in earlier sessions. */
    private static void publishIndex(
            Moment now,
            SeasonalWindow window,
            double flow,
            Feature feature,
            FeatureVector.Builder out) {
        window.score(now, Math.abs(flow));
        double median = window.median();
        if (median > 0) {
            out.set(feature, Math.log((Math.abs(flow) + median) / (2 * median)));
        } else {
            out.missing(feature, median == 0 ? Quality.DEGENERATE : Quality.WARMUP);
        }
    }

    private static double logRatio(double part, double whole) {
        return part > 0 && whole > 0 ? Math.log(part / whole) : Double.NaN;
    }

    /** Parts that release 0.1.0 has too, in the order of its bytes. */
    private List<BinaryState> parts() {
        return List.of(vannaDirection, realized, change, ratio, volsToday, vegaToday, vegaAll);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (BinaryState part : parts()) {
            part.writeTo(out);
        }
        ratioAll.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "zero-dte");
        for (BinaryState part : parts()) {
            part.readFrom(in);
        }
        if (version > TODAY_ONLY) {
            ratioAll.readFrom(in);
        }
    }
}
