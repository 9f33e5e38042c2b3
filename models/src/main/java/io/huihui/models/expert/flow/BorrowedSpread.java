package io.huihui.models.expert.flow;

import io.huihui.models.ParameterText;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.decision.PriceImpact;

import java.util.ArrayList;
import java.util.List;

/**
 * By how much the regime expert's volatility widens or narrows the spread of an impact forecast.
 * The trees reckon from the volatility of the last hour; where the market is in another condition
 * by now, the regime expert knows. Per horizon ln(factor) = level + slope * ln(regime volatility /
 * volatility of the hour), fitted by {@code ./huihui train borrowing}; 1 where nothing is borrowed.
 */
public final class BorrowedSpread {

    private static final String RESOURCE = "borrowed-spread.txt";

    /** A ratio beyond e^this says that one of the two volatilities is wrong. */
    private static final double MOST = 1.5;

    private static final int LEVEL = 0;
    private static final int SLOPE = 1;
    private static final int PARAMETERS = 2;

    private final double[][] parameters = new double[ImpactModel.HORIZONS][];

    private BorrowedSpread(ParameterText text) {
        for (int horizon = 0; horizon < parameters.length; horizon++) {
            parameters[horizon] = text.numbers(name(horizon), PARAMETERS);
        }
    }

    /** Returns the parameters of this release. */
    public static BorrowedSpread shipped() {
        return read(ParameterText.resource(BorrowedSpread.class, RESOURCE));
    }

    /** Reads the lines that {@link #line} makes, one per horizon. */
    public static BorrowedSpread read(ParameterText text) {
        return new BorrowedSpread(text);
    }

    /** Returns a horizon's parameters as a line of the file. */
    public static String line(int horizon, double level, double slope) {
        return ParameterText.line(name(horizon), level, slope);
    }

    private static String name(int horizon) {
        return "spread-" + ImpactModel.minutes(horizon) + "m";
    }

    /** Returns how far the two volatilities differ, ln, cut; NaN when one is missing. */
    public static double ratio(double borrowedAnnual, double ownAnnual) {
        double ratio = Math.log(borrowedAnnual / ownAnnual);
        return Double.isNaN(ratio) ? Double.NaN : Math.max(-MOST, Math.min(MOST, ratio));
    }

    /**
     * Returns the factor on the spread of a horizon.
     *
     * @param ratio {@link #ratio} of the two volatilities; NaN when one is missing
     */
    public double factor(int horizon, double ratio) {
        double[] of = parameters[horizon];
        return Double.isNaN(ratio) ? 1 : Math.exp(of[LEVEL] + of[SLOPE] * ratio);
    }

    /**
     * Returns the forecasts with their spreads as the volatilities say.
     *
     * @param borrowedAnnual the regime expert's volatility; NaN when missing
     * @param ownAnnual realised volatility that the trees reckon from
     */
    PriceImpact applied(PriceImpact impact, double borrowedAnnual, double ownAnnual) {
        double ratio = ratio(borrowedAnnual, ownAnnual);
        List<ImpactForecast> forecasts = new ArrayList<>();
        for (int horizon = 0; horizon < parameters.length; horizon++) {
            forecasts.add(impact.forecasts().get(horizon).widened(factor(horizon, ratio)));
        }
        return new PriceImpact(forecasts);
    }
}
