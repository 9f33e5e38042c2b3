package io.huihui.simulator.truth;

import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The line form of a truth record: kind and fields with a bar between them. Numbers are written so
 * that they read back to the same bits; a bar, a backslash or a line break in a text is escaped.
 */
public final class TruthLine {

    private TruthLine() {}

    /** Returns the line of a record, without line break. */
    public static String encode(TruthRecord record) {
        Writer writer = new Writer();
        writer.text.append(record.kind().name());
        record.write(writer);
        return writer.text.toString();
    }

    /**
     * Returns the record of a line.
     *
     * @throws io.huihui.models.InvalidRecordException when kind, number of fields or a field is
     *     wrong
     */
    public static TruthRecord decode(String line) {
        Reader reader = new Reader(split(line), line);
        TruthRecord record = reader.choice("kind", TruthKind.class).read(reader);
        Require.that(
                reader.position == reader.fields.size(),
                reader.position + " fields in a " + record.kind() + " line",
                reader.fields.size() + " in '" + line + "'");
        return record;
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char escaped = line.charAt(++i);
                field.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else if (c == '|') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** Appends fields. */
    public static final class Writer {

        private final StringBuilder text = new StringBuilder();

        private Writer() {}

        void add(String value) {
            text.append('|');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    case '|', '\\' -> text.append('\\').append(c);
                    default -> text.append(c);
                }
            }
        }

        void add(long value) {
            text.append('|').append(value);
        }

        void add(double value) {
            text.append('|').append(value);
        }

        void add(boolean value) {
            text.append('|').append(value);
        }
    }

    /** Takes fields in their order and refuses what does not parse. */
    public static final class Reader {

        private final List<String> fields;
        private final String line;
        private int position;

        private Reader(List<String> fields, String line) {
            this.fields = fields;
            this.line = line;
        }

        String text(String name) {
            Require.that(position < fields.size(), "field " + name, "the end of '" + line + "'");
            return fields.get(position++);
        }

        long whole(String name) {
            String value = text(name);
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw Require.violated("a whole number for " + name, value + " in '" + line + "'");
            }
        }

        int small(String name) {
            long value = whole(name);
            Require.that(value == (int) value, name + " of 32 bits", value + " in '" + line + "'");
            return (int) value;
        }

        double real(String name) {
            String value = text(name);
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw Require.violated("a number for " + name, value + " in '" + line + "'");
            }
        }

        boolean flag(String name) {
            String value = text(name);
            boolean yes = value.equals("true");
            Require.that(
                    yes || value.equals("false"),
                    "true or false for " + name,
                    value + " in '" + line + "'");
            return yes;
        }

        <E extends Enum<E>> E choice(String name, Class<E> kind) {
            String value = text(name);
            for (E constant : kind.getEnumConstants()) {
                if (constant.name().equals(value)) {
                    return constant;
                }
            }
            throw Require.violated(
                    name + " one of " + Arrays.toString(kind.getEnumConstants()),
                    value + " in '" + line + "'");
        }
    }
}
