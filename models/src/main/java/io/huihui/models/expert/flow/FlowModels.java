package io.huihui.models.expert.flow;

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
 * The fitted weights of the flow expert: who knows something, and what the price does over each
 * horizon. A file of text, written by {@code ./huihui train flow}; lines that begin with # say how
 * it came to be.
 */
public final class FlowModels {

    /** First line of a model file. */
    public static final String HEADER = "huihui-flow|1";

    /** Section of the probability that some option customers know the coming drift. */
    public static final String INFORMED = "informed";

    /** Section of the same from book and prints alone, which takes the noise out of DWFD. */
    public static final String BOOK = "book";

    private static final String RESOURCE = "flow.txt";

    private final MirrorSoftmax informed;
    private final MirrorSoftmax book;
    private final MirrorSoftmax[] theses;

    /**
     * @param theses one per horizon, in the order of {@link Horizon}
     */
    public FlowModels(MirrorSoftmax informed, MirrorSoftmax book, MirrorSoftmax... theses) {
        this.informed = informed;
        this.book = book;
        this.theses = theses.clone();
    }

    /** Returns the models that are shipped. */
    public static FlowModels shipped() {
        try (InputStream in = FlowModels.class.getResourceAsStream(RESOURCE)) {
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
    public static FlowModels read(BufferedReader in) throws IOException {
        String header = in.readLine();
        Require.that(HEADER.equals(header), "models that start with " + HEADER, () -> "" + header);
        MirrorSoftmax informed = MirrorSoftmaxText.read(in, FlowInput::valueOf, INFORMED);
        MirrorSoftmax book = MirrorSoftmaxText.read(in, FlowInput::valueOf, BOOK);
        MirrorSoftmax[] theses = new MirrorSoftmax[Horizon.values().length];
        for (Horizon horizon : Horizon.values()) {
            theses[horizon.ordinal()] =
                    MirrorSoftmaxText.read(in, FlowInput::valueOf, horizon.name());
        }
        return new FlowModels(informed, book, theses);
    }

    /**
     * Returns the text of the models.
     *
     * @param how lines that say how they came to be
     */
    public String write(List<String> how) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        how.forEach(line -> text.append("# ").append(line).append('\n'));
        MirrorSoftmaxText.write(INFORMED, informed, text);
        MirrorSoftmaxText.write(BOOK, book, text);
        for (Horizon horizon : Horizon.values()) {
            MirrorSoftmaxText.write(horizon.name(), thesis(horizon), text);
        }
        return text.toString();
    }

    /** Returns the model of who knows something; UP and DOWN are what they know. */
    public MirrorSoftmax informed() {
        return informed;
    }

    /** Returns the same from book and prints alone. */
    public MirrorSoftmax book() {
        return book;
    }

    public MirrorSoftmax thesis(Horizon horizon) {
        return theses[horizon.ordinal()];
    }
}
