package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.ChainAnalytics;
import io.huihui.models.quant.Exposure;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What dealers hold and must hedge. Positive hedge numbers mean that dealers buy the underlying.
 */
final class DealerBook implements BinaryState {

    private static final int VERSION = 2;

    /** Release 0.1.0: no score of delta, no turnover of the last hour. */
    private static final int GAMMA_ONLY = 1;

    private static final double PERCENT = 0.01;
    private static final int TOP_STRIKES = 3;

    private final SessionScore gauge = new SessionScore();
    private final SessionQuantiles gaugeRanks = new SessionQuantiles();
    private final RobustWindow adaptiveGamma = new RobustWindow();
    private final SessionScore delta = new SessionScore();
    private final LastHourTurnover turnover = new LastHourTurnover();

    /** Spot and volatility at which dealers are taken to have hedged last. */
    private double hedgedSpot = Double.NaN;

    private double hedgedVol = Double.NaN;
    private boolean hedgedInLastHour;

    /** Begins a New York date. */
    void startDay() {
        hedgedSpot = Double.NaN;
        hedgedVol = Double.NaN;
        hedgedInLastHour = false;
        turnover.startDay();
    }

    /** Puts what follows from one analysis into a vector. */
    void publishChain(
            Moment now,
            ChainAnalytics analytics,
            StrikeTable table,
            double spot,
            double impliedVol,
            FeatureVector.Builder out) {
        if (table.held == 0) {
            return;
        }
        Quality quality = table.held == table.solved ? Quality.OK : Quality.PARTIAL;
        double prior = analytics.byStrike().total(Exposure.GAMMA_PRIOR_PER_PERCENT);
        double inventory = analytics.byStrike().total(Exposure.GAMMA_PER_PERCENT);
        out.set(Feature.GIB_PRIOR, prior, quality);
        out.set(Feature.GIB_INVENTORY, inventory, quality);
        out.set(Feature.GIB_GAP, inventory - prior, quality);
        out.set(Feature.GIB_PER_POINT, inventory / (PERCENT * spot), quality);
        out.setOrMissing(Feature.GAMMA_FLIP, analytics.gammaProfile().flip(), Quality.PARTIAL);
        out.setOrMissing(Feature.CALL_WALL, analytics.callWall(), Quality.PARTIAL);
        out.setOrMissing(Feature.PUT_WALL, analytics.putWall(), Quality.PARTIAL);
        out.set(Feature.DEALER_DELTA, analytics.byStrike().total(Exposure.DELTA), quality);
        out.set(Feature.DEALER_VEGA, analytics.byStrike().total(Exposure.VEGA_PER_POINT), quality);
        out.set(
                Feature.DEALER_VANNA,
                analytics.byStrike().total(Exposure.VANNA_PER_POINT),
                quality);
        out.set(Feature.DEALER_CHARM, analytics.byStrike().total(Exposure.CHARM_PER_DAY), quality);
        publishConcentration(table, out);
        publishHedging(now, analytics, spot, impliedVol, quality, out);
    }

