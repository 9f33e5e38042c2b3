package io.huihui.models.metric;

/** UGCH: where the dealers' greeks come together, as a weighted score across strikes. */
final class GreekConcentration {

    /** Weights of delta, gamma, vega, theta, charm and vanna; divided by their sum. */
    private static final double[] WEIGHTS = {1.5, 2, 1.2, 0.8, 0.6, 1};

    private GreekConcentration() {}

    /** Returns the score of each strike. */
    static double[] of(StrikeTable table) {
        double[][] parts = {
            RobustScore.across(table.delta),
            RobustScore.across(table.gamma),
            RobustScore.across(table.vega),
            RobustScore.across(table.theta),
            RobustScore.across(table.charm),
            RobustScore.across(table.vanna)
        };
        double weights = StrikeMath.sum(WEIGHTS);
        double[] values = new double[table.rows()];
        for (int k = 0; k < values.length; k++) {
            for (int part = 0; part < parts.length; part++) {
                values[k] += WEIGHTS[part] / weights * parts[part][k];
            }
        }
        return values;
    }
}
