package io.huihui.models.expert.regime.correlation;

import io.huihui.models.Require;

import java.util.List;

/**
 * Correlations of returns as of a time: symmetric, 1 on the diagonal, positive semidefinite.
 *
 * @param symbols in the order of rows and columns
 * @param lowerTriangle row by row without the diagonal: (1,0), (2,0), (2,1) ...
 * @param halfLifeMinutes of the weights of returns
 * @param samples how many joint returns the weights amount to, 30 at least
 * @param stress mean correlation of the last minutes less the usual one, in its own deviations;
 *     large either way when symbols leave their usual company; null before enough was seen
 */
public record CorrelationMatrix(
        long eventTimeMillis,
        List<String> symbols,
        List<Double> lowerTriangle,
        double halfLifeMinutes,
        double samples,
        Double stress) {

    public CorrelationMatrix {
        symbols = List.copyOf(symbols);
        lowerTriangle = List.copyOf(lowerTriangle);
        int size = symbols.size();
        if (lowerTriangle.size() != size * (size - 1) / 2) {
            throw Require.violated(
                    "a correlation for each pair of " + size + " symbols",
                    lowerTriangle.size() + " correlations");
        }
        for (double correlation : lowerTriangle) {
            Require.within("correlation", correlation, -1, 1);
        }
        Require.positive("halfLifeMinutes", halfLifeMinutes);
        Require.notNegative("samples", samples);
        Require.finiteOrMissing("stress", stress);
    }

    /** Returns the correlation of two symbols by their places. */
    public double of(int row, int column) {
        if (row == column) {
            return 1;
        }
        int high = Math.max(row, column);
        int low = Math.min(row, column);
        return lowerTriangle.get(high * (high - 1) / 2 + low);
    }
}
