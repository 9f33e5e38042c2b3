package io.huihui.models.expert;

import io.huihui.models.Require;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.learner.FtrlRates;
import io.huihui.models.learner.FtrlSoftmax;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Theses from an expert's inputs, one online logistic model per horizon. It begins at one third
 * each and is exactly additive: what each input added to ln(up / down) can be stated.
 */
public final class ThesisLearner {

    /** Name of the intercept among the contributions. */
    private static final String INTERCEPT = "INTERCEPT";

    private static final Horizon[] HORIZONS = Horizon.values();

    private static final Direction[] DIRECTIONS = Direction.values();

    private final List<String> names;
    private final FtrlSoftmax[] models = new FtrlSoftmax[HORIZONS.length];
    private final double[] scratch = new double[DIRECTIONS.length];

    /** A learner of inputs with these names, in the order in which they are handed over. */
    public ThesisLearner(List<String> inputNames, FtrlRates rates) {
        names = List.copyOf(inputNames);
        for (int i = 0; i < models.length; i++) {
            models[i] = new FtrlSoftmax(DIRECTIONS.length, names.size(), rates);
        }
    }

    /** Returns the thesis of a horizon; NaN inputs are left out. */
    public Thesis thesis(Horizon horizon, double[] inputs) {
        models[horizon.ordinal()].predict(inputs, scratch);
        double up = scratch[Direction.UP.ordinal()];
        double down = scratch[Direction.DOWN.ordinal()];
        return new Thesis(horizon, up, down, scratch[Direction.FLAT.ordinal()]);
    }

    /** Learns one outcome at its horizon. */
    public void learn(ResolvedOpinion resolved) {
        models[resolved.horizon().ordinal()].learn(
                resolved.inputs(), resolved.realized().ordinal(), resolved.weight());
    }

    /** Returns what each input added to ln(up / down) of the horizon's thesis, largest first. */
    public List<Contribution> contributions(Horizon horizon, double[] inputs) {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            if (!Double.isNaN(inputs[i])) {
                contributions.add(new Contribution(names.get(i), lean(horizon, i) * inputs[i]));
            }
        }
        contributions.add(new Contribution(INTERCEPT, lean(horizon, names.size())));
        contributions.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return contributions;
    }

    private double lean(Horizon horizon, int input) {
        FtrlSoftmax model = models[horizon.ordinal()];
        return model.weight(Direction.UP.ordinal(), input)
                - model.weight(Direction.DOWN.ordinal(), input);
    }

    /** Makes the next steps larger, for a world that has changed; see {@link FtrlSoftmax}. */
    public void soften(double share) {
        for (FtrlSoftmax model : models) {
            model.soften(share);
        }
    }

    public void writeTo(DataOutput out) throws IOException {
        for (FtrlSoftmax model : models) {
            model.writeTo(out);
        }
    }

    public void readFrom(DataInput in) throws IOException {
        for (FtrlSoftmax model : models) {
            model.readFrom(in);
            Require.that(
                    model.inputs() == names.size(),
                    names.size() + " inputs in the stored learner",
                    () -> model.inputs() + " inputs");
        }
    }
}
