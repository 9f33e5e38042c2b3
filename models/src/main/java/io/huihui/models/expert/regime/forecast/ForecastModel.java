package io.huihui.models.expert.regime.forecast;

import io.huihui.models.ParameterText;
import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.expert.regime.hmm.Gaussian;

import java.util.List;

/**
 * The fitted parameters of the forecaster. Conditions are those of {@link MarketCondition} but the
 * last, in its order; micro-states have numbers only.
 */
public final class ForecastModel {

    /** How many conditions there are: all but {@code UNCLEAR_OR_TRANSITIONING}. */
    public static final int CONDITIONS = MarketCondition.count() - 1;

    /** Name of the file with the parameters of this release. */
    private static final String RESOURCE = "regime-model-1.txt";

    /** Length of the covariates of leaving, constant included; see {@link Covariates}. */
    static final int COVARIATES = Covariates.COUNT;

    private static final int LOWER =
            ObservationReader.MEASURED * (ObservationReader.MEASURED + 1) / 2;

    private final List<String> lines;
    private final Seasons seasons;
    private final int stages;
    private final int micros;
    private final double[] start;
    private final double[] staySeconds;
    private final double[][] jumps;
    private final double microSeconds;
    private final double weight;
    private final CountModel counts;
    private final Gaussian[] emissions;
    private final ChainModel chain;
    private final double[][] leaving;
    private final MacroModel macro;
    private final Thresholds thresholds;

    /**
     * When to act on a probability, chosen on validation sessions.
     *
     * @param flip a condition is shown from this probability on
     * @param confirmedSeconds for how long a condition has to be that probable; 0 = at once
     * @param alarm a switch within 15 minutes is announced from this probability on
     */
    public record Thresholds(double flip, double confirmedSeconds, double alarm) {

        private static final double LONGEST_SECONDS = 600;

        public Thresholds {
            Require.within("flip", flip, 0, 1);
            Require.within("confirmedSeconds", confirmedSeconds, 0, LONGEST_SECONDS);
            Require.within("alarm", alarm, 0, 1);
        }

        /** Returns what shows a condition by these thresholds. */
        public ConditionHolder holder() {
            return new ConditionHolder(flip, Math.round(confirmedSeconds * 1_000));
        }
    }

    /** Returns the model that ships with this release. */
    public static ForecastModel shipped() {
        return Shipped.MODEL;
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        private static final ForecastModel MODEL =
                read(ParameterText.resource(ForecastModel.class, RESOURCE));
    }

    private ForecastModel(List<String> lines, ParameterText text) {
        this.lines = List.copyOf(lines);
        double[] season = text.numbers("seasons", 6);
        seasons = new Seasons(season[0], season[1], season[2], season[3], season[4], season[5]);
        stages = (int) text.number("stages");
        micros = (int) text.number("micro-states");
        if (!(stages > 0 && micros > 1)) {
            throw Require.violated("stages > 0, micro-states > 1", stages + ", " + micros);
        }
        start = text.numbers("start", CONDITIONS);
        staySeconds = text.numbers("stay-seconds", CONDITIONS);
        jumps = new double[CONDITIONS][];
        for (int c = 0; c < CONDITIONS; c++) {
            jumps[c] = text.numbers("jump-" + c, CONDITIONS);
        }
        microSeconds = text.number("micro-seconds");
        weight = Require.within("weight", text.number("weight"), 0, 1);
        counts = CountModel.read(text, micros);
        emissions = new Gaussian[CONDITIONS * micros];
        for (int i = 0; i < emissions.length; i++) {
            double[] mean = text.numbers("mean-" + i, ObservationReader.MEASURED);
            emissions[i] = new Gaussian(mean, square(text.numbers("covariance-" + i, LOWER)));
        }
        chain = ChainModel.read(text);
        macro = MacroModel.read(text);
        leaving = new double[Horizon.values().length][];
        for (Horizon horizon : Horizon.values()) {
            leaving[horizon.ordinal()] =
                    text.numbers("leaving-" + horizon.minutes() + "m", COVARIATES);
        }
        double[] threshold = text.numbers("thresholds", 3);
        thresholds = new Thresholds(threshold[0], threshold[1], threshold[2]);
    }

    /** Reads what {@link #lines} wrote. */
    public static ForecastModel read(ParameterText text) {
        return new ForecastModel(text.all(), text);
    }

    /** Returns the text this model was read from. */
    public List<String> lines() {
        return lines;
    }

    private static double[][] square(double[] lower) {
        int size = ObservationReader.MEASURED;
        double[][] square = new double[size][size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                square[i][j] = lower[next++];
                square[j][i] = square[i][j];
            }
        }
        return square;
    }

    /** Returns the lower triangle of a covariance row by row, as the text has it. */
    public static double[] lower(double[][] covariance) {
        double[] lower = new double[LOWER];
        int next = 0;
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j <= i; j++) {
                lower[next++] = covariance[i][j];
            }
        }
        return lower;
    }

    public Seasons seasons() {
        return seasons;
    }

    int conditions() {
        return CONDITIONS;
    }

    int stages() {
        return stages;
    }

    public int micros() {
        return micros;
    }

    double start(int condition) {
        return start[condition];
    }

    /** Probability that a stage ends within a second. */
    double stageRate(int condition) {
        return stages / staySeconds[condition];
    }

    double jump(int from, int to) {
        return jumps[from][to];
    }

    /** Probability that a micro-state ends within a second. */
    double microRate() {
        return 1 / microSeconds;
    }

    /** What a second counts, 0..1: seconds are not independent of each other. */
    double weight() {
        return weight;
    }

    /** Trades a second that a condition brings on an average day, in the first micro-state. */
    public double tradeRate(int condition) {
        return counts.tradeRates()[condition] * counts.microFactors()[0];
    }

    CountModel counts() {
        return counts;
    }

    public Gaussian emission(int condition, int micro) {
        return emissions[condition * micros + micro];
    }

    ChainModel chain() {
        return chain;
    }

    MacroModel macro() {
        return macro;
    }

    /** Weights of the covariates in the log odds of leaving within a horizon. */
    double[] leaving(Horizon horizon) {
        return leaving[horizon.ordinal()];
    }

    public Thresholds thresholds() {
        return thresholds;
    }
}
