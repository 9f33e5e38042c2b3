package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.metric.FlowSums.Measure;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The three headline flows, VAPI-FA, DWFD and TW-LAF, at every horizon. */
final class FlowTrio implements BinaryState {

    private static final int VERSION = 1;

    /** Fewer net contracts than this do not make premium per contract larger. */
    private static final double LEAST_CONTRACTS = 1;

    /** Bounds of premium per contract over its own mean, and of volatility over its own. */
    private static final double LEAST_INTENSITY = 0.25;

    private static final double MOST_INTENSITY = 4;
    private static final double LEAST_VOL_RATIO = 0.5;
    private static final double MOST_VOL_RATIO = 2;

    /** Seconds in a session: the memory of the mean premium per contract. */
    private static final double SESSION_SECONDS = 390.0 * 60;

    /** Weight of the money-over-count divergence. */
    private static final double DIVERGENCE_WEIGHT = 0.5;

    /** Weights of the disjoint increments, newest first. */
    private static final double[] INCREMENT_WEIGHTS = {1, 0.8, 0.6, 0.4};

    private static final Feature[] VAPI = {
        Feature.VAPI_FA_5M, Feature.VAPI_FA_15M, Feature.VAPI_FA_30M, Feature.VAPI_FA_60M
    };
    private static final Feature[] DWFD = {
        Feature.DWFD_5M, Feature.DWFD_15M, Feature.DWFD_30M, Feature.DWFD_60M
    };
    private static final Feature[] TW_LAF = {
        Feature.TW_LAF_5M, Feature.TW_LAF_15M, Feature.TW_LAF_30M, Feature.TW_LAF_60M
    };

    /** One set of windows per horizon. */
    private static final class Scores {
        final RobustWindow vapi = new RobustWindow();
        final SeasonalWindow vapiSeasonal = new SeasonalWindow();
        final RobustWindow delta = new RobustWindow();
        final RobustWindow money = new RobustWindow();
        final RobustWindow count = new RobustWindow();
        final RobustWindow divergence = new RobustWindow();
        final RobustWindow liquid = new RobustWindow();
        double meanIntensity = Double.NaN;

        List<BinaryState> parts() {
            return List.of(vapi, vapiSeasonal, delta, money, count, divergence, liquid);
        }
    }

    private final Scores[] scores = new Scores[Window.ALL.length];
    private final RobustWindow legacy = new RobustWindow();

    FlowTrio() {
        for (int i = 0; i < scores.length; i++) {
            scores[i] = new Scores();
        }
    }

    /**
     * @param impliedVol at-the-money, annual; NaN when not known
     * @param impliedVolRatio over its 20-session mean; NaN when not known
     */
    void publish(
            Moment now,
            OptionFlow flow,
            double impliedVol,
            double impliedVolRatio,
            FeatureVector.Builder out) {
        if (!flow.fed()) {
            return;
        }
        double[] vapi = new double[Window.ALL.length];
        double[] dwfd = new double[Window.ALL.length];
        double[] twLaf = new double[Window.ALL.length];
        for (Window window : Window.ALL) {
            int at = window.ordinal();
            vapi[at] = publishVapi(now, flow, window, impliedVolRatio, out);
            dwfd[at] = publishDivergence(now, flow, window, out);
            twLaf[at] = scores[at].liquid.publish(now, timeWeighted(flow, window), TW_LAF[at], out);
        }
        legacy.publish(now, legacyVapi(flow, impliedVol), Feature.VAPI_FA_LEGACY_5M, out);
        publishAlignment(vapi, Feature.FLOW_ALIGNMENT, Feature.FLOW_CONFLICT, out);
        publishAlignment(dwfd, Feature.DWFD_ALIGNMENT, Feature.DWFD_CONFLICT, out);
        publishAlignment(twLaf, Feature.TW_LAF_ALIGNMENT, Feature.TW_LAF_CONFLICT, out);
    }

    private double publishVapi(
            Moment now,
            OptionFlow flow,
            Window window,
            double impliedVolRatio,
            FeatureVector.Builder out) {
        Scores mine = scores[window.ordinal()];
        double raw = vapi(now, flow, window, impliedVolRatio, mine);
        double intraday = mine.vapi.score(now, raw);
        double seasonal = mine.vapiSeasonal.score(now, raw);
        Feature feature = VAPI[window.ordinal()];
        double z = Double.isNaN(seasonal) ? intraday : 0.5 * (intraday + seasonal);
        if (Double.isNaN(z)) {
            out.missing(feature, Double.isNaN(raw) ? Quality.PARTIAL : Quality.WARMUP);
        } else {
            Quality quality = Double.isNaN(seasonal) ? Quality.PARTIAL : Quality.OK;
            out.set(feature, z, Math.abs(z) >= RobustScore.CLIP ? Quality.CLIPPED : quality);
        }
        return z;
    }

