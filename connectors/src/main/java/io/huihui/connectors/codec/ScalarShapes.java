package io.huihui.connectors.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;

/** The shapes of numbers, truth values and text. */
final class ScalarShapes {

    private ScalarShapes() {}

    static final Shape<Double> DOUBLE =
            new Shape<>(Schema.create(Schema.Type.DOUBLE)) {
                @Override
                void write(Double value, Encoder out) throws IOException {
                    // NaN has one form, whatever computed it: equal results, equal bytes.
                    out.writeDouble(value.isNaN() ? Double.NaN : value);
                }

                @Override
                Double read(ResolvingDecoder in) throws IOException {
                    return in.readDouble();
                }

                @Override
                void writeJson(Double value, JsonGenerator out) throws IOException {
                    if (Double.isFinite(value)) {
                        out.writeNumber(value);
                    } else {
                        out.writeNull(); // JSON has no NaN; in a row of doubles it means missing
                    }
                }
            };

    static final Shape<Long> LONG =
            new Shape<>(Schema.create(Schema.Type.LONG)) {
                @Override
                void write(Long value, Encoder out) throws IOException {
                    out.writeLong(value);
                }

                @Override
                Long read(ResolvingDecoder in) throws IOException {
                    return in.readLong();
                }

                @Override
                void writeJson(Long value, JsonGenerator out) throws IOException {
                    out.writeNumber(value);
                }
            };

    static final Shape<Integer> INT =
            new Shape<>(Schema.create(Schema.Type.INT)) {
                @Override
                void write(Integer value, Encoder out) throws IOException {
                    out.writeInt(value);
                }

                @Override
                Integer read(ResolvingDecoder in) throws IOException {
                    return in.readInt();
                }

                @Override
                void writeJson(Integer value, JsonGenerator out) throws IOException {
                    out.writeNumber(value);
                }
            };

    static final Shape<Boolean> BOOLEAN =
            new Shape<>(Schema.create(Schema.Type.BOOLEAN)) {
                @Override
                void write(Boolean value, Encoder out) throws IOException {
                    out.writeBoolean(value);
                }

                @Override
                Boolean read(ResolvingDecoder in) throws IOException {
                    return in.readBoolean();
                }

                @Override
                void writeJson(Boolean value, JsonGenerator out) throws IOException {
                    out.writeBoolean(value);
                }
            };

    static final Shape<String> TEXT =
            new Shape<>(Schema.create(Schema.Type.STRING)) {
                @Override
                void write(String value, Encoder out) throws IOException {
                    out.writeString(value);
                }

                @Override
                String read(ResolvingDecoder in) throws IOException {
                    return in.readString();
                }

                @Override
                void writeJson(String value, JsonGenerator out) throws IOException {
                    out.writeString(value);
                }
            };
}
