package io.huihui.connectors.codec;

import io.huihui.models.InvalidRecordException;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.ResolvingDecoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A codec for any record, through the shape built from its components. Bodies written with another
 * version of the schema are resolved by Avro's rules.
 */
public final class MappedCodec<T> implements RecordCodec<T> {

    private final Shape<T> shape;
    private final SchemaHistory history;
    private final byte[] header;
    private final Map<Long, ResolvingDecoder> decoders = new LinkedHashMap<>();
    private final BinaryReader walker = new BinaryReader();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private BinaryDecoder binary;
    private BinaryEncoder encoder;

    private MappedCodec(Shape<T> shape, SchemaHistory history) {
        this.shape = shape;
        this.history = history;
        this.header = SingleObject.header(SingleObject.fingerprint(shape.schema()));
    }

    /**
     * Returns a codec for {@code recordClass}.
     *
     * @throws IllegalStateException when no version in the history has the record's components
     */
    public static <T> MappedCodec<T> of(Class<T> recordClass, SchemaHistory history) {
        Shape<T> shape = Shapes.of(recordClass);
        if (history.byFingerprint(SingleObject.fingerprint(shape.schema())) == null) {
            throw new IllegalStateException(
                    "need a schema of topic "
                            + history.topic()
                            + " with the components of "
                            + recordClass.getSimpleName()
                            + ", was only other versions; generate it as docs/topics.md says");
        }
        return new MappedCodec<>(shape, history);
    }

    @Override
    public Schema schema() {
        return shape.schema();
    }

    Shape<T> shape() {
        return shape;
    }

    @Override
    public byte[] encode(T value) {
        buffer.reset();
        buffer.writeBytes(header);
        encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
        try {
            shape.write(value, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return buffer.toByteArray();
    }

    @Override
    public T decode(byte[] bytes, int offset, int length) throws UndecodableException {
        long fingerprint = SingleObject.fingerprint(bytes, offset, length);
        Schema writer = history.byFingerprint(fingerprint);
        if (writer == null) {
            throw new UndecodableException(
                    String.format(
                            Locale.ROOT,
                            "need a schema of topic %s that is known here, was fingerprint %016x;"
                                    + " add the writer's schema to the schemas and start again",
                            history.topic(),
                            fingerprint));
        }
        int body = offset + SingleObject.HEADER_BYTES;
        walker.reset(bytes, offset, body, offset + length);
        BoundedWalk.check(writer, walker);
        binary =
                DecoderFactory.get()
                        .binaryDecoder(bytes, body, length - SingleObject.HEADER_BYTES, binary);
        return read(decoder(fingerprint, writer));
    }

    private T read(ResolvingDecoder resolving) throws UndecodableException {
        try {
            resolving.configure(binary);
            return shape.read(resolving);
        } catch (InvalidRecordException refused) {
            throw new UndecodableException(refused.getMessage());
        } catch (AvroRuntimeException | IOException | NullPointerException unresolved) {
            throw new UndecodableException(
                    "need a "
                            + shape.schema().getName()
                            + " that resolves to the schema known here, was one that does not: "
                            + unresolved.getMessage());
        }
    }

    private ResolvingDecoder decoder(long fingerprint, Schema writer) throws UndecodableException {
        ResolvingDecoder known = decoders.get(fingerprint);
        if (known == null) {
            try {
                known = DecoderFactory.get().resolvingDecoder(writer, shape.schema(), null);
            } catch (AvroRuntimeException | IOException incompatible) {
                throw new UndecodableException(
                        "need a version of topic "
                                + history.topic()
                                + " that can be read as the one known here, was another: "
                                + incompatible.getMessage());
            }
            decoders.put(fingerprint, known);
        }
        return known;
    }
}
