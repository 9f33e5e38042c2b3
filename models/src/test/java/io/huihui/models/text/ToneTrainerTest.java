package io.huihui.models.text;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ToneTrainerTest {

    private static final String[] FIGURES = {"Profit", "Revenue", "Turnover", "Margin", "Output"};

    @Test
    void learnsWhichWayAFigureWentAlsoOfOneItHasNotSeen() {
        ToneClassifier classifier = new ToneTrainer(null).train(sentences());

        double[] up = classifier.probabilities("Backlog rose strongly this quarter", null);
        double[] down = classifier.probabilities("Backlog fell sharply this quarter", null);

        assertThat(up[ToneLabel.POSITIVE.ordinal()]).isGreaterThan(0.5);
        assertThat(down[ToneLabel.NEGATIVE.ordinal()]).isGreaterThan(0.5);
        assertThat(up[0] + up[1] + up[2]).isCloseTo(1, within(1e-9));
    }

    @Test
    void meaningIsUsedWhereAModelIsGiven() {
        ToneClassifier classifier = new ToneTrainer(new FakeModel()).train(sentences());

        // No word of it was ever seen; the fake model knows that it is about falling.
        double[] down = classifier.probabilities("Zzz nosedives qqq", new FakeModel());

        assertThat(down[ToneLabel.NEGATIVE.ordinal()]).isGreaterThan(0.5);
        assertThatThrownBy(() -> classifier.probabilities("x", null))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("need the sentence model fake/1, was none");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        ToneClassifier classifier = new ToneTrainer(new FakeModel()).train(sentences());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classifier.writeTo(new DataOutputStream(bytes));

        ToneClassifier read =
                ToneClassifier.readFrom(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        String text = "Margin rose strongly";
        assertThat(read.probabilities(text, new FakeModel()))
                .isEqualTo(classifier.probabilities(text, new FakeModel()));
    }

    @Test
    void sameSentencesGiveTheSameBytes() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();

        new ToneTrainer(null).train(sentences()).writeTo(new DataOutputStream(first));
        new ToneTrainer(null).train(sentences()).writeTo(new DataOutputStream(second));

        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    }

    @Test
    void labelledLineIsParsed() {
        assertThat(LabelledSentence.parse("Mail to x@y.com rose .@positive"))
                .isEqualTo(new LabelledSentence("Mail to x@y.com rose .", ToneLabel.POSITIVE));
        assertThatThrownBy(() -> LabelledSentence.parse("no label"))
                .hasMessageContaining("sentence@label");
        assertThatThrownBy(() -> LabelledSentence.parse("text@great"))
                .hasMessageContaining("negative, neutral or positive");
    }

    private static List<LabelledSentence> sentences() {
        List<LabelledSentence> sentences = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String figure = FIGURES[i % FIGURES.length];
            sentences.add(
                    switch (i % 3) {
                        case 0 ->
                                new LabelledSentence(
                                        figure + " rose strongly in month " + i,
                                        ToneLabel.POSITIVE);
                        case 1 ->
                                new LabelledSentence(
                                        figure + " fell sharply in month " + i, ToneLabel.NEGATIVE);
                        default ->
                                new LabelledSentence(
                                        "The company has an office in town " + i,
                                        ToneLabel.NEUTRAL);
                    });
        }
        return sentences;
    }

    /** Knows three meanings, and that nosediving is falling. */
    private static final class FakeModel implements SentenceModel {

        @Override
        public String version() {
            return "fake/1";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            if (text.contains("rose")) {
                return new float[] {1, 0};
            }
            return text.contains("fell") || text.contains("nosedives")
                    ? new float[] {0, 1}
                    : new float[] {0, 0};
        }
    }
}
