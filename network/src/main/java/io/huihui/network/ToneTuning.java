package io.huihui.network;

import io.huihui.models.Require;

/**
 * How upper layers of a sentence model are trained to read tone. The rate rises for a tenth of the
 * steps and falls to 0 from there.
 *
 * @param rate of learning of the layers, at its largest
 * @param headRate that of the scores, which begin without knowledge
 * @param decay of the weights
 * @param dropout share of what each layer adds that is left out of a step
 * @param batch sentences a step
 * @param epochs how often each sentence is seen
 * @param seed of the scores' first weights, of what is left out and of the order
 * @param device where it is trained
 */
public record ToneTuning(
        float rate,
        float headRate,
        float decay,
        float dropout,
        int batch,
        int epochs,
        long seed,
        ComputeDevice device) {

    public ToneTuning {
        Require.positive("rate", rate);
        Require.positive("headRate", headRate);
        Require.notNegative("decay", decay);
        Require.that(dropout >= 0 && dropout < 1, "0 <= dropout < 1", "dropout=" + dropout);
        Require.that(batch > 0, "batch > 0", "batch=" + batch);
        Require.that(epochs > 0, "epochs > 0", "epochs=" + epochs);
        Require.present("device", device);
    }

    /** Returns what reads best (decision 0281). */
    public static ToneTuning defaults(ComputeDevice device) {
        return new ToneTuning(5e-5f, 1e-3f, .01f, .1f, 16, 4, 20_261_127L, device);
    }
}
