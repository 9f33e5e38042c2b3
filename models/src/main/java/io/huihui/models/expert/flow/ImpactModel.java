package io.huihui.models.expert.flow;

import io.huihui.models.Require;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.decision.PriceImpact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Mean and spread of the mid's log return over 1, 5 and 15 minutes by boosted trees, in units of
 * the deviation that realised volatility lets expect. The mean is made odd by asking the trees
 * about the mirrored market as well, so that a mirrored flow gives exactly the opposite forecast.
 */
public final class ImpactModel {

    private static final int[] MINUTES = {1, 5, 15};

    /** How many horizons there are. */
    public static final int HORIZONS = MINUTES.length;

    /** First line of a model file. */
    public static final String HEADER = "huihui-impact|1";

    private static final String RESOURCE = "impact.txt";

    /**
     * One-sided shares of half a minute over the usual size of a quarter of an hour: from here on
     * it is a burst.
     */
    public static final double BURST_TOXICITY = 0.45;

    /** At most so many inputs are named with a forecast: those after them say little. */
    private static final int NAMED = 5;

    private final BoostedTrees[] means;
    private final ShapleyTables[] tables;
    private final BoostedTrees[] spreads;
    private final double[] roots;

    private ImpactModel(BoostedTrees[] means, BoostedTrees[] spreads, double[] roots) {
        this.roots = roots;
        this.means = means;
        this.spreads = spreads;
        tables = Arrays.stream(means).map(BoostedTrees::tables).toArray(ShapleyTables[]::new);
    }

    /** Returns the minutes of a horizon, which are counted from the shortest. */
    public static int minutes(int horizon) {
        return MINUTES[horizon];
    }

    /** Returns the minutes of all horizons, shortest first. */
    public static int[] minutes() {
        return MINUTES.clone();
    }

    /** Returns the model that is shipped. */
    public static ImpactModel shipped() {
        try (InputStream in = ImpactModel.class.getResourceAsStream(RESOURCE)) {
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model: header, comments that begin with #, then root, mean and spread per horizon.
     */
    public static ImpactModel read(BufferedReader in) throws IOException {
        String header = in.readLine();
        Require.that(
                HEADER.equals(header), "a model that starts with " + HEADER, () -> "" + header);
        BoostedTrees[] means = new BoostedTrees[MINUTES.length];
        BoostedTrees[] spreads = new BoostedTrees[MINUTES.length];
        double[] roots = new double[MINUTES.length];
        for (int horizon = 0; horizon < MINUTES.length; horizon++) {
            roots[horizon] = number(in, "root " + MINUTES[horizon]);
            means[horizon] = section(in, "mean " + MINUTES[horizon]);
            spreads[horizon] = section(in, "spread " + MINUTES[horizon]);
        }
        return new ImpactModel(means, spreads, roots);
    }

    private static BoostedTrees section(BufferedReader in, String name) throws IOException {
        return BoostedTrees.read(in, Integer.parseInt(after(in, name)));
    }

    private static double number(BufferedReader in, String name) throws IOException {
        return Double.parseDouble(after(in, name));
    }

    /** Returns what follows the name on the next line that is no comment. */
    private static String after(BufferedReader in, String name) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith("#")) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(name + " ")) {
            throw Require.violated(name + " VALUE", "`" + line + "`");
        }
        return line.substring(name.length() + 1);
    }

    /**
     * Returns the log return by the square-root law, whose constant is fitted to the same moments
     * as the trees: what they have to beat.
     */
    public double squareRootLaw(int horizon, double[] inputs, double secondDeviation) {
        return roots[horizon]
                * inputs[FlowInput.ROOT_SHARES_30S.ordinal()]
                * deviation(horizon, secondDeviation);
    }

    /**
     * Returns the forecast of one horizon.
     *
     * @param inputs in the order of {@link FlowInput}
     * @param secondDeviation expected deviation of the log return of one second
     */
    public ImpactForecast forecast(int horizon, double[] inputs, double secondDeviation) {
        return forecast(horizon, inputs, mirror(inputs), secondDeviation, List.of());
    }

    /**
     * Returns the forecasts of all horizons; after a burst of flow each with what its largest
     * inputs added, which takes ten times as long as the forecasts do.
     *
     * @param reasons whether to say what inputs added
     */
    public PriceImpact impact(double[] inputs, double secondDeviation, boolean reasons) {
        boolean burst = reasons && inputs[FlowInput.TOXICITY.ordinal()] >= BURST_TOXICITY;
        double[] mirrored = mirror(inputs);
        List<ImpactForecast> forecasts = new ArrayList<>();
        for (int horizon = 0; horizon < HORIZONS; horizon++) {
            List<Contribution> named =
                    burst ? contributions(horizon, inputs, mirrored, secondDeviation) : List.of();
            forecasts.add(forecast(horizon, inputs, mirrored, secondDeviation, named));
        }
        return new PriceImpact(forecasts);
    }

    private ImpactForecast forecast(
            int horizon,
            double[] inputs,
            double[] mirrored,
            double secondDeviation,
            List<Contribution> named) {
        double deviation = deviation(horizon, secondDeviation);
        double mean = 0.5 * (means[horizon].score(inputs) - means[horizon].score(mirrored));
        return new ImpactForecast(
                MINUTES[horizon],
                mean * deviation,
                Math.exp(spreads[horizon].score(inputs)) * deviation,
                named);
    }

    /**
     * Returns the largest of what the inputs added to the mean: half of what they add for this
     * market less half of what they add for the mirrored one, so all of them sum to the mean.
     */
    private List<Contribution> contributions(
            int horizon, double[] inputs, double[] mirrored, double secondDeviation) {
        double[] here = new double[inputs.length];
        double[] there = new double[inputs.length];
        TreeShapley explainer = new TreeShapley(tables[horizon]);
        explainer.explain(inputs, here);
        explainer.explain(mirrored, there);
        double unit = 0.5 * deviation(horizon, secondDeviation);
        List<Contribution> all = new ArrayList<>();
        for (FlowInput input : FlowInput.values()) {
            double value = unit * (here[input.ordinal()] - there[input.ordinal()]);
            if (value != 0) {
                all.add(new Contribution(input.name(), value));
            }
        }
        all.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return all.subList(0, Math.min(NAMED, all.size()));
    }

    private static double deviation(int horizon, double secondDeviation) {
        return secondDeviation * Math.sqrt(60.0 * MINUTES[horizon]);
    }

    /** Returns the inputs of the mirrored market. */
    public static double[] mirror(double[] inputs) {
        double[] mirrored = inputs.clone();
        for (FlowInput input : FlowInput.values()) {
            if (input.isOdd()) {
                mirrored[input.ordinal()] = -inputs[input.ordinal()];
            }
        }
        return mirrored;
    }
}
