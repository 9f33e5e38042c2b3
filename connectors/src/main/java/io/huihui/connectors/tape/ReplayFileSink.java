package io.huihui.connectors.tape;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.topic.EffectOrder;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Writes the records of one output topic of a bounded run to one file, sorted by their place in the
 * topic's order, then key, then bytes: two runs over the same input give equal bytes at any
 * parallelism. Records are sorted in bounded memory and the file appears when the input has ended.
 *
 * <p>One task writes the file. It keeps nothing in checkpoints: a run that fails is begun again,
 * which is what a bounded run over a tape does anyway.
 */
public final class ReplayFileSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    /** Before the short name of the topic. */
    public static final String UID_PREFIX = "replay-file-";

    /** Per output topic; what is beyond goes to runs on disk. */
    private static final long MEMORY_BYTES = 32L << 20;

    private final String topicName;
    private final String folder;

    private ReplayFileSink(String topicName, String folder) {
        this.topicName = topicName;
        this.folder = folder;
    }

    /** Attaches a sink that writes {@code TOPIC.avro} into {@code folder}. */
    public static <T> void attach(DataStream<T> stream, Topic<T> topic, Path folder) {
        String uid = UID_PREFIX + topic.shortName();
        stream.sinkTo(new ReplayFileSink<>(topic.name(), folder.toString()))
                .uid(uid)
                .name(uid)
                .setParallelism(1);
    }

    @Override
    @SuppressWarnings("unchecked") // The name was taken from a topic of T.
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new Writer<>((Topic<T>) Topics.named(topicName), Path.of(folder));
    }

    private static final class Writer<T> implements SinkWriter<T> {

        private final Topic<T> topic;
        private final RecordCodec<T> codec;
        private final Path folder;
        private final RunSorter sorter;

        Writer(Topic<T> topic, Path folder) throws IOException {
            this.topic = topic;
            this.codec = topic.newCodec();
            this.folder = folder;
            Files.createDirectories(folder);
            this.sorter = new RunSorter(folder, topic.shortName());
        }

        @Override
        public void write(T value, Context context) throws IOException {
            EffectOrder order = topic.orderOf(value);
            sorter.add(new Frame(order, topic.keyOf(value), codec.encode(value)));
            if (sorter.heldBytes() > MEMORY_BYTES) {
                sorter.spill();
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (endOfInput) {
                writeFile();
            }
        }

        private void writeFile() throws IOException {
            Path file = folder.resolve(topic.shortName() + TapeFile.SUFFIX);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (Iterator<Frame> frames = sorter.sorted(); frames.hasNext(); ) {
                    FrameIo.writeRecord(frames.next().bytes, out);
                }
            }
        }

        @Override
        public void close() throws IOException {
            sorter.close();
        }
    }
}
