package io.huihui.models.expert.regime.forecast;

import io.huihui.models.ParameterText;
import io.huihui.models.Require;
import io.huihui.models.event.MacroRelease;

import java.util.Arrays;
import java.util.List;

/**
 * What a macro figure does to conditions.
 *
 * @param series names of the known series
 * @param usualMiss standard deviation of actual less consensus, by series
 * @param hazard probability per second of a forced switch while a surprise works, by its size:
 *     below 1, 1 to 2, from 2 on
 * @param targets where a forced switch leads, by the same sizes
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record MacroModel(List<String> series, double[] usualMiss, double[] hazard, double[][] targets) {

    /** Sizes of a surprise that are told apart. */
    static final int SIZES = 3;

    /** How long a surprise works. */
    static final long WORKS_MILLIS = 150_000;

    static MacroModel read(ParameterText text) {
        List<String> series = Arrays.asList(text.words("macro-series"));
        double[] miss = text.numbers("macro-miss", series.size());
        double[] hazard = text.numbers("macro-hazard", SIZES);
        double[][] targets = new double[SIZES][];
        for (int size = 0; size < SIZES; size++) {
            targets[size] = text.numbers("macro-target-" + size, ForecastModel.CONDITIONS);
        }
        return new MacroModel(series, miss, hazard, targets);
    }

    /** Returns the surprise in usual misses; NaN where the series or the figures are not known. */
    double surprise(MacroRelease release) {
        int at = series.indexOf(release.seriesId());
        if (at < 0 || release.actual() == null || release.consensus() == null) {
            return Double.NaN;
        }
        return (release.actual() - release.consensus()) / usualMiss[at];
    }

    /** Returns the class of a surprise's size. */
    static int size(double surprise) {
        Require.finite("surprise", surprise);
        double size = Math.abs(surprise);
        return size < 1 ? 0 : size < 2 ? 1 : 2;
    }
}
