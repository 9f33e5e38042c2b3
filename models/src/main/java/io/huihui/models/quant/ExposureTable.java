package io.huihui.models.quant;

import java.util.Arrays;

/**
 * Dealer exposures summed by some grouping of the contracts (strike, expiry, days-to-expiry bucket,
 * ...), calls and puts apart. Reusable; allocates only when it grows.
 */
public final class ExposureTable {

    private static final Exposure[] EXPOSURES = Exposure.values();
    private static final double PERCENT = 0.01;

    private static final int GAMMA_PRIOR = Exposure.GAMMA_PRIOR_PER_PERCENT.ordinal();
    private static final int GAMMA = Exposure.GAMMA_PER_PERCENT.ordinal();
    private static final int DELTA = Exposure.DELTA.ordinal();
    private static final int VANNA = Exposure.VANNA_PER_POINT.ordinal();
    private static final int CHARM = Exposure.CHARM_PER_DAY.ordinal();
    private static final int VEGA = Exposure.VEGA_PER_POINT.ordinal();

    private int rows;
    private final double[][] callSum = new double[EXPOSURES.length][0];
    private final double[][] putSum = new double[EXPOSURES.length][0];

    /** Returns the number of groups. */
    public int rows() {
        return rows;
    }

    /** Returns what calls contribute to a group, currency. */
    public double call(Exposure exposure, int row) {
        return callSum[exposure.ordinal()][row];
    }

    /** Returns what puts contribute to a group, currency. */
    public double put(Exposure exposure, int row) {
        return putSum[exposure.ordinal()][row];
    }

    /** Returns the exposure of a group, currency. */
    public double net(Exposure exposure, int row) {
        return callSum[exposure.ordinal()][row] + putSum[exposure.ordinal()][row];
    }

    /** Returns the exposure of all groups, currency, summed in row order. */
    public double total(Exposure exposure) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += net(exposure, row);
        }
        return sum;
    }

    /**
     * Sums the exposures of all contracts that have a volatility; a contract whose open interest or
     * inventory is NaN adds nothing to the sums that need it.
     *
     * @param chain after an analysis
     * @param spot currency per share
     * @param prior dealers' sign by class for the prior exposure
     * @param groupOfContract by contract, 0-based group, below 0 to leave the contract out
     * @param groups number of groups
     */
    public void sum(
            ChainArrays chain, double spot, DealerPrior prior, int[] groupOfContract, int groups) {
        clear(groups);
        byte[] status = chain.statusCodes();
        boolean[] calls = chain.calls();
        int[] multiplier = chain.multipliers();
        double[] openInterest = chain.column(ChainColumn.OPEN_INTEREST);
        double[] inventory = chain.column(ChainColumn.INVENTORY);
        double[] gamma = chain.column(ChainColumn.GAMMA);
        double[] delta = chain.column(ChainColumn.DELTA);
        double[] vanna = chain.column(ChainColumn.VANNA);
        double[] charm = chain.column(ChainColumn.CHARM_PER_DAY);
        double[] vega = chain.column(ChainColumn.VEGA);
        for (int i = 0; i < chain.contractCount(); i++) {
            int group = groupOfContract[i];
            if (group < 0 || status[i] != ImpliedVolatility.OK_CODE) {
                continue;
            }
            double[][] sums = calls[i] ? callSum : putSum;
            double gammaScale = gamma[i] * multiplier[i] * spot * spot * PERCENT;
            if (!Double.isNaN(openInterest[i])) {
                double sign = calls[i] ? prior.callSign() : prior.putSign();
                sums[GAMMA_PRIOR][group] += sign * openInterest[i] * gammaScale;
            }
            if (!Double.isNaN(inventory[i])) {
                double held = inventory[i] * multiplier[i];
                double dollars = held * spot;
                sums[GAMMA][group] += inventory[i] * gammaScale;
                sums[DELTA][group] += dollars * delta[i];
                sums[VANNA][group] += dollars * PERCENT * vanna[i];
                sums[CHARM][group] += dollars * charm[i];
                sums[VEGA][group] += held * PERCENT * vega[i];
            }
        }
    }

    private void clear(int groups) {
        rows = groups;
        for (int e = 0; e < EXPOSURES.length; e++) {
            if (callSum[e].length < groups) {
                callSum[e] = new double[groups];
                putSum[e] = new double[groups];
            } else {
                Arrays.fill(callSum[e], 0, groups, 0);
                Arrays.fill(putSum[e], 0, groups, 0);
            }
        }
    }
}
