package io.huihui.connectors.tape;

import io.huihui.connectors.topic.Topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads topics of a tape merged into one total order: (event time, source, sequence), then the
 * order in which the topics were given. Reading can start again from a position.
 */
public final class TapeReader<T> implements AutoCloseable {

    private final List<Lane<? extends T>> lanes = new ArrayList<>();

    private TapeReader() {}

    /** Returns what {@code tape.yaml} says of the tape in {@code folder}. */
    public static TapeDescription describe(Path folder) throws IOException {
        return TapeYaml.read(folder);
    }

    /** Returns a reader of these topics from their beginning; an absent file is an empty topic. */
    public static <T> TapeReader<T> open(Path folder, List<Topic<? extends T>> topics)
            throws IOException {
        List<TapePosition> starts =
                topics.stream().map(topic -> TapePosition.start(topic.shortName())).toList();
        return open(folder, topics, starts);
    }

    /** Returns a reader of one topic. */
    public static <T> TapeReader<T> open(Path folder, Topic<T> topic) throws IOException {
        return open(folder, List.of(topic));
    }

    /** Returns a reader of one topic's file in a folder that need not be a tape: a run's output. */
    public static <T> TapeReader<T> openOutput(Path folder, Topic<T> topic) throws IOException {
        TapeReader<T> reader = new TapeReader<>();
        reader.lanes.add(new Lane<>(topic, folder, TapePosition.start(topic.shortName())));
        return reader;
    }

    /**
     * Returns a reader that goes on where {@link #positions} was taken.
     *
     * @throws TapeFormatException when the folder holds no tape
     */
    static <T> TapeReader<T> open(
            Path folder, List<Topic<? extends T>> topics, List<TapePosition> from)
            throws IOException {
        TapeYaml.read(folder);
        TapeReader<T> reader = new TapeReader<>();
        try {
            for (int i = 0; i < topics.size(); i++) {
                reader.lanes.add(new Lane<>(topics.get(i), folder, from.get(i)));
            }
        } catch (IOException | RuntimeException failed) {
            reader.close();
            throw failed;
        }
        return reader;
    }

    /** Returns the next record of the total order, or null at the end. */
    public TapeRecord<T> next() throws IOException {
        Lane<? extends T> first = null;
        for (Lane<? extends T> lane : lanes) {
            if (lane.head != null
                    && (first == null || lane.head.order().compareTo(first.head.order()) < 0)) {
                first = lane;
            }
        }
        return first == null ? null : widened(first.take());
    }

    private static <T> TapeRecord<T> widened(TapeRecord<? extends T> taken) {
        return new TapeRecord<>(taken.topic(), taken.order(), taken.value(), taken.deadLetter());
    }

    /** Where each topic stands, in the order in which the topics were given. */
    List<TapePosition> positions() {
        return lanes.stream().map(lane -> lane.headPosition).toList();
    }

    @Override
    public void close() throws IOException {
        for (Lane<? extends T> lane : lanes) {
            lane.reader.close();
        }
    }

    private static final class Lane<R> {
        private final TopicReader<R> reader;
        private TapePosition headPosition;
        private TapeRecord<R> head;

        Lane(Topic<R> topic, Path folder, TapePosition from) throws IOException {
            this.reader = new TopicReader<>(topic, folder, from);
            advance();
        }

        private void advance() throws IOException {
            headPosition = reader.position();
            head = reader.next();
        }

        TapeRecord<R> take() throws IOException {
            TapeRecord<R> taken = head;
            advance();
            return taken;
        }
    }
}
