package io.huihui.connectors.tape;

import io.huihui.connectors.codec.RecordCodec;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.topic.EffectOrder;
import io.huihui.connectors.topic.Topic;
import io.huihui.models.decision.DeadLetter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Reads one file of a tape from any of its records on. */
final class TopicReader<T> implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Topic<T> topic;
    private final RecordCodec<T> codec;
    private final Path file;
    private final InputStream in;
    private long nextOffset;
    private long nextIndex;
    private EffectOrder last = new EffectOrder(Long.MIN_VALUE, "", 0);

    TopicReader(Topic<T> topic, Path folder, TapePosition from) throws IOException {
        this.topic = topic;
        this.codec = topic.newCodec();
        this.file = folder.resolve(topic.shortName() + TapeFile.SUFFIX);
        this.in =
                Files.exists(file)
                        ? new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)
                        : InputStream.nullInputStream();
        this.in.skipNBytes(from.offset());
        this.nextOffset = from.offset();
        this.nextIndex = from.index();
    }

    /** Where the next record begins. */
    TapePosition position() {
        return new TapePosition(topic.shortName(), nextOffset, nextIndex);
    }

    /** Returns what stands next, or null at the end. */
    TapeRecord<T> next() throws IOException {
        byte[] bytes = FrameIo.readRecord(in, file.toString());
        if (bytes == null) {
            return null;
        }
        long index = nextIndex++;
        nextOffset += FrameIo.framedLength(bytes.length);
        try {
            T value = codec.decode(bytes);
            last = topic.orderOf(value);
            return new TapeRecord<>(topic, last, value, null);
        } catch (UndecodableException bad) {
            String payload = Base64.getEncoder().encodeToString(bytes);
            return new TapeRecord<>(
                    topic,
                    last,
                    null,
                    new DeadLetter(topic.name(), 0, index, bad.getMessage(), payload));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
