package io.huihui.connectors.tape;

import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.topic.Topic;

import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads a tape record by record; a local file is always at hand, so it never waits. */
final class TapeSourceReader<T> implements SourceReader<Decoded<T>, TapeSplit> {

    private final Path folder;
    private final List<Topic<? extends T>> topics;
    private CompletableFuture<Void> told = new CompletableFuture<>();
    private TapeReader<T> reader;

    /** Whether nothing follows what was assigned. Who ends before it is told so fails the job. */
    private boolean nothingFollows;

    TapeSourceReader(Path folder, List<Topic<? extends T>> topics) {
        this.folder = folder;
        this.topics = topics;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<Decoded<T>> output) throws IOException {
        if (reader == null) {
            return nothingFollows ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        TapeRecord<T> next = reader.next();
        if (next == null) {
            reader.close();
            reader = null;
            if (nothingFollows) {
                return InputStatus.END_OF_INPUT;
            }
            told = new CompletableFuture<>();
            return InputStatus.NOTHING_AVAILABLE;
        }
        long time = next.order().eventTimeMillis();
        output.collect(
                next.value() != null
                        ? Decoded.of(next.value(), time)
                        : Decoded.dead(next.deadLetter()),
                time);
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<TapeSplit> snapshotState(long checkpointId) {
        return reader == null ? List.of() : List.of(new TapeSplit(reader.positions()));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return told;
    }

    @Override
    public void addSplits(List<TapeSplit> splits) {
        try {
            for (TapeSplit split : splits) {
                reader = TapeReader.open(folder, topics, split.positions());
            }
        } catch (IOException unreadable) {
            throw new TapeFormatException(
                    "need a readable tape, was " + folder + ": " + unreadable.getMessage());
        }
        told.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        nothingFollows = true;
        told.complete(null);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
