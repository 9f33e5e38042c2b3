package io.huihui.models.metric;

import io.huihui.models.event.ContractRow;
import io.huihui.models.feature.Greek;
import io.huihui.models.feature.GreekFit;
import io.huihui.models.quant.ChainColumn;

import java.util.List;

/** Compares the greeks of a provider's rows with those recomputed for the same contracts. */
final class UnitFit {

    /** Fewer contracts do not tell a unit from chance. */
    static final int FEWEST_CONTRACTS = 25;

    /**
     * Spread over mid beyond which a quote says too little: the least price of a worthless option
     * is a tick, which is a volatility of hundreds of percent, and theta grows with its square.
     */
    private static final double WIDEST_SPREAD = 0.25;

    /**
     * Delta below which, and its distance from 1 below which, the same holds: both sides of a
     * strike take their volatility from the one out of the money.
     */
    private static final double LEAST_DELTA = 0.05;

    private UnitFit() {}

    /**
     * Returns the fit of theirs = factor x ours over contracts whose quotes tell a volatility; null
     * when too few have both, or ours are all 0, or theirs all alike.
     */
    static GreekFit of(Greek greek, List<ContractRow> rows, ChainBook chain) {
        double[] ours = chain.arrays().column(column(greek));
        double[] deltas = chain.arrays().column(ChainColumn.DELTA);
        int count = 0;
        double product = 0;
        double square = 0;
        double sum = 0;
        double theirSquare = 0;
        for (ContractRow row : rows) {
            int number = chain.number(row.contract());
            Double theirs = theirs(greek, row);
            if (number != ChainBook.UNKNOWN
                    && theirs != null
                    && !Double.isNaN(ours[number])
                    && tells(row, Math.abs(deltas[number]))) {
                count++;
                product += theirs * ours[number];
                square += ours[number] * ours[number];
                sum += theirs;
                theirSquare += theirs * theirs;
            }
        }
        double factor = product / square;
        double unexplained = theirSquare - factor * product;
        double variance = theirSquare - sum * sum / count;
        if (count < FEWEST_CONTRACTS || !(square > 0) || !(variance > 0)) {
            return null;
        }
        return new GreekFit(greek, count, factor, 1 - unexplained / variance);
    }

    private static boolean tells(ContractRow row, double delta) {
        boolean between = delta >= LEAST_DELTA && delta <= 1 - LEAST_DELTA;
        if (!between || row.bid() == null || row.ask() == null) {
            return false;
        }
        double mid = (row.bid() + row.ask()) / 2;
        return row.bid() > 0 && row.ask() - row.bid() <= WIDEST_SPREAD * mid;
    }

    private static ChainColumn column(Greek greek) {
        return switch (greek) {
            case DELTA -> ChainColumn.DELTA;
            case GAMMA -> ChainColumn.GAMMA;
            case THETA -> ChainColumn.THETA_PER_DAY;
            case VEGA -> ChainColumn.VEGA;
            case VANNA -> ChainColumn.VANNA;
            case VOMMA -> ChainColumn.VOMMA;
            case CHARM -> ChainColumn.CHARM_PER_DAY;
        };
    }

    static Double theirs(Greek greek, ContractRow row) {
        return switch (greek) {
            case DELTA -> row.delta();
            case GAMMA -> row.gamma();
            case THETA -> row.theta();
            case VEGA -> row.vega();
            case VANNA -> row.vanna();
            case VOMMA -> row.vomma();
            case CHARM -> row.charm();
        };
    }
}