    private static void publishConcentration(StrikeTable table, FeatureVector.Builder out) {
        double concentration = StrikeMath.concentration(table.gamma);
        out.setOrMissing(Feature.GAMMA_CONCENTRATION, concentration, Quality.DEGENERATE);
        out.setOrMissing(Feature.EFFECTIVE_STRIKES, 1 / concentration, Quality.DEGENERATE);
        out.setOrMissing(
                Feature.GAMMA_CONCENTRATION_0DTE,
                StrikeMath.concentration(table.gammaToday),
                Quality.ABSENT);
        out.setOrMissing(
                Feature.DELTA_CONCENTRATION,
                StrikeMath.concentration(table.delta),
                Quality.DEGENERATE);
        double[] sizes = new double[table.rows()];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Math.abs(table.gamma[k]);
        }
        Arrays.sort(sizes);
        double total = StrikeMath.sum(sizes);
        double top = 0;
        for (int k = Math.max(0, sizes.length - TOP_STRIKES); k < sizes.length; k++) {
            top += sizes[k];
        }
        out.setOrMissing(Feature.TOP_3_STRIKE_SHARE, top / total, Quality.DEGENERATE);
        out.setOrMissing(
                Feature.ZERO_DTE_GAMMA_SHARE,
                StrikeMath.absoluteSum(table.gammaToday) / total,
                Quality.DEGENERATE);
    }

    /**
     * HP_EOD: dealers' delta moved by gamma since they hedged last, and will move by time until the
     * close and by the change of volatility; they buy the opposite.
     */
    private void publishHedging(
            Moment now,
            ChainAnalytics analytics,
            double spot,
            double impliedVol,
            Quality quality,
            FeatureVector.Builder out) {
        if (!now.isOpen()) {
            return;
        }
        boolean lastHour =
                now.session() == Session.POWER_HOUR || now.session() == Session.EOD_AUCTION;
        if (Double.isNaN(hedgedSpot) || (lastHour && !hedgedInLastHour)) {
            hedgedSpot = spot;
            hedgedVol = impliedVol;
            hedgedInLastHour = lastHour;
        }
        double gammaPerPercent = analytics.byStrike().total(Exposure.GAMMA_PER_PERCENT);
        double byGamma = gammaPerPercent / PERCENT * (spot - hedgedSpot) / spot;
        double days =
                (TradingCalendar.newYork().closeMillis(now.date()) - now.endMillis())
                        / (double) TradingCalendar.DAY_MILLIS;
        double byTime = analytics.byStrike().total(Exposure.CHARM_PER_DAY) * days;
        double byVol =
                analytics.byStrike().total(Exposure.VANNA_PER_POINT)
                        / PERCENT
                        * (impliedVol - hedgedVol);
        Quality whatIf = lastHour ? quality : Quality.PARTIAL;
        out.set(Feature.HP_EOD_GAMMA, -byGamma, whatIf);
        double pressure = -(byGamma + byTime + byVol);
        if (Double.isFinite(pressure)) {
            out.set(Feature.HP_EOD, pressure, whatIf);
        }
    }

    /**
     * Scores of the second.
     *
     * @param dayTurnover currency of the underlying traded today
     */
    void publish(
            Moment now,
            double dayGammaFlow,
            boolean flowFed,
            double dayTurnover,
            FeatureVector.Builder out) {
        gauge.publish(now, out.valueOrNaN(Feature.GIB_INVENTORY), Feature.GIB_Z, out);
        gaugeRanks.publish(now, out.valueOrNaN(Feature.GIB_Z), Feature.GIB_Z_PERCENTILE, out);
        delta.publish(now, out.valueOrNaN(Feature.DEALER_DELTA), Feature.DEALER_DELTA_Z, out);
        adaptiveGamma.publish(now, out.valueOrNaN(Feature.A_DAG), Feature.A_DAG_Z, out);
        double prior = out.valueOrNaN(Feature.GIB_PRIOR);
        if (!Double.isNaN(prior)) {
            out.setOrMissing(
                    Feature.DELTA_DOMINANCE,
                    Math.abs(out.valueOrNaN(Feature.DEALER_DELTA_Z))
                            - Math.abs(out.valueOrNaN(Feature.GIB_Z)),
                    Quality.WARMUP);
        }
        if (flowFed) {
            out.set(Feature.TD_GIB, -dayGammaFlow);
            out.setOrMissing(Feature.GIB_EFFECTIVE, prior - dayGammaFlow, Quality.ABSENT);
        }
        turnover.observe(now, dayTurnover);
        publishShare(out);
    }

    /** HP_EOD as a share of what is usually traded in the last hour. */
    private void publishShare(FeatureVector.Builder out) {
        double pressure = out.valueOrNaN(Feature.HP_EOD);
        if (Double.isNaN(pressure)) {
            return;
        }
        double share = pressure / turnover.mean();
        if (Double.isFinite(share)) {
            out.set(
                    Feature.HP_EOD_SHARE,
                    share,
                    turnover.isComplete() ? Quality.OK : Quality.PARTIAL);
        } else {
            out.missing(Feature.HP_EOD_SHARE, Quality.WARMUP);
        }
    }

    SessionQuantiles gaugeRanks() {
        return gaugeRanks;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (BinaryState part : releasedParts()) {
            part.writeTo(out);
        }
        out.writeDouble(hedgedSpot);
        out.writeDouble(hedgedVol);
        out.writeBoolean(hedgedInLastHour);
        for (BinaryState part : laterParts()) {
            part.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "dealer-book");
        for (BinaryState part : releasedParts()) {
            part.readFrom(in);
        }
        hedgedSpot = in.readDouble();
        hedgedVol = in.readDouble();
        hedgedInLastHour = in.readBoolean();
        if (version > GAMMA_ONLY) {
            for (BinaryState part : laterParts()) {
                part.readFrom(in);
            }
        }
    }

    /** Parts that release 0.1.0 has too, in the order of its bytes. */
    private List<BinaryState> releasedParts() {
        List<BinaryState> parts = new ArrayList<>(gauge.parts());
        parts.add(gaugeRanks);
        parts.add(adaptiveGamma);
        return parts;
    }

    private List<BinaryState> laterParts() {
        List<BinaryState> parts = new ArrayList<>(delta.parts());
        parts.add(turnover);
        return parts;
    }
}
