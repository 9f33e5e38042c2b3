package io.huihui.models.expert.sentiment;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import static io.huihui.models.expert.sentiment.SentimentInput.*;
import static io.huihui.models.feature.Feature.REALIZED_VOL_30M;
import static io.huihui.models.feature.Feature.REALIZED_VOL_5M;
import static io.huihui.models.feature.Feature.REALIZED_VOL_60M;

/** What the sentiment expert remembers, and the inputs of its theses. */
public final class SentimentMemory implements BinaryState {

    /** Volatilities that differ by more than a factor of e are no better known. */
    private static final double LARGEST_LOG_RATIO = 1;

    private static final int STATE_VERSION = 1;

    private final StoryMemory stories = new StoryMemory();
    private final FearAndGreed fearAndGreed = new FearAndGreed();

    /** Takes a story; see {@link SentimentExpert#hear}. */
    public void hear(NewsMention mention) {
        stories.hear(mention);
    }

    /** Takes the next second. */
    public void take(FeatureSnapshot snapshot) {
        long end = snapshot.id().secondEndMillis();
        stories.advance(end);
        fearAndGreed.observe(end, stories.score(), snapshot.features());
    }

    StoryMemory stories() {
        return stories;
    }

    FearAndGreed fearAndGreed() {
        return fearAndGreed;
    }

    /** Returns whether a fresh story has a tone: without one there is nothing to say. */
    public boolean hasTone() {
        return stories.readCount() > 0;
    }

    /** Returns the inputs at the second last taken, in their order; what is missing is 0. */
    public double[] inputs(FeatureVector now) {
        double[] inputs = new double[SentimentInput.values().length];
        inputs[LOUD_TONE.ordinal()] = stories.loudTone();
        double usual = now.orNaN(now.has(REALIZED_VOL_60M) ? REALIZED_VOL_60M : REALIZED_VOL_30M);
        inputs[VOLATILITY_5M.ordinal()] = logRatio(now.orNaN(REALIZED_VOL_5M), usual);
        inputs[VOLATILITY_30M.ordinal()] = logRatio(now.orNaN(REALIZED_VOL_30M), usual);
        inputs[ELAPSED.ordinal()] = orZero(now.orNaN(Feature.SESSION_ELAPSED));
        return inputs;
    }

    private static double logRatio(double volatility, double usual) {
        double ratio = Math.log(volatility / usual);
        return Double.isNaN(ratio)
                ? 0
                : Math.max(-LARGEST_LOG_RATIO, Math.min(LARGEST_LOG_RATIO, ratio));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        stories.writeTo(out);
        fearAndGreed.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "sentiment memory");
        stories.readFrom(in);
        fearAndGreed.readFrom(in);
    }
}
