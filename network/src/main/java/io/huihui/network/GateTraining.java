package io.huihui.network;

import io.huihui.models.Require;

import java.util.List;

/**
 * How a gating network is trained.
 *
 * @param hidden widths of the hidden layers
 * @param rate of learning of Adam
 * @param decay of the weights, per step
 * @param pull to equal weights: penalty on the variance of the log-weights
 * @param batch examples per step
 * @param epochs at most
 * @param patience epochs without gain before it ends
 * @param seed of the first weights and of the order of examples
 */
public record GateTraining(
        List<Integer> hidden,
        float rate,
        float decay,
        float pull,
        int batch,
        int epochs,
        int patience,
        long seed,
        ComputeDevice device) {

    public GateTraining {
        hidden = List.copyOf(hidden);
        Require.positive("rate", rate);
        Require.notNegative("decay", decay);
        Require.notNegative("pull", pull);
        Require.that(batch > 0, "batch > 0", "batch=" + batch);
        Require.that(epochs > 0, "epochs > 0", "epochs=" + epochs);
        Require.that(patience > 0, "patience > 0", "patience=" + patience);
        Require.present("device", device);
    }

    /** Returns settings with these hidden layers and this pull to equal weights. */
    public static GateTraining of(List<Integer> hidden, float pull, ComputeDevice device) {
        return new GateTraining(hidden, 1e-3f, 1e-4f, pull, 256, 60, 6, 20_261_126L, device);
    }
}
