package io.huihui.models.expert.regime.forecast;

import io.huihui.models.ParameterText;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;

import java.util.List;

/**
 * Probabilities of up, down and flat from what leans and what moves: up : down : flat = e^l : e^-l
 * : e^s with l and s linear in the inputs. A mirrored market gets the mirrored thesis.
 */
public final class ThesisModel {

    private static final int LEANING = DirectionWatch.Leaning.values().length;
    private static final int SIZE = DirectionWatch.Size.values().length;

    private final double[][] leaning = new double[Horizon.values().length][];
    private final double[][] size = new double[Horizon.values().length][];

    private ThesisModel(ParameterText text) {
        for (Horizon horizon : Horizon.values()) {
            leaning[horizon.ordinal()] =
                    text.numbers("leaning-" + horizon.minutes() + "m", LEANING);
            size[horizon.ordinal()] = text.numbers("size-" + horizon.minutes() + "m", SIZE);
        }
    }

    public static ThesisModel read(ParameterText text) {
        return new ThesisModel(text);
    }

    /** Returns the model that ships with this release. */
    public static ThesisModel shipped() {
        return Shipped.MODEL;
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        private static final ThesisModel MODEL =
                read(ParameterText.resource(ThesisModel.class, "regime-thesis-1.txt"));
    }

    /** Adds the lines of one horizon. */
    public static void write(List<String> lines, Horizon horizon, double[] leaning, double[] size) {
        lines.add(ParameterText.line("leaning-" + horizon.minutes() + "m", leaning));
        lines.add(ParameterText.line("size-" + horizon.minutes() + "m", size));
    }

    /** Returns the thesis of the inputs of {@link DirectionWatch}. */
    public Thesis thesis(Horizon horizon, double[] leans, double[] sizes) {
        return thesis(horizon, leaning[horizon.ordinal()], size[horizon.ordinal()], leans, sizes);
    }

    /** Returns the thesis that these weights lead to. */
    public static Thesis thesis(
            Horizon horizon, double[] leaning, double[] size, double[] leans, double[] sizes) {
        double lean = dot(leaning, leans);
        double flat = Math.exp(dot(size, sizes));
        double up = Math.exp(lean);
        double down = Math.exp(-lean);
        double sum = up + down + flat;
        return new Thesis(horizon, up / sum, down / sum, flat / sum);
    }

    /** Returns what each leaning input adds to ln(up / down). */
    public double[] shares(Horizon horizon, double[] leans) {
        double[] shares = new double[LEANING];
        for (int i = 0; i < LEANING; i++) {
            shares[i] = 2 * leaning[horizon.ordinal()][i] * leans[i];
        }
        return shares;
    }

    private static double dot(double[] weights, double[] inputs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return sum;
    }
}
