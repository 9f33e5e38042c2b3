package io.huihui.models.expert.flow;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        Require.that(HEADER.equals(header), "models that start with " + HEADER, "" + header);
        MirrorSoftmax informed = section(in, INFORMED);
        MirrorSoftmax book = section(in, BOOK);
        MirrorSoftmax[] theses = new MirrorSoftmax[Horizon.values().length];
        for (Horizon horizon : Horizon.values()) {
            theses[horizon.ordinal()] = section(in, horizon.name());
        }
        return new FlowModels(informed, book, theses);
    }

    private static MirrorSoftmax section(BufferedReader in, String name) throws IOException {
        String[] head = words(in);
        Require.that(head.length == 3 && head[0].equals(name), name + " WEIGHTS BIAS", line(head));
        int count = Integer.parseInt(head[1]);
        List<FlowInput> inputs = new ArrayList<>();
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            String[] pair = words(in);
            Require.that(pair.length == 2, "INPUT WEIGHT", line(pair));
            inputs.add(FlowInput.valueOf(pair[0]));
            weights[i] = Double.parseDouble(pair[1]);
        }
        return new MirrorSoftmax(
                inputs.toArray(new FlowInput[0]), weights, Double.parseDouble(head[2]));
    }

    private static String[] words(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith("#")) {
            line = in.readLine();
        }
        Require.that(line != null, "another line of the models", "the end");
        return line.trim().split(" ", -1);
    }

    private static String line(String[] words) {
        return "`" + String.join(" ", words) + "`";
    }

    /**
     * Returns the text of the models.
     *
     * @param how lines that say how they came to be
     */
    public String write(List<String> how) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        how.forEach(line -> text.append("# ").append(line).append('\n'));
        write(INFORMED, informed, text);
        write(BOOK, book, text);
        for (Horizon horizon : Horizon.values()) {
            write(horizon.name(), thesis(horizon), text);
        }
        return text.toString();
    }

    private static void write(String name, MirrorSoftmax model, StringBuilder text) {
        text.append(name).append(' ').append(model.size()).append(' ').append(model.bias());
        text.append('\n');
        for (int i = 0; i < model.size(); i++) {
            text.append(model.input(i)).append(' ').append(model.weight(i)).append('\n');
        }
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
