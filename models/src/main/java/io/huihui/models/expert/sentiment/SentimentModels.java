package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;
import io.huihui.models.learner.MirrorSoftmax;
import io.huihui.models.learner.MirrorSoftmaxText;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The fitted weights of the sentiment expert, one model per horizon. A file of text, written by
 * {@code ./huihui train sentiment-theses}; lines that begin with # say how it came to be.
 */
public final class SentimentModels {

    /** First line of a model file. */
    public static final String HEADER = "huihui-sentiment|1";

    private static final String RESOURCE = "sentiment.txt";

    private final MirrorSoftmax[] theses;

    /**
     * @param theses one per horizon, in the order of {@link Horizon}
     */
    public SentimentModels(MirrorSoftmax... theses) {
        this.theses = theses.clone();
    }

    /** Returns the models that are shipped. */
    public static SentimentModels shipped() {
        try (InputStream in = SentimentModels.class.getResourceAsStream(RESOURCE)) {
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads models.
     *
     * @throws io.huihui.models.InvalidRecordException when the text is not what {@link #write}
     *     wrote
     */
    public static SentimentModels read(BufferedReader in) throws IOException {
        String header = in.readLine();
        Require.that(HEADER.equals(header), "models that start with " + HEADER, () -> "" + header);
        MirrorSoftmax[] theses = new MirrorSoftmax[Horizon.values().length];
        for (Horizon horizon : Horizon.values()) {
            theses[horizon.ordinal()] =
                    MirrorSoftmaxText.read(in, SentimentInput::valueOf, horizon.name());
        }
        return new SentimentModels(theses);
    }

    /**
     * Returns the text of the models.
     *
     * @param how lines that say how they came to be
     */
    public String write(List<String> how) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        how.forEach(line -> text.append("# ").append(line).append('\n'));
        for (Horizon horizon : Horizon.values()) {
            MirrorSoftmaxText.write(horizon.name(), thesis(horizon), text);
        }
        return text.toString();
    }

    public MirrorSoftmax thesis(Horizon horizon) {
        return theses[horizon.ordinal()];
    }
}
