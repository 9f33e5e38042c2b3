package io.huihui.models.quant;

import java.util.Arrays;

/**
 * Dealer exposures summed by some grouping of the contracts (strike, expiry, days-to-expiry bucket,
 * ...), calls and puts apart. Reusable; allocates only when it grows.
 */
public final class ExposureTable {

    private static final Exposure[] EXPOSURES = Exposure.values();
    private static final double PERCENT = 0.01;

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
        for (int i = 0; i < chain.contractCount(); i++) {
            int group = groupOfContract[i];
            if (group >= 0 && status[i] == ImpliedVolatility.OK_CODE) {
                double sign = calls[i] ? prior.callSign() : prior.putSign();
                add(chain, i, spot, sign, calls[i] ? callSum : putSum, group);
            }
        }
    }

    private static void add(
            ChainArrays chain, int i, double spot, double sign, double[][] sums, int group) {
        double shares = chain.multipliers()[i];
        double gammaScale = chain.column(ChainColumn.GAMMA)[i] * shares * spot * spot * PERCENT;
        double openInterest = chain.column(ChainColumn.OPEN_INTEREST)[i];
        if (!Double.isNaN(openInterest)) {
            sums[Exposure.GAMMA_PRIOR_PER_PERCENT.ordinal()][group] +=
                    sign * openInterest * gammaScale;
        }
        double inventory = chain.column(ChainColumn.INVENTORY)[i];
        if (!Double.isNaN(inventory)) {
            double held = inventory * shares;
            sums[Exposure.GAMMA_PER_PERCENT.ordinal()][group] += inventory * gammaScale;
            sums[Exposure.DELTA.ordinal()][group] +=
                    held * spot * chain.column(ChainColumn.DELTA)[i];
            sums[Exposure.VANNA_PER_POINT.ordinal()][group] +=
                    held * spot * PERCENT * chain.column(ChainColumn.VANNA)[i];
            sums[Exposure.CHARM_PER_DAY.ordinal()][group] +=
                    held * spot * chain.column(ChainColumn.CHARM_PER_DAY)[i];
            sums[Exposure.VEGA_PER_POINT.ordinal()][group] +=
                    held * PERCENT * chain.column(ChainColumn.VEGA)[i];
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
