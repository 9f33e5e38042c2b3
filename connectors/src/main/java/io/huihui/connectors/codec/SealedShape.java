package io.huihui.connectors.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;
import java.util.List;

/** One of the records a sealed interface permits, e.g. any market event: a union in Avro. */
final class SealedShape<T> extends Shape<T> {

    private final List<Branch<T, ?>> branches;

    SealedShape(List<Branch<T, ?>> branches) {
        super(Schema.createUnion(branches.stream().map(branch -> branch.shape.schema()).toList()));
        this.branches = List.copyOf(branches);
    }

    /** One permitted record. */
    static final class Branch<T, R extends T> {
        private final Class<R> type;
        private final Shape<R> shape;

        Branch(Class<R> type, Shape<R> shape) {
            this.type = type;
            this.shape = shape;
        }

        void write(T value, Encoder out) throws IOException {
            shape.write(type.cast(value), out);
        }

        void writeJson(T value, JsonGenerator out) throws IOException {
            out.writeFieldName(type.getSimpleName());
            shape.writeJson(type.cast(value), out);
        }
    }

    private int indexOf(T value) {
        for (int index = 0; index < branches.size(); index++) {
            if (branches.get(index).type.isInstance(value)) {
                return index;
            }
        }
        throw new IllegalStateException("need a permitted record, was " + value);
    }

    @Override
    void write(T value, Encoder out) throws IOException {
        int index = indexOf(value);
        out.writeIndex(index);
        branches.get(index).write(value, out);
    }

    @Override
    T read(ResolvingDecoder in) throws IOException {
        return branches.get(in.readIndex()).shape.read(in);
    }

    /** Writes {@code {"Quote": {...}}}: the name says which record it is. */
    @Override
    void writeJson(T value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        branches.get(indexOf(value)).writeJson(value, out);
        out.writeEndObject();
    }
}
