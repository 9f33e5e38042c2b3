package io.huihui.models.text;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * A trained classifier of tone: linear in hashed features, and, where it was trained with a
 * sentence model, a sum of likenesses to the sentences it was trained on. Immutable; made by {@link
 * ToneTrainer} or read from what {@link #writeTo} wrote.
 */
public final class ToneClassifier implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FORMAT_VERSION = 1;

    /** What a classifier without a sentence model is made for. */
    static final String NO_MODEL = "none";

    private final SentenceWeights weights;

    /** By class and index of {@link SentenceWeights}. */
    private final float[][] linear;

    private final MeaningPart meaning;
    private final SoftmaxCalibration calibration;

    ToneClassifier(
            SentenceWeights weights,
            float[][] linear,
            MeaningPart meaning,
            SoftmaxCalibration calibration) {
        this.weights = weights;
        this.linear = linear;
        this.meaning = meaning;
        this.calibration = calibration;
    }

    /** Version of the sentence model it needs; {@code none} when it needs no model. */
    public String modelVersion() {
        return meaning == null ? NO_MODEL : meaning.modelVersion();
    }

    /** Whether it was trained with a sentence model and cannot do without. */
    public boolean needsModel() {
        return meaning != null;
    }

    /**
     * Returns the probabilities of a text by {@link ToneLabel}.
     *
     * @param model the sentence model it was trained with; null when it was trained without
     */
    public double[] probabilities(String text, SentenceModel model) {
        Require.that(
                (model == null ? NO_MODEL : model.version()).equals(modelVersion()),
                "the sentence model " + modelVersion(),
                model == null ? NO_MODEL : model.version());
        return probabilities(SentenceFeatures.of(text), model == null ? null : model.embed(text));
    }

    /**
     * Returns the probabilities of a text whose vector has been made before.
     *
     * @param embedding null when it was trained without a sentence model
     */
    public double[] probabilitiesOf(String text, float[] embedding) {
        return probabilities(SentenceFeatures.of(text), embedding);
    }

    private double[] probabilities(SentenceFeatures features, float[] embedding) {
        SparseVector vector = weights.vector(features);
        double[] scores = new double[linear.length];
        for (int k = 0; k < scores.length; k++) {
            float[] by = linear[k];
            double sum = 0;
            for (int i = 0; i < vector.size(); i++) {
                sum += by[vector.index(i)] * vector.value(i);
            }
            scores[k] += sum;
        }
        if (meaning != null) {
            meaning.addScores(embedding, scores);
        }
        return calibration.probabilities(scores);
    }

    /** Writes a version, then everything. */
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, FORMAT_VERSION);
        weights.writeTo(out);
        for (float[] by : linear) {
            FloatArrays.writeSparse(out, by);
        }
        calibration.writeTo(out);
        out.writeBoolean(meaning != null);
        if (meaning != null) {
            meaning.writeTo(out);
        }
    }

    /** Returns the classifier that {@link #writeTo} wrote. */
    public static ToneClassifier readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, FORMAT_VERSION, "tone classifier");
        SentenceWeights weights = SentenceWeights.readFrom(in);
        int classes = ToneLabel.values().length;
        float[][] linear = new float[classes][];
        for (int k = 0; k < classes; k++) {
            linear[k] = FloatArrays.readSparse(in, SentenceWeights.DIMENSION);
        }
        SoftmaxCalibration calibration = SoftmaxCalibration.readFrom(in);
        MeaningPart meaning = in.readBoolean() ? MeaningPart.readFrom(in) : null;
        return new ToneClassifier(weights, linear, meaning, calibration);
    }
}
