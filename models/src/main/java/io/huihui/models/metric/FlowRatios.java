package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/**
 * How large the flow of the day is at each strike, against what stands there (ARFI, E-TDFI) and in
 * charm against theta (E-CTR). Ratios are ln(1 + x) and cut at their own 99 % across the chain.
 */
final class FlowRatios {

    private static final double HIGHEST_SHARE = 0.99;

    /** A strike with fewer contracts traded today says nothing about its kind of flow. */
    private static final double FEWEST_CONTRACTS = 10;

    /** ARFI, 0 and above. */
    final double[] relative;

    /** E-CTR, 0 and above; NaN at strikes with little volume. */
    final double[] charmToTheta;

    /** E-TDFI, 0 and above; NaN at strikes with little volume. */
    final double[] thetaIntensity;

    private final StrikeTable table;

    FlowRatios(StrikeTable table) {
        this.table = table;
        relative = relative(table);
        charmToTheta = charmToTheta(table);
        thetaIntensity = thetaIntensity(table);
    }

    /** Mean of ln(1 + |flow| / |standing|) over delta, charm and vanna. */
    private static double[] relative(StrikeTable table) {
        double[][] parts = {
            logRatios(table.deltaFlow, table.delta),
            logRatios(table.charmFlow, table.charm),
            logRatios(table.vannaFlow, table.vanna)
        };
        double[] values = new double[table.rows()];
        for (double[] part : parts) {
            for (int k = 0; k < values.length; k++) {
                values[k] += part[k] / parts.length;
            }
        }
        return values;
    }

    private static double[] logRatios(double[] flow, double[] standing) {
        double[] values = new double[flow.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = standing[k] == 0 ? 0 : Math.log1p(Math.abs(flow[k] / standing[k]));
        }
        return cut(values);
    }

    /** The e of the ratio is the median theta flow of the chain's strikes. */
    private static double[] charmToTheta(StrikeTable table) {
        double[] theta = whereTraded(table, table.thetaFlow);
        double median = StrikeMath.medianSize(theta);
        double[] values = new double[table.rows()];
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.log1p(Math.abs(table.charmFlow[k]) / (Math.abs(theta[k]) + median));
        }
        return cut(values);
    }

    /** Theta flow in units of its median over what stands in units of its own. */
    private static double[] thetaIntensity(StrikeTable table) {
        double[] flow = whereTraded(table, table.thetaFlow);
        double median = StrikeMath.medianSize(flow);
        double usual = StrikeMath.medianSize(table.theta);
        double[] values = new double[table.rows()];
        for (int k = 0; k < values.length; k++) {
            double standing = Math.abs(table.theta[k]) / usual;
            values[k] = Math.log1p(Math.abs(flow[k]) / median / (standing + 1));
        }
        return cut(values);
    }

    private static double[] whereTraded(StrikeTable table, double[] values) {
        double[] kept = values.clone();
        for (int k = 0; k < kept.length; k++) {
            kept[k] = table.volume[k] < FEWEST_CONTRACTS ? Double.NaN : kept[k];
        }
        return kept;
    }

    private static double[] cut(double[] values) {
        double most = StrikeMath.quantile(values, HIGHEST_SHARE);
        double[] cut = new double[values.length];
        for (int k = 0; k < cut.length; k++) {
            cut[k] = Double.isFinite(values[k]) ? Math.min(values[k], most) : Double.NaN;
        }
        return cut;
    }

    void publish(FeatureVector.Builder out) {
        double weighted = 0;
        double weights = 0;
        for (int k = 0; k < relative.length; k++) {
            weighted += table.openInterest[k] * relative[k];
            weights += table.openInterest[k];
        }
        double sign = Math.signum(StrikeMath.sum(table.deltaFlow));
        out.setOrMissing(
                Feature.RELATIVE_FLOW_INDEX,
                weights > 0 ? sign * weighted / weights : Double.NaN,
                Quality.ABSENT);
        double standing = StrikeMath.absoluteSum(table.theta);
        double flow = StrikeMath.absoluteSum(table.thetaFlow);
        out.setOrMissing(
                Feature.THETA_FLOW_INTENSITY,
                standing > 0 ? Math.log1p(flow / standing) : Double.NaN,
                Quality.ABSENT);
    }
}
