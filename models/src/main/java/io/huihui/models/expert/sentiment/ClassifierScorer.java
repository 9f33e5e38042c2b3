package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneLabel;

/**
 * Reads tone by a trained classifier of the quick kind, which needs no sentence model: tens of
 * microseconds a headline, so that it can stand in the stream.
 */
public final class ClassifierScorer implements HeadlineScorer {

    private static final long serialVersionUID = 1L;

    public static final String VERSION = "tone-features/1";

    private final ToneClassifier classifier;

    /**
     * @throws io.huihui.models.InvalidRecordException when the classifier needs a sentence model
     */
    public ClassifierScorer(ToneClassifier classifier) {
        Require.that(
                !classifier.needsModel(),
                "a classifier trained with --fast",
                () -> "one that needs the sentence model " + classifier.modelVersion());
        this.classifier = classifier;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Tone score(String text) {
        double[] probabilities = classifier.probabilities(text, null);
        double negative = probabilities[ToneLabel.NEGATIVE.ordinal()];
        double positive = probabilities[ToneLabel.POSITIVE.ordinal()];
        return new Tone(negative, Math.max(0, 1 - negative - positive), positive);
    }
}
