package io.huihui.text.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Golden vectors from ONNX Runtime 1.32 in Python with the reference tokenizer. */
class OnnxSentenceModelTest {

    private static final String SENTENCE = "Operating profit rose to EUR 13.1 mn from EUR 8.7 mn.";

    /** Kernels for 8-bit weights round differently from machine to machine. */
    private static final double TOLERANCE = 0.05;

    @ParameterizedTest
    @EnumSource(BundledModel.class)
    void vectorIsThatOfTheReference(BundledModel bundled) throws Exception {
        double[] golden =
                switch (bundled) {
                    case MINILM -> new double[] {-0.0823, 0.0934, 0.1301, -0.0255};
                    case E5_SMALL -> new double[] {-0.6740, 0.2570, -0.0776, -0.0141};
                    case BGE_SMALL -> new double[] {-0.0128, -0.0055, 0.5288, 0.1122};
                };
        try (OnnxSentenceModel model = OnnxSentenceModel.load(bundled)) {
            float[] vector = model.embed(SENTENCE);

            assertThat(vector).hasSize(model.dimension());
            for (int i = 0; i < golden.length; i++) {
                assertThat((double) vector[i]).isCloseTo(golden[i], within(TOLERANCE));
            }
            assertThat(model.embed(SENTENCE)).as("same text, same vector").isEqualTo(vector);
        }
    }

    @Test
    void likeSentencesAreNearerThanUnlikeOnes() throws Exception {
        try (OnnxSentenceModel model = OnnxSentenceModel.load(BundledModel.MINILM)) {
            float[] profit = model.embed("Quarterly profit beats estimates");
            float[] earnings = model.embed("Earnings came in above expectations");
            float[] strike = model.embed("Port workers walk out over safety");

            assertThat(cosine(profit, earnings)).isGreaterThan(cosine(profit, strike) + 0.2);
        }
    }

    @Test
    void joinedModelPutsVectorsOneAfterTheOther() throws Exception {
        try (OnnxSentenceModel model = OnnxSentenceModel.load(BundledModel.MINILM)) {
            JoinedModel joined = new JoinedModel(List.of(model, model));

            float[] vector = joined.embed(SENTENCE);

            assertThat(vector).hasSize(2 * model.dimension()).startsWith(model.embed(SENTENCE));
            assertThat(joined.version()).isEqualTo(model.version() + "+" + model.version());
        }
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return product / Math.sqrt(first * second);
    }
}
