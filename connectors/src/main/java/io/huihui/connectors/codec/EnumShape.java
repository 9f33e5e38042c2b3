package io.huihui.connectors.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Names of an enum. A reader that meets a name it does not know takes the constant {@code UNKNOWN}
 * or {@code ABSENT} where the enum has one, and refuses the record where it has not.
 */
final class EnumShape<E extends Enum<E>> extends Shape<E> {

    private static final List<String> NAMES_OF_NOT_KNOWN = List.of("UNKNOWN", "ABSENT");

    private final List<E> constants;

    EnumShape(Class<E> type) {
        super(schemaOf(type));
        this.constants = List.of(type.getEnumConstants());
    }

    private static <E extends Enum<E>> Schema schemaOf(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String notKnown =
                NAMES_OF_NOT_KNOWN.stream().filter(names::contains).findFirst().orElse(null);
        return Schema.createEnum(type.getSimpleName(), null, Shapes.NAMESPACE, names, notKnown);
    }

    @Override
    void write(E value, Encoder out) throws IOException {
        out.writeEnum(value.ordinal());
    }

    @Override
    E read(ResolvingDecoder in) throws IOException {
        return constants.get(in.readEnum());
    }

    @Override
    void writeJson(E value, JsonGenerator out) throws IOException {
        out.writeString(value.name());
    }
}
