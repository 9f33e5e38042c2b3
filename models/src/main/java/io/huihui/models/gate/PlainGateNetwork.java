package io.huihui.models.gate;

import io.huihui.models.learner.DenseLayer;

import java.util.List;

/**
 * The network in plain loops: linear layers with rectifiers between them. The reference by which an
 * engine's answers are checked, and what answers where there is no engine. Each row is summed in
 * the same order whatever came with it, so a row's answer never depends on its batch.
 */
public final class PlainGateNetwork implements GateNetwork {

    private final int[] sizes;
    private final float[][] weights;
    private final float[][] biases;

    public PlainGateNetwork(GateNetworkModel model) {
        List<DenseLayer> layers = model.layers();
        sizes = new int[layers.size() + 1];
        weights = new float[layers.size()][];
        biases = new float[layers.size()][];
        sizes[0] = layers.get(0).inputs();
        for (int i = 0; i < layers.size(); i++) {
            sizes[i + 1] = layers.get(i).outputs();
            weights[i] = layers.get(i).weights();
            biases[i] = layers.get(i).bias();
        }
    }

    @Override
    public float[] logWeights(float[] rows, int count) {
        int outputs = sizes[sizes.length - 1];
        float[] answers = new float[count * outputs];
        for (int row = 0; row < count; row++) {
            float[] now = new float[sizes[0]];
            System.arraycopy(rows, row * sizes[0], now, 0, sizes[0]);
            for (int layer = 0; layer < weights.length; layer++) {
                now = layer(layer, now);
            }
            System.arraycopy(now, 0, answers, row * outputs, outputs);
        }
        return answers;
    }

    private float[] layer(int layer, float[] in) {
        float[] out = biases[layer].clone();
        boolean last = layer == weights.length - 1;
        for (int output = 0; output < out.length; output++) {
            float sum = out[output];
            int first = output * in.length;
            for (int input = 0; input < in.length; input++) {
                sum += weights[layer][first + input] * in[input];
            }
            out[output] = last ? sum : Math.max(0, sum);
        }
        return out;
    }

    @Override
    public String engine() {
        return "java";
    }
}
