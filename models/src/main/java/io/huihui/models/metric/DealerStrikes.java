package io.huihui.models.metric;

/** What dealers hold at each strike, adapted to the flow of the day: A-DAG, SGDHP and VRI. */
final class DealerStrikes {

    /** Share by which flow may strengthen or weaken standing gamma: factor 0.65 to 1.35. */
    private static final double ADAPTATION = 0.35;

    private static final double CONFIRMATION = 0.5;
    private static final double VANNA_FLOW = 0.35;

    /** A-DAG, currency per 1 % move. */
    final double[] adaptive;

    /** SGDHP, currency per 1 % move. */
    final double[] pressure;

    /** VRI at the strike, currency per vol point. */
    final double[] volatilityRegime;

    /**
     * @param proximity of each strike to spot, 0..1
     * @param multiplier of A-DAG in the present volatility, 0.5..1.5
     */
    DealerStrikes(StrikeTable table, double[] proximity, double multiplier) {
        adaptive = adaptive(table, multiplier);
        pressure = pressure(table, proximity);
        volatilityRegime = volatilityRegime(table);
    }

    /** Standing gamma, stronger where today's flow adds to the dealers' standing delta. */
    private static double[] adaptive(StrikeTable table, double multiplier) {
        double[] values = new double[table.rows()];
        for (int k = 0; k < values.length; k++) {
            double standing = table.delta[k];
            double added =
                    standing == 0
                            ? 0
                            : Math.signum(standing)
                                    * Math.tanh(-table.deltaFlow[k] / Math.abs(standing));
            values[k] = multiplier * table.gammaWeighted[k] * (1 + ADAPTATION * added);
        }
        return values;
    }

    /** Gamma near spot, larger where delta stands and where flow confirms. */
    private static double[] pressure(StrikeTable table, double[] proximity) {
        double[] confirmation = RobustScore.across(StrikeMath.scaled(table.deltaFlow, -1));
        double most = 0;
        for (double value : table.delta) {
            most = Math.max(most, Math.abs(value));
        }
        double[] values = new double[table.rows()];
        for (int k = 0; k < values.length; k++) {
            double standing = most > 0 ? Math.abs(table.delta[k]) / most : 0;
            values[k] =
                    table.gamma[k]
                            * proximity[k]
                            * (1 + standing)
                            * (1 + CONFIRMATION * Math.tanh(confirmation[k]));
        }
        return values;
    }

    private static double[] volatilityRegime(StrikeTable table) {
        double[] flow = RobustScore.across(table.vannaFlow);
        double[] values = new double[table.rows()];
        for (int k = 0; k < values.length; k++) {
            values[k] = table.vanna[k] * (1 + VANNA_FLOW * Math.tanh(flow[k]));
        }
        return values;
    }
}
