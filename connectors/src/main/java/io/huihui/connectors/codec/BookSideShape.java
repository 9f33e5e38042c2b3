package io.huihui.connectors.codec;

import io.huihui.models.event.BookSide;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One side of a book: two arrays of equal length, best level first. */
final class BookSideShape extends Shape<BookSide> {

    private static final ListShape<Double> DOUBLES = new ListShape<>(ScalarShapes.DOUBLE);

    BookSideShape() {
        super(
                Schema.createRecord(
                        "BookSide",
                        null,
                        Shapes.NAMESPACE,
                        false,
                        List.of(
                                new Schema.Field("prices", DOUBLES.schema()),
                                new Schema.Field("sizes", DOUBLES.schema()))));
    }

    @Override
    void write(BookSide side, Encoder out) throws IOException {
        DOUBLES.write(prices(side), out);
        DOUBLES.write(sizes(side), out);
    }

    @Override
    BookSide read(ResolvingDecoder in) throws IOException {
        double[] prices = new double[0];
        double[] sizes = new double[0];
        for (Schema.Field field : in.readFieldOrder()) {
            double[] read = DOUBLES.read(in).stream().mapToDouble(Double::doubleValue).toArray();
            if (field.name().equals("prices")) {
                prices = read;
            } else {
                sizes = read;
            }
        }
        return BookSide.owning(prices, sizes);
    }

    @Override
    void writeJson(BookSide side, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeFieldName("prices");
        DOUBLES.writeJson(prices(side), out);
        out.writeFieldName("sizes");
        DOUBLES.writeJson(sizes(side), out);
        out.writeEndObject();
    }

    private static List<Double> prices(BookSide side) {
        List<Double> prices = new ArrayList<>();
        for (int level = 0; level < side.levels(); level++) {
            prices.add(side.price(level));
        }
        return prices;
    }

    private static List<Double> sizes(BookSide side) {
        List<Double> sizes = new ArrayList<>();
        for (int level = 0; level < side.levels(); level++) {
            sizes.add(side.size(level));
        }
        return sizes;
    }
}
