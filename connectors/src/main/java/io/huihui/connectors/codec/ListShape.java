package io.huihui.connectors.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists of one shape. */
final class ListShape<T> extends Shape<List<T>> {

    private final Shape<T> element;

    ListShape(Shape<T> element) {
        super(Schema.createArray(element.schema()));
        this.element = element;
    }

    @Override
    void write(List<T> values, Encoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(values.size());
        for (T value : values) {
            out.startItem();
            element.write(value, out);
        }
        out.writeArrayEnd();
    }

    @Override
    List<T> read(ResolvingDecoder in) throws IOException {
        List<T> values = new ArrayList<>();
        for (long block = in.readArrayStart(); block != 0; block = in.arrayNext()) {
            for (long i = 0; i < block; i++) {
                values.add(element.read(in));
            }
        }
        return values;
    }

    @Override
    void writeJson(List<T> values, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (T value : values) {
            element.writeJson(value, out);
        }
        out.writeEndArray();
    }
}
