package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.regime.forecast.DirectionWatch;
import io.huihui.models.expert.regime.forecast.ThesisModel;

import java.util.ArrayList;
import java.util.List;

/** Weights of the thesis by maximum likelihood: gradient ascent with a step per weight. */
final class ThesisFit {

    private static final int ROUNDS = 400;
    private static final double STEP = 0.3;

    /** Independent outcomes that the belief that an input says nothing is worth. */
    private static final double RIDGE = 2;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Row(double[] leans, double[] sizes, Direction realized) {}

    private final Horizon horizon;
    private final double ridge;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param stepSeconds between two rows. Outcomes that overlap say the same again: of an hour's,
     *     taken every half minute, 120 are one
     */
    ThesisFit(Horizon horizon, int stepSeconds) {
        this.horizon = horizon;
        ridge = RIDGE * Math.max(1, horizon.minutes() * 60.0 / stepSeconds);
    }

    void add(double[] leans, double[] sizes, Direction realized) {
        rows.add(new Row(leans, sizes, realized));
    }

    void write(List<String> lines) {
        double[] leaning = new double[DirectionWatch.Leaning.values().length];
        double[] size = new double[DirectionWatch.Size.values().length];
        double[] leaningSquares = new double[leaning.length];
        double[] sizeSquares = new double[size.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] byLean = new double[leaning.length];
            double[] bySize = new double[size.length];
            for (Row row : rows) {
                Thesis thesis =
                        ThesisModel.thesis(horizon, leaning, size, row.leans(), row.sizes());
                double up = (row.realized() == Direction.UP ? 1 : 0) - thesis.up();
                double down = (row.realized() == Direction.DOWN ? 1 : 0) - thesis.down();
                double flat = (row.realized() == Direction.FLAT ? 1 : 0) - thesis.flat();
                add(byLean, up - down, row.leans());
                add(bySize, flat, row.sizes());
            }
            climb(leaning, byLean, leaningSquares);
            climb(size, bySize, sizeSquares);
        }
        ThesisModel.write(lines, horizon, leaning, size);
    }

    private static void add(double[] gradient, double error, double[] inputs) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += error * inputs[i];
        }
    }

    /** One step, shorter for weights whose gradients were large. */
    private void climb(double[] weights, double[] gradient, double[] squares) {
        for (int i = 0; i < weights.length; i++) {
            double slope = gradient[i] - ridge * weights[i];
            squares[i] += slope * slope;
            weights[i] += squares[i] > 0 ? STEP * slope / Math.sqrt(squares[i]) : 0;
        }
    }
}
