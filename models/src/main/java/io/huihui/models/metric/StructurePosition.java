package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/** A-MSPI and A-SAI of each strike: five scores across strikes, weighed and compared. */
final class StructurePosition {

    /** Weights of A-DAG, D-TDPI, VRI, E-SDAG MULT and E-SDAG DIR. */
    private static final double[] WEIGHTS = {0.35, 0.25, 0.25, 0.10, 0.05};

    private static final double CLIP = 3;

    /** A-MSPI, -3..3. */
    final double[] position;

    /** A-SAI, -1..1. */
    final double[] agreement;

    StructurePosition(
            DealerStrikes dealers,
            PinStrikes pins,
            SkewGamma skewGamma,
            StructureMultipliers multipliers) {
        double[][] parts = {
            RobustScore.across(dealers.adaptive),
            RobustScore.across(pins.timeDecay),
            RobustScore.across(dealers.volatilityRegime),
            RobustScore.across(skewGamma.multiplicative),
            RobustScore.across(skewGamma.directional)
        };
        double[] weights = weights(multipliers);
        position = new double[dealers.adaptive.length];
        agreement = new double[position.length];
        for (int k = 0; k < position.length; k++) {
            double sum = 0;
            double absolute = 0;
            for (int part = 0; part < parts.length; part++) {
                double weighted = weights[part] * parts[part][k];
                sum += weighted;
                absolute += Math.abs(weighted);
            }
            position[k] = Math.max(-CLIP, Math.min(CLIP, sum));
            agreement[k] = absolute > 0 ? sum / absolute : 0;
        }
    }

    /** The weights times their multipliers, brought back to a sum of 1. */
    private static double[] weights(StructureMultipliers by) {
        double[] weights = {
            WEIGHTS[0] * by.adaptiveGamma(),
            WEIGHTS[1] * by.timeDecay(),
            WEIGHTS[2] * by.volatilityRegime(),
            WEIGHTS[3] * by.skewGamma(),
            WEIGHTS[4] * by.skewGamma()
        };
        return StrikeMath.scaled(weights, 1 / StrikeMath.sum(weights));
    }

    void publish(double[] proximity, FeatureVector.Builder out) {
        double weighted = 0;
        double agreed = 0;
        double near = 0;
        for (int k = 0; k < position.length; k++) {
            weighted += position[k] * proximity[k];
            agreed += agreement[k] * proximity[k];
            near += proximity[k];
        }
        out.set(Feature.A_MSPI, weighted);
        out.setOrMissing(Feature.A_SAI, near > 0 ? agreed / near : Double.NaN, Quality.DEGENERATE);
    }
}