    /** Returns (D + A) x sqrt(intensity) x volatility ratio, NaN without a volatility. */
    private static double vapi(
            Moment now, OptionFlow flow, Window window, double impliedVolRatio, Scores mine) {
        double directional = flow.sum(Measure.DIRECTIONAL, window);
        double before = flow.threefoldDirectional(window) - directional;
        double acceleration = directional - before / 2;
        double premium = Math.abs(flow.sum(Measure.NET_PREMIUM, window));
        double contracts = Math.abs(flow.sum(Measure.NET_VOLUME, window));
        double intensity = premium / Math.max(contracts, LEAST_CONTRACTS);
        if (now.isOpen() && intensity > 0) {
            mine.meanIntensity =
                    Double.isNaN(mine.meanIntensity)
                            ? intensity
                            : mine.meanIntensity
                                    + (intensity - mine.meanIntensity) / SESSION_SECONDS;
        }
        double relative =
                mine.meanIntensity > 0
                        ? clip(intensity / mine.meanIntensity, LEAST_INTENSITY, MOST_INTENSITY)
                        : 1;
        return (directional + acceleration)
                * Math.sqrt(relative)
                * clip(impliedVolRatio, LEAST_VOL_RATIO, MOST_VOL_RATIO);
    }

    private double publishDivergence(
            Moment now, OptionFlow flow, Window window, FeatureVector.Builder out) {
        Scores mine = scores[window.ordinal()];
        double delta = mine.delta.score(now, flow.sum(Measure.DELTA, window));
        double money = mine.money.score(now, Math.abs(flow.sum(Measure.DIRECTIONAL, window)));
        double count = mine.count.score(now, Math.abs(flow.sum(Measure.NET_VOLUME, window)));
        double raw = delta * (1 + DIVERGENCE_WEIGHT * Math.tanh(money - count));
        Feature feature = DWFD[window.ordinal()];
        double z = mine.divergence.publish(now, raw, feature, out);
        if (Double.isNaN(raw)) {
            out.missing(feature, Quality.WARMUP);
        }
        return z;
    }

    /**
     * Returns the weighted mean of liquid contracts per minute over disjoint increments: those of
     * the windows, where the ones shorter than the step are merged into it.
     */
    private static double timeWeighted(OptionFlow flow, Window step) {
        double weighted = 0;
        double weights = 0;
        double inner = 0;
        int innerMinutes = 0;
        int increment = 0;
        for (int at = step.ordinal(); at < Window.ALL.length; at++) {
            Window window = Window.ALL[at];
            double sum = flow.sum(Measure.LIQUID, window);
            double rate = (sum - inner) / (window.minutes() - innerMinutes);
            weighted += INCREMENT_WEIGHTS[increment] * rate;
            weights += INCREMENT_WEIGHTS[increment];
            inner = sum;
            innerMinutes = window.minutes();
            increment++;
        }
        return weighted / weights;
    }

    /** The predecessor's formula: premium per contract, unsigned volume, raw acceleration. */
    private static double legacyVapi(OptionFlow flow, double impliedVol) {
        double five = flow.sum(Measure.NET_VOLUME, Window.MINUTES_5);
        double fifteen = flow.sum(Measure.NET_VOLUME, Window.MINUTES_15);
        double perContract =
                flow.sum(Measure.NET_PREMIUM, Window.MINUTES_5)
                        / Math.max(Math.abs(five), LEAST_CONTRACTS);
        return perContract * impliedVol * (five - (fifteen - five) / 2);
    }

    /** Mean sign times least size over the horizons; whether the shortest and longest disagree. */
    static void publishAlignment(
            double[] z, Feature alignment, Feature conflicts, FeatureVector.Builder out) {
        double signs = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double score : z) {
            signs += Math.signum(score);
            least = Math.min(least, Math.abs(score));
        }
        out.setOrMissing(alignment, signs / z.length * least, Quality.WARMUP);
        double shortest = z[0];
        double longest = z[z.length - 1];
        boolean known = !Double.isNaN(shortest) && !Double.isNaN(longest);
        boolean conflict =
                Math.min(Math.abs(shortest), Math.abs(longest)) > 1 && shortest * longest < 0;
        out.setOrMissing(conflicts, known ? (conflict ? 1 : 0) : Double.NaN, Quality.WARMUP);
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private List<BinaryState> parts() {
        List<BinaryState> parts = new ArrayList<>();
        for (Scores mine : scores) {
            parts.addAll(mine.parts());
        }
        parts.add(legacy);
        return parts;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (BinaryState part : parts()) {
            part.writeTo(out);
        }
        for (Scores mine : scores) {
            out.writeDouble(mine.meanIntensity);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "flow-trio");
        for (BinaryState part : parts()) {
            part.readFrom(in);
        }
        for (Scores mine : scores) {
            mine.meanIntensity = in.readDouble();
        }
    }
}
