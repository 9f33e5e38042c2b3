package io.huihui.connectors.tape;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a tape. Records come in any order; each topic's file holds them by (event time, source,
 * sequence). The same records give the same bytes in whatever order they came. {@code tape.yaml} is
 * written last, so a folder without it is a tape that was not finished.
 */
public final class TapeWriter implements AutoCloseable {

    /** Records held in memory before the topic with most of them is spilled to disk. */
    private static final long DEFAULT_MEMORY_BYTES = 128L << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private TapeDescription description;
    private final long memoryBytes;
    private final Map<String, Lane<?>> lanes = new LinkedHashMap<>();
    private long heldBytes;
    private boolean finished;

    private TapeWriter(Path folder, TapeDescription description, long memoryBytes) {
        this.folder = folder;
        this.description = description;
        this.memoryBytes = memoryBytes;
    }

    /**
     * Returns a writer of a new tape.
     *
     * @throws TapeFormatException when the folder already holds something
     */
    public static TapeWriter create(Path folder, TapeDescription description) throws IOException {
        return create(folder, description, DEFAULT_MEMORY_BYTES);
    }

    static TapeWriter create(Path folder, TapeDescription description, long memoryBytes)
            throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(TapeYaml.FILE))) {
            throw new TapeFormatException(
                    "need a folder without a tape, was "
                            + folder
                            + "; choose another or remove it");
        }
        return new TapeWriter(folder, description, memoryBytes);
    }

    /** Adds one record to the file of its topic. */
    public <T> void write(Topic<T> topic, T value) throws IOException {
        Lane<T> lane = lane(topic);
        heldBytes += lane.add(value);
        if (heldBytes > memoryBytes) {
            Lane<?> largest =
                    lanes.values().stream()
                            .max(
                                    Comparator.comparingLong(
                                            candidate -> candidate.sorter.heldBytes()))
                            .orElseThrow();
            heldBytes -= largest.sorter.heldBytes();
            largest.sorter.spill();
        }
    }

    /** Adds one market event to the file of its topic. */
    public void write(MarketEvent event) throws IOException {
        write(event, Topics.of(event));
    }

    private <T extends MarketEvent> void write(MarketEvent event, Topic<T> topic)
            throws IOException {
        write(topic, topic.recordClass().cast(event));
    }

    @SuppressWarnings("unchecked") // A lane is only ever put under its own topic's name.
    private <T> Lane<T> lane(Topic<T> topic) {
        return (Lane<T>)
                lanes.computeIfAbsent(topic.shortName(), name -> new Lane<>(topic, folder));
    }

    /** As {@link #finish()}, with what has become known of the tape while it was written. */
    public TapeDescription finish(TapeDescription known) throws IOException {
        description = known;
        return finish();
    }

    /** Sorts and writes every file, then {@code tape.yaml}; returns what that says. */
    public TapeDescription finish() throws IOException {
        List<TapeFile> files = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            Lane<?> lane = lanes.get(topic.shortName());
            if (lane != null) {
                files.add(lane.writeTo(folder));
            }
        }
        TapeDescription written = description.withFiles(files);
        TapeYaml.write(written, folder);
        finished = true;
        return written;
    }

    /** Finishes the tape unless that has been done; use {@link #abandon} after a failure. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            finish();
        }
    }

    /** Removes the runs on disk and leaves the tape unfinished. */
    public void abandon() throws IOException {
        finished = true;
        for (Lane<?> lane : lanes.values()) {
            lane.sorter.close();
        }
    }

    private static final class Lane<T> {
        private final Topic<T> topic;
        private final RecordCodec<T> codec;
        private final RunSorter sorter;

        Lane(Topic<T> topic, Path folder) {
            this.topic = topic;
            this.codec = topic.newCodec();
            this.sorter = new RunSorter(folder, topic.shortName());
        }

        long add(T value) {
            Frame frame = new Frame(topic.orderOf(value), topic.keyOf(value), codec.encode(value));
            sorter.add(frame);
            return frame.memoryBytes();
        }

        TapeFile writeTo(Path folder) throws IOException {
            Path file = folder.resolve(topic.shortName() + TapeFile.SUFFIX);
            long records = 0;
            long first = 0;
            long last = 0;
            try (sorter;
                    OutputStream out =
                            new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
                for (Iterator<Frame> frames = sorter.sorted(); frames.hasNext(); ) {
                    Frame frame = frames.next();
                    FrameIo.writeRecord(frame.bytes, out);
                    last = frame.order.eventTimeMillis();
                    first = records == 0 ? last : first;
                    records++;
                }
            }
            return new TapeFile(topic.shortName(), records, first, last);
        }
    }
}
