package io.huihui.network;

import io.huihui.models.gate.InputScale;
import io.huihui.models.gate.MixtureGate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Examples on the device.
 *
 * @param inputs standardised, (rows, inputs)
 * @param logs logarithms of what the experts said, 0 for one that did not answer, (rows, experts,
 *     horizons x directions)
 * @param happened weight of the horizon where a direction happened, else 0, (rows, horizons,
 *     directions)
 * @param weight sum of {@code happened}
 */
record GateBatch(NDArray inputs, NDArray logs, NDArray happened, float weight) {

    /** The decision is about 15 minutes; the others steady it. */
    private static final float[] HORIZON_WEIGHTS = {0.25f, 0.5f, 0.25f};

    private static final float SMALLEST_PROBABILITY = (float) MixtureGate.SMALLEST_PROBABILITY;

    /**
     * The gate takes no more, so training must not either: an input that hardly ever moves is far
     * out where it does, and without this bound one such row is charged more than all the others.
     */
    private static final float LARGEST_LOG_WEIGHT = (float) MixtureGate.LARGEST_LOG_WEIGHT;

    static GateBatch of(NDManager manager, GateRows rows, InputScale scale, int[] chosen) {
        int width = scale.size();
        float[] inputs = new float[chosen.length * width];
        float[] logs = new float[chosen.length * GateRows.SAID];
        float[] happened = new float[chosen.length * GateRows.HORIZONS * GateRows.DIRECTIONS];
        float weight = 0;
        int next = 0;
        for (int place = 0; place < chosen.length; place++) {
            int row = chosen[place];
            scale.standardise(rows.inputs(row), inputs, place);
            for (int expert = 0; expert < GateRows.EXPERTS; expert++) {
                for (int horizon = 0; horizon < GateRows.HORIZONS; horizon++) {
                    for (int direction = 0; direction < GateRows.DIRECTIONS; direction++) {
                        logs[next++] = log(rows.said(row, expert, horizon, direction));
                    }
                }
            }
            for (int horizon = 0; horizon < GateRows.HORIZONS; horizon++) {
                int direction = rows.realized(row, horizon);
                if (direction != GateRows.UNKNOWN) {
                    int at = (place * GateRows.HORIZONS + horizon) * GateRows.DIRECTIONS;
                    happened[at + direction] = HORIZON_WEIGHTS[horizon];
                    weight += HORIZON_WEIGHTS[horizon];
                }
            }
        }
        int directions = GateRows.HORIZONS * GateRows.DIRECTIONS;
        return new GateBatch(
                manager.create(inputs, new Shape(chosen.length, width)),
                manager.create(logs, new Shape(chosen.length, GateRows.EXPERTS, directions)),
                manager.create(
                        happened, new Shape(chosen.length, GateRows.HORIZONS, GateRows.DIRECTIONS)),
                weight);
    }

    private static float log(float said) {
        return Float.isNaN(said) ? 0 : (float) Math.log(Math.max(SMALLEST_PROBABILITY, said));
    }

    /**
     * Returns the mean of -ln(pooled probability of what happened), and a penalty for weights that
     * differ without need.
     *
     * @param logWeights what the network says, (rows, experts)
     */
    NDArray loss(NDArray logWeights, float pull) {
        long rows = logWeights.getShape().get(0);
        NDArray worth = logWeights.minimum(LARGEST_LOG_WEIGHT).exp().expandDims(2);
        NDArray pooled =
                worth.mul(logs)
                        .sum(new int[] {1})
                        .reshape(rows, GateRows.HORIZONS, GateRows.DIRECTIONS)
                        .logSoftmax(2);
        NDArray mean = pooled.mul(happened).sum().neg().div(weight);
        if (pull == 0) {
            return mean;
        }
        NDArray centred = logWeights.sub(logWeights.mean(new int[] {1}, true));
        return mean.add(centred.square().mean().mul(pull));
    }
}
