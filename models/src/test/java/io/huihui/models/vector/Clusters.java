package io.huihui.models.vector;

import java.util.SplittableRandom;

/** Vectors that lie in clusters, as real ones do. */
final class Clusters {

    private static final double SPREAD = 0.3;

    private final SplittableRandom random;
    private final double[][] centres;

    Clusters(long seed, int count, int dimension) {
        random = new SplittableRandom(seed);
        centres = new double[count][dimension];
        for (double[] centre : centres) {
            for (int i = 0; i < dimension; i++) {
                centre[i] = gaussian();
            }
        }
    }

    float[] next() {
        double[] centre = centres[random.nextInt(centres.length)];
        float[] vector = new float[centre.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (centre[i] + SPREAD * gaussian());
        }
        return vector;
    }

    float[][] next(int count) {
        float[][] vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = next();
        }
        return vectors;
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
