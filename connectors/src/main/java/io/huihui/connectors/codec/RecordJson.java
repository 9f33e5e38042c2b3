package io.huihui.connectors.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Renders records of one type as one line of JSON: components in the order of the record, missing
 * values as null, numbers in their shortest exact form.
 */
public final class RecordJson<T> {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Shape<T> shape;

    private RecordJson(Shape<T> shape) {
        this.shape = shape;
    }

    /** Returns a renderer for {@code recordClass}. */
    public static <T> RecordJson<T> of(Class<T> recordClass) {
        return new RecordJson<>(Shapes.of(recordClass));
    }

    /** Returns the schema of what is rendered; lists, numbers and missing values as in Avro. */
    public Schema schema() {
        return shape.schema();
    }

    /** Returns {@code value} as one line without a line end. */
    public String line(T value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            shape.writeJson(value, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.toString();
    }
}
