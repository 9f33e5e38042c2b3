package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.models.learner.DenseLayer;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.PieceStates;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneEncoder;
import io.huihui.models.text.ToneLabel;
import io.huihui.models.text.ToneTrainer;
import io.huihui.network.ComputeDevice;
import io.huihui.network.ToneTuner;
import io.huihui.network.ToneTuning;
import io.huihui.network.TunedTone;
import io.huihui.text.language.BundledModel;
import io.huihui.text.language.LowerLayers;
import io.huihui.text.language.OnnxSentenceModel;
import io.huihui.text.language.ToneModels;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TunedToneTest {

    private static final List<String> TEXTS =
            List.of(
                    "Operating profit rose to EUR 13.1 mn from EUR 8.7 mn.",
                    "The company will cut 300 jobs after a loss in the quarter.",
                    "The annual meeting is held in Helsinki.");

    /** 8-bit kernels round, and differently from machine to machine. */
    private static final double TOLERANCE = 0.02;

    @Test
    void layersAboveTheCutSayWhatTheWholeGraphSays() throws Exception {
        try (LowerLayers lower = ToneModels.lowerLayers();
                OnnxSentenceModel whole = OnnxSentenceModel.load(BundledModel.E5_SMALL)) {
            DenseLayer head = head(whole.dimension());
            ToneEncoder encoder = new ToneEncoder(lower.version(), lower.above(), head);
            ToneClassifier words = words();
            try (TunedTone tuned = new TunedTone(words, encoder, ComputeDevice.CPU)) {
                for (String text : TEXTS) {
                    double[] expected = softmax(head, whole.embed(text));
                    double[] byWords = words.probabilitiesOf(text, null);

                    double[] both = tuned.probabilities(text, null, lower.states(text));

                    for (int k = 0; k < expected.length; k++) {
                        assertThat(2 * both[k] - byWords[k])
                                .isCloseTo(expected[k], within(TOLERANCE));
                    }
                }
            }
        }
    }

    @Test
    void trainedLayersReadWhatTheyWereShownAndAreTheSameTwice() throws Exception {
        try (LowerLayers lower = ToneModels.lowerLayers()) {
            List<PieceStates> states = new ArrayList<>();
            List<ToneLabel> labels =
                    List.of(ToneLabel.POSITIVE, ToneLabel.NEGATIVE, ToneLabel.NEUTRAL);
            TEXTS.forEach(text -> states.add(lower.states(text)));
            ToneTuner tuner =
                    new ToneTuner(new ToneTuning(2e-4f, 1e-2f, 0, 0, 3, 12, 7L, ComputeDevice.CPU));

            ToneEncoder encoder =
                    tuner.tune(lower.version(), lower.above(), states, labels, line -> {});
            ToneEncoder again =
                    tuner.tune(lower.version(), lower.above(), states, labels, line -> {});

            assertThat(bytes(again)).isEqualTo(bytes(encoder));
            ToneEncoder read =
                    ToneEncoder.readFrom(
                            new DataInputStream(new ByteArrayInputStream(bytes(encoder))));
            ToneClassifier words = words();
            try (TunedTone tuned = new TunedTone(words, read, ComputeDevice.CPU)) {
                for (int i = 0; i < TEXTS.size(); i++) {
                    String text = TEXTS.get(i);
                    int right = labels.get(i).ordinal();
                    double[] byWords = words.probabilitiesOf(text, null);

                    double[] both = tuned.probabilities(text, null, states.get(i));

                    assertThat(2 * both[right] - byWords[right]).isGreaterThan(0.8);
                }
            }
        }
    }

    @Test
    void textsWithoutALabelAreRefused() throws Exception {
        try (LowerLayers lower = ToneModels.lowerLayers()) {
            List<PieceStates> states = List.of(lower.states(TEXTS.get(0)));
            ToneTuner tuner = new ToneTuner(ToneTuning.defaults(ComputeDevice.CPU));

            assertThatThrownBy(
                            () ->
                                    tuner.tune(
                                            lower.version(),
                                            lower.above(),
                                            states,
                                            List.of(),
                                            line -> {}))
                    .hasMessageContaining("a label for each text")
                    .hasMessageContaining("1 texts, 0 labels");
        }
    }

    private static ToneClassifier words() {
        List<LabelledSentence> sentences = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sentences.add(new LabelledSentence("profit rose " + i, ToneLabel.POSITIVE));
            sentences.add(new LabelledSentence("loss widened " + i, ToneLabel.NEGATIVE));
            sentences.add(new LabelledSentence("meeting is held " + i, ToneLabel.NEUTRAL));
        }
        return new ToneTrainer(null).train(sentences);
    }

    private static DenseLayer head(int width) {
        SplittableRandom random = new SplittableRandom(5);
        float[] weights = new float[width * ToneLabel.values().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.2 * random.nextGaussian());
        }
        return new DenseLayer(width, weights, new float[ToneLabel.values().length]);
    }

    private static double[] softmax(DenseLayer head, float[] vector) {
        float[] weights = head.weights();
        double[] scores = new double[head.outputs()];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            for (int i = 0; i < vector.length; i++) {
                scores[k] += weights[k * vector.length + i] * vector[i];
            }
            scores[k] = Math.exp(scores[k]);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    private static byte[] bytes(ToneEncoder encoder) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        encoder.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
