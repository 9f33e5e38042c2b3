package io.huihui.models.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Turns hashed features into vectors: (1 + ln count) x inverse document frequency, each group
 * brought to length 1, features never seen in training left out.
 */
public final class SentenceWeights implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Per group 262,144 buckets: a few collisions among the 100,000 runs of letters do no harm. */
    static final int BITS = 18;

    /** One index space for all groups. */
    static final int DIMENSION = FeatureGroup.values().length << BITS;

    /** Inverse document frequency by index; 0 = never seen. */
    private final float[] idf;

    private SentenceWeights(float[] idf) {
        this.idf = idf;
    }

    /** Returns the weights learned from the sentences. */
    static SentenceWeights learn(List<SentenceFeatures> sentences) {
        int[] documents = new int[DIMENSION];
        for (SentenceFeatures sentence : sentences) {
            for (FeatureGroup group : FeatureGroup.values()) {
                SparseVector counts = SparseVector.counts(sentence.hashes(group), BITS);
                for (int i = 0; i < counts.size(); i++) {
                    documents[(group.ordinal() << BITS) + counts.index(i)]++;
                }
            }
        }
        float[] idf = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            idf[i] =
                    documents[i] == 0
                            ? 0
                            : (float) (1 + Math.log((1.0 + sentences.size()) / (1 + documents[i])));
        }
        return new SentenceWeights(idf);
    }

    /** Returns the vector of a sentence; its length is the square root of the number of groups. */
    SparseVector vector(SentenceFeatures sentence) {
        int[] indices = new int[0];
        float[] values = new float[0];
        for (FeatureGroup group : FeatureGroup.values()) {
            SparseVector counts = SparseVector.counts(sentence.hashes(group), BITS);
            int start = indices.length;
            indices = Arrays.copyOf(indices, start + counts.size());
            values = Arrays.copyOf(values, start + counts.size());
            int end = start;
            double squares = 0;
            for (int i = 0; i < counts.size(); i++) {
                int index = (group.ordinal() << BITS) + counts.index(i);
                if (idf[index] > 0) {
                    float value = (float) (1 + Math.log(counts.value(i))) * idf[index];
                    indices[end] = index;
                    values[end++] = value;
                    squares += value * value;
                }
            }
            float norm = squares == 0 ? 1 : (float) Math.sqrt(squares);
            for (int i = start; i < end; i++) {
                values[i] /= norm;
            }
            indices = Arrays.copyOf(indices, end);
            values = Arrays.copyOf(values, end);
        }
        return new SparseVector(indices, values);
    }

    void writeTo(DataOutput out) throws IOException {
        FloatArrays.writeSparse(out, idf);
    }

    static SentenceWeights readFrom(DataInput in) throws IOException {
        return new SentenceWeights(FloatArrays.readSparse(in, DIMENSION));
    }
}
