package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.StrikeFlow;
import io.huihui.models.feature.StrikeRow;

import java.util.ArrayList;
import java.util.List;

/**
 * The composite metrics of each strike of one chain, and what they sum to. Pure: a function of the
 * table, the spot and the time.
 */
final class StrikeStructure {

    /** Narrowest width of a neighbourhood of spot in log strike. */
    private static final double LEAST_WIDTH = 0.01;

    private static final double SESSIONS_PER_YEAR = 252;

    private final StrikeTable table;
    private final double spot;
    private final double[] proximity;
    private final DealerStrikes dealers;
    private final SkewGamma skewGamma;
    private final PinStrikes pins;
    private final StructurePosition structure;
    private final double[] concentration;
    private final FlowRatios flow;
    private final HiddenLevels hidden;

    /**
     * @param impliedVol at-the-money, annual; NaN when not known
     */
    StrikeStructure(
            StrikeTable table,
            double spot,
            double impliedVol,
            Moment now,
            StructureMultipliers multipliers) {
        this.table = table;
        this.spot = spot;
        double daily = impliedVol * Math.sqrt(1 / SESSIONS_PER_YEAR);
        double width = Double.isNaN(daily) ? LEAST_WIDTH : Math.max(LEAST_WIDTH, daily);
        proximity = StrikeMath.gaussian(table.strikes, spot, width);
        dealers = new DealerStrikes(table, proximity, multipliers.adaptiveGamma());
        skewGamma = new SkewGamma(table);
        pins = new PinStrikes(table, spot, proximity, impliedVol, now);
        structure = new StructurePosition(dealers, pins, skewGamma, multipliers);
        concentration = GreekConcentration.of(table);
        flow = new FlowRatios(table);
        hidden = new HiddenLevels(table);
    }

    /** Returns the A-MSPI profile, by row. */
    double[] position() {
        return structure.position;
    }

    /**
     * @param premiumHistory z* of each strike's net premium against earlier sessions
     */
    List<StrikeRow> rows(double[] premiumHistory) {
        double[] premium = RobustScore.across(table.netPremium);
        List<StrikeRow> result = new ArrayList<>(table.rows());
        for (int k = 0; k < table.rows(); k++) {
            result.add(row(k, flow(k, premium[k], premiumHistory[k])));
        }
        return result;
    }

    private StrikeRow row(int k, StrikeFlow flowOfDay) {
        return new StrikeRow(
                table.strikes[k],
                table.netPremium[k],
                table.netPremiumCall[k],
                table.netPremiumPut[k],
                table.netPremiumCall[k] - table.netPremiumPut[k],
                table.netVolume[k],
                table.gamma[k],
                table.gammaToday[k],
                table.delta[k],
                dealers.adaptive[k],
                skewGamma.multiplicative[k],
                skewGamma.directional[k],
                skewGamma.weighted[k],
                skewGamma.volatilityFocused[k],
                dealers.pressure[k],
                pins.charmPressure[k],
                pins.timeDecay[k],
                pins.pin[k],
                pins.pinProbability[k],
                dealers.volatilityRegime[k],
                structure.position[k],
                structure.agreement[k],
                concentration[k],
                flow.relative[k],
                flowOfDay);
    }

    private StrikeFlow flow(int k, double premiumScore, double premiumHistory) {
        return new StrikeFlow(
                premiumScore,
                premiumHistory,
                table.deltaFlow[k],
                table.gammaFlow[k],
                table.vegaFlow[k],
                table.thetaFlow[k],
                table.vannaFlow[k],
                table.charmFlow[k],
                flow.charmToTheta[k],
                flow.thetaIntensity[k],
                hidden.scores[k]);
    }

    void publish(FeatureVector.Builder out) {
        out.set(Feature.A_DAG, StrikeMath.sum(dealers.adaptive));
        structure.publish(proximity, out);
        skewGamma.publish(spot, out);
        pins.publish(out);
        flow.publish(out);
        hidden.publish(spot, out);
    }
}
