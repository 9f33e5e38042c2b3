package io.huihui.models.metric;

import io.huihui.models.calendar.DteBucket;
import io.huihui.models.feature.StrikeSums;

import java.util.Arrays;

/**
 * What a chain sums to by strike, class of days to expiry and side: the split of all that is summed
 * at a strike. A cell is a (class, strike); it has two sides.
 */
final class CellTable {

    /** What is summed; in the order of {@link StrikeSums}. */
    enum Sum {
        OPEN_INTEREST,
        NET_PREMIUM,
        NET_VOLUME,
        GAMMA,
        DELTA,
        VEGA,
        THETA,
        VANNA,
        VOMMA,
        CHARM,
        DELTA_FLOW,
        GAMMA_FLOW,
        VEGA_FLOW,
        THETA_FLOW,
        VANNA_FLOW,
        CHARM_FLOW
    }

    private static final int SUMS = Sum.values().length;
    static final DteBucket[] BUCKETS = DteBucket.values();

    private final int rows;
    private final double[][] calls;
    private final double[][] puts;
    private final boolean[] listed;
    private final double[] residual;
    private final int[] residuals;

    CellTable(int rows) {
        this.rows = rows;
        int cells = BUCKETS.length * rows;
        calls = new double[SUMS][cells];
        puts = new double[SUMS][cells];
        listed = new boolean[cells];
        residual = new double[cells];
        residuals = new int[cells];
    }

    int rows() {
        return rows;
    }

    int cells() {
        return listed.length;
    }

    /** Returns the number of a cell. */
    int cell(DteBucket bucket, int row) {
        return bucket.ordinal() * rows + row;
    }

    void add(int cell, boolean call, Sum sum, double value) {
        listed[cell] = true;
        (call ? calls : puts)[sum.ordinal()][cell] += value;
    }

    /** Adds what customers paid and bought net in a contract. */
    void addPremium(int cell, boolean call, double premium, double contracts) {
        add(cell, call, Sum.NET_PREMIUM, premium);
        add(cell, call, Sum.NET_VOLUME, contracts);
    }

    /** Adds a contract's customer flow of the day. */
    void addFlow(int cell, boolean call, double net, DollarGreeks greeks) {
        add(cell, call, Sum.DELTA_FLOW, net * greeks.delta());
        add(cell, call, Sum.GAMMA_FLOW, net * greeks.gamma());
        add(cell, call, Sum.VEGA_FLOW, net * greeks.vega());
        add(cell, call, Sum.THETA_FLOW, net * greeks.theta());
        add(cell, call, Sum.VANNA_FLOW, net * greeks.vanna());
        add(cell, call, Sum.CHARM_FLOW, net * greeks.charm());
    }

    /** Adds what dealers hold of a contract. */
    void addHoldings(int cell, boolean call, double inventory, double open, DollarGreeks greeks) {
        add(cell, call, Sum.OPEN_INTEREST, open);
        add(cell, call, Sum.GAMMA, inventory * greeks.gamma());
        add(cell, call, Sum.DELTA, inventory * greeks.delta());
        add(cell, call, Sum.VEGA, inventory * greeks.vega());
        add(cell, call, Sum.THETA, inventory * greeks.theta());
        add(cell, call, Sum.VANNA, inventory * greeks.vanna());
        add(cell, call, Sum.VOMMA, inventory * greeks.vomma());
        add(cell, call, Sum.CHARM, inventory * greeks.charm());
    }

    /** Adds the difference of a contract's volatility from the fitted smile. */
    void addResidual(int cell, double value) {
        if (!Double.isNaN(value)) {
            residual[cell] += value;
            residuals[cell]++;
        }
    }

    boolean isListed(int cell) {
        return listed[cell];
    }

    /** Returns both sides of every cell; NaN where no contract is listed. */
    double[] net(Sum sum) {
        double[] values = new double[listed.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] =
                    listed[cell]
                            ? calls[sum.ordinal()][cell] + puts[sum.ordinal()][cell]
                            : Double.NaN;
        }
        return values;
    }

    /** Returns the mean difference from the fitted smile by cell; NaN where there is none. */
    double[] residual() {
        double[] means = new double[residual.length];
        Arrays.setAll(means, cell -> residual[cell] / residuals[cell]);
        return means;
    }

    StrikeSums calls(int cell) {
        return sums(calls, cell);
    }

    StrikeSums puts(int cell) {
        return sums(puts, cell);
    }

    private static StrikeSums sums(double[][] side, int cell) {
        return new StrikeSums(
                side[Sum.OPEN_INTEREST.ordinal()][cell],
                side[Sum.NET_PREMIUM.ordinal()][cell],
                side[Sum.NET_VOLUME.ordinal()][cell],
                side[Sum.GAMMA.ordinal()][cell],
                side[Sum.DELTA.ordinal()][cell],
                side[Sum.VEGA.ordinal()][cell],
                side[Sum.THETA.ordinal()][cell],
                side[Sum.VANNA.ordinal()][cell],
                side[Sum.VOMMA.ordinal()][cell],
                side[Sum.CHARM.ordinal()][cell],
                side[Sum.DELTA_FLOW.ordinal()][cell],
                side[Sum.GAMMA_FLOW.ordinal()][cell],
                side[Sum.VEGA_FLOW.ordinal()][cell],
                side[Sum.THETA_FLOW.ordinal()][cell],
                side[Sum.VANNA_FLOW.ordinal()][cell],
                side[Sum.CHARM_FLOW.ordinal()][cell]);
    }
}
