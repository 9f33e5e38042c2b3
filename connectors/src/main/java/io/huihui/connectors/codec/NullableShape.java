package io.huihui.connectors.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;

/** A value that may be missing. Null comes first in the union, so that null can be the default. */
final class NullableShape<T> extends Shape<T> {

    private static final int NULL_BRANCH = 0;
    private static final int VALUE_BRANCH = 1;

    private final Shape<T> present;

    NullableShape(Shape<T> present) {
        super(Schema.createUnion(Schema.create(Schema.Type.NULL), present.schema()));
        this.present = present;
    }

    @Override
    void write(T value, Encoder out) throws IOException {
        if (value == null) {
            out.writeIndex(NULL_BRANCH);
            out.writeNull();
        } else {
            out.writeIndex(VALUE_BRANCH);
            present.write(value, out);
        }
    }

    @Override
    T read(ResolvingDecoder in) throws IOException {
        if (in.readIndex() == NULL_BRANCH) {
            in.readNull();
            return null;
        }
        return present.read(in);
    }

    @Override
    void writeJson(T value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNull();
        } else {
            present.writeJson(value, out);
        }
    }
}
