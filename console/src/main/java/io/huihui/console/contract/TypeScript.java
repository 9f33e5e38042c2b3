package io.huihui.console.contract;

import org.apache.avro.Schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes records as TypeScript types: what {@code RecordJson} renders. A number in a list may be
 * null, since JSON has no NaN and NaN in a list means missing.
 */
final class TypeScript {

    /** Rendered with its flags by the names of features, not as a list of pairs. */
    private static final String FEATURE_VECTOR = "FeatureVector";

    private static final String FLAGS = "flags";

    private final Map<String, Schema> named = new LinkedHashMap<>();

    /** Adds a record and all it is made of, and returns its TypeScript type. */
    String add(Schema schema) {
        return type(schema, false);
    }

    /** Returns the declarations of all that was added. */
    String declarations() {
        return named.values().stream()
                .map(TypeScript.this::declaration)
                .collect(Collectors.joining("\n"));
    }

    private String type(Schema schema, boolean inList) {
        return switch (schema.getType()) {
            case DOUBLE, FLOAT -> inList ? "(number | null)" : "number";
            case LONG, INT -> "number";
            case BOOLEAN -> "boolean";
            case STRING -> "string";
            case NULL -> "null";
            case ARRAY -> array(type(schema.getElementType(), true));
            case UNION -> union(schema.getTypes(), inList);
            case RECORD, ENUM -> name(schema);
            case MAP, FIXED, BYTES ->
                    throw new IllegalStateException(
                            "need a type that a record can have, was " + schema);
        };
    }

    private String name(Schema schema) {
        Schema known = named.putIfAbsent(schema.getName(), schema);
        if (known == null) {
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().forEach(field -> type(field.schema(), false));
            }
        } else if (!known.equals(schema)) {
            throw new IllegalStateException(
                    "need one record by the name of " + schema.getName() + ", were two");
        }
        return schema.getName();
    }

    private String union(List<Schema> branches, boolean inList) {
        boolean optional = branches.get(0).getType() == Schema.Type.NULL;
        String text =
                optional
                        ? type(branches.get(1), false) + " | null"
                        : branches.stream()
                                .map(one -> "{ readonly " + one.getName() + ": " + name(one) + " }")
                                .collect(Collectors.joining(" | "));
        return inList ? "(" + text + ")" : text;
    }

    private String declaration(Schema schema) {
        return schema.getType() == Schema.Type.ENUM
                ? "export type "
                        + schema.getName()
                        + " =\n  | "
                        + schema.getEnumSymbols().stream()
                                .map(symbol -> '"' + symbol + '"')
                                .collect(Collectors.joining("\n  | "))
                        + ";\n"
                : record(schema);
    }

    private String record(Schema schema) {
        StringBuilder text = new StringBuilder();
        comment(text, "", schema.getDoc());
        text.append("export interface ").append(schema.getName()).append(" {\n");
        for (Schema.Field field : schema.getFields()) {
            comment(text, "  ", field.doc());
            text.append("  readonly ")
                    .append(field.name())
                    .append(": ")
                    .append(fieldType(schema, field))
                    .append(";\n");
        }
        return text.append("}\n").toString();
    }

    private String fieldType(Schema owner, Schema.Field field) {
        boolean flags = owner.getName().equals(FEATURE_VECTOR) && field.name().equals(FLAGS);
        return flags
                ? "Partial<Record<Exclude<keyof FeatureVector, \"flags\">, Quality>>"
                : type(field.schema(), false);
    }

    private static void comment(StringBuilder text, String indent, String words) {
        if (words != null) {
            text.append(indent).append("/** ").append(words.replace("*/", "* /")).append(" */\n");
        }
    }

    /** A list of lists needs parentheses: {@code readonly} binds more loosely than {@code []}. */
    private static String array(String element) {
        return element.startsWith("readonly ")
                ? "readonly (" + element + ")[]"
                : "readonly " + element + "[]";
    }
}
