package io.huihui.models.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * What a classifier reads from the vector of a sentence's meaning: how alike it is to each sentence
 * of the training, times that sentence's coefficient.
 */
final class MeaningPart implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String modelVersion;
    private final Standardisation scale;

    /** Standardised vectors of the training. */
    private final float[][] centres;

    /** By class and centre. */
    private final float[][] coefficients;

    MeaningPart(
            String modelVersion, Standardisation scale, float[][] centres, float[][] coefficients) {
        this.modelVersion = modelVersion;
        this.scale = scale;
        this.centres = centres;
        this.coefficients = coefficients;
    }

    String modelVersion() {
        return modelVersion;
    }

    void addScores(float[] embedding, double[] scores) {
        float[] point = scale.apply(embedding);
        for (int i = 0; i < centres.length; i++) {
            float alike = Gram.gaussian(point, centres[i]);
            for (int k = 0; k < scores.length; k++) {
                scores[k] += alike * coefficients[k][i];
            }
        }
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeUTF(modelVersion);
        scale.writeTo(out);
        out.writeInt(centres.length);
        for (float[] centre : centres) {
            FloatArrays.write(out, centre);
        }
        for (float[] by : coefficients) {
            FloatArrays.write(out, by);
        }
    }

    static MeaningPart readFrom(DataInput in) throws IOException {
        String modelVersion = in.readUTF();
        Standardisation scale = Standardisation.readFrom(in);
        float[][] centres = new float[in.readInt()][];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = FloatArrays.read(in);
        }
        float[][] coefficients = new float[ToneLabel.values().length][];
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = FloatArrays.read(in);
        }
        return new MeaningPart(modelVersion, scale, centres, coefficients);
    }
}
