package io.huihui.connectors.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;

/**
 * How values of one Java type stand in Avro and in JSON. Shapes are built once, from a record's
 * components, by {@link Shapes}.
 */
abstract class Shape<T> {

    private final Schema schema;

    Shape(Schema schema) {
        this.schema = schema;
    }

    final Schema schema() {
        return schema;
    }

    abstract void write(T value, Encoder out) throws IOException;

    /**
     * Reads the next value; the decoder resolves whatever version was written to {@link #schema}.
     */
    abstract T read(ResolvingDecoder in) throws IOException;

    abstract void writeJson(T value, JsonGenerator out) throws IOException;
}
