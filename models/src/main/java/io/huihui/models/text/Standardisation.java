package io.huihui.models.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/** Brings every element of vectors to mean 0 and deviation 1, and cuts outliers. */
final class Standardisation implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Language models have a few elements that shoot out; they must not rule the distance. */
    private static final float MOST_DEVIATIONS = 6;

    /** An element that hardly moves says nothing; its noise must not be blown up. */
    private static final double LEAST_DEVIATION = 1e-3;

    private final float[] means;
    private final float[] factors;

    private Standardisation(float[] means, float[] factors) {
        this.means = means;
        this.factors = factors;
    }

    static Standardisation learn(float[][] vectors) {
        int width = vectors[0].length;
        float[] means = new float[width];
        float[] factors = new float[width];
        for (int i = 0; i < width; i++) {
            double sum = 0;
            double squares = 0;
            for (float[] vector : vectors) {
                sum += vector[i];
                squares += (double) vector[i] * vector[i];
            }
            double mean = sum / vectors.length;
            double deviation = Math.sqrt(Math.max(0, squares / vectors.length - mean * mean));
            means[i] = (float) mean;
            factors[i] = deviation < LEAST_DEVIATION ? 0 : (float) (1 / deviation);
        }
        return new Standardisation(means, factors);
    }

    float[] apply(float[] vector) {
        float[] scaled = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            float value = (vector[i] - means[i]) * factors[i];
            scaled[i] = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, value));
        }
        return scaled;
    }

    void writeTo(DataOutput out) throws IOException {
        FloatArrays.write(out, means);
        FloatArrays.write(out, factors);
    }

    static Standardisation readFrom(DataInput in) throws IOException {
        return new Standardisation(FloatArrays.read(in), FloatArrays.read(in));
    }
}
