package io.huihui.models.expert.regime.micro;

import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.forecast.ObservationReader;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Ten seconds of a symbol with what its condition explains taken out, so that the same sub-state
 * looks alike in a calm and in a wild market.
 */
public final class MicroWindow {

    /** Length. Shorter ones hold too few trades to tell anything. */
    public static final int SECONDS = 10;

    /** Half the logarithm of variance over the one the condition leads to expect. */
    public static final int VOLATILITY = 0;

    /** Root of trades over those the condition leads to expect. */
    public static final int TRADES = 1;

    /** Prints on the side of the one before less those of chance, in deviations. */
    public static final int REPEATED = 2;

    /** Logarithm of the spread in currency. */
    public static final int SPREAD = 3;

    /** Logarithm of the shares resting in the book. */
    public static final int DEPTH = 4;

    /** How many coordinates there are. */
    public static final int COORDINATES = 5;

    /** A window without a change of price moved less than can be seen. */
    private static final double LEAST_VOLATILITY = 0.01;

    /** Seconds that have to say something. */
    private static final int LEAST_SECONDS = SECONDS / 2;

    private MicroWindow() {}

    /**
     * Returns the coordinates of a window; NaN where too few of its seconds say something.
     *
     * @param seconds those of the window that came
     * @param probabilities of the conditions at its end, which need not sum to 1
     */
    public static double[] of(
            List<MicroSecond> seconds, List<Double> probabilities, ForecastModel model) {
        double cubes = 0;
        double rate = 0;
        double sum = 0;
        for (int c = 0; c < ForecastModel.CONDITIONS; c++) {
            double root = model.emission(c, 0).mean(ObservationReader.VARIATION);
            cubes += probabilities.get(c) * root * root * root;
            rate += probabilities.get(c) * model.tradeRate(c);
            sum += probabilities.get(c);
        }
        double variance = mean(seconds, second -> square(seasonless(second, model)));
        double trades = mean(seconds, MicroSecond::trades);
        double repeated = mean(seconds, MicroSecond::repeated);
        double usualTrades =
                rate / sum * mean(seconds, s -> model.seasons().trades(s.sessionElapsed()));
        double[] window = new double[COORDINATES];
        window[VOLATILITY] =
                0.5 * Math.log(Math.max(square(LEAST_VOLATILITY), variance) / (cubes / sum));
        window[TRADES] = Math.sqrt(trades / usualTrades);
        window[REPEATED] = (repeated - trades / 2) * SECONDS / Math.sqrt(trades * SECONDS + 1);
        window[SPREAD] = Math.log(mean(seconds, MicroSecond::spread));
        window[DEPTH] = mean(seconds, second -> Math.log(second.depth()));
        for (int i = 0; i < window.length; i++) {
            window[i] = Double.isFinite(window[i]) ? window[i] : Double.NaN;
        }
        return window;
    }

    private static double seasonless(MicroSecond second, ForecastModel model) {
        return second.volatilityAnnual() / model.seasons().volatility(second.sessionElapsed());
    }

    private static double mean(List<MicroSecond> seconds, ToDoubleFunction<MicroSecond> figure) {
        double sum = 0;
        int count = 0;
        for (MicroSecond second : seconds) {
            double value = figure.applyAsDouble(second);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count < LEAST_SECONDS ? Double.NaN : sum / count;
    }

    private static double square(double value) {
        return value * value;
    }
}
