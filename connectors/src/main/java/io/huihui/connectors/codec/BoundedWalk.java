package io.huihui.connectors.codec;

import org.apache.avro.Schema;

/**
 * Walks over a body by its writer's schema without making anything, and refuses it unless every
 * length, choice and text fits and nothing is left over. After it, a reader that trusts lengths
 * cannot be made to allocate more than the body's own size.
 */
final class BoundedWalk {

    /** The longest text of any record; a message in Kafka is not longer either by default. */
    static final int LONGEST_TEXT = 4 << 20;

    private BoundedWalk() {}

    static void check(Schema writer, BinaryReader in) throws UndecodableException {
        walk(writer, in);
        in.requireEnd();
    }

    private static void walk(Schema schema, BinaryReader in) throws UndecodableException {
        switch (schema.getType()) {
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    walk(field.schema(), in);
                }
            }
            case UNION -> walk(schema.getTypes().get(in.readChoice(schema.getTypes().size())), in);
            case ARRAY -> array(schema.getElementType(), in);
            case ENUM -> in.readChoice(schema.getEnumSymbols().size());
            case STRING -> {
                int length = in.readLength(LONGEST_TEXT);
                Utf8.check(in.bytes(), in.position(), length);
                in.skip(length);
            }
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DOUBLE -> in.skip(Double.BYTES);
            case BOOLEAN -> in.readBoolean();
            case NULL -> {}
            default ->
                    throw new UndecodableException(
                            "need a type that records of ours use, was " + schema.getType());
        }
    }

    private static void array(Schema element, BinaryReader in) throws UndecodableException {
        while (true) {
            long count = in.readLong();
            if (count == 0) {
                return;
            }
            if (count < 0) {
                count = -count;
                in.readLength(Integer.MAX_VALUE);
            }
            if (count < 0 || count > in.remaining()) {
                throw new UndecodableException(
                        "need a list that fits the "
                                + in.remaining()
                                + " bytes left, was one of "
                                + count
                                + " elements");
            }
            for (long i = 0; i < count; i++) {
                walk(element, in);
            }
        }
    }
}
