package io.huihui.console.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.avro.Schema;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The server's own records as JSON schemas, each under its name. */
final class JsonSchemas {

    private final Map<String, Schema> named = new LinkedHashMap<>();

    /** Adds a record and all it is made of. */
    void add(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (named.putIfAbsent(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> add(field.schema()));
                }
            }
            case ENUM -> named.putIfAbsent(schema.getName(), schema);
            case ARRAY -> add(schema.getElementType());
            case UNION -> schema.getTypes().forEach(this::add);
            default -> {
                // Numbers, text and truth values need no name.
            }
        }
    }

    /** Writes a field per record into the object that is open. */
    void write(JsonGenerator out) throws IOException {
        for (Schema schema : named.values()) {
            out.writeObjectFieldStart(schema.getName());
            if (schema.getType() == Schema.Type.ENUM) {
                symbols(schema, out);
            } else {
                fields(schema, out);
            }
            out.writeEndObject();
        }
    }

    private static void fields(Schema schema, JsonGenerator out) throws IOException {
        out.writeStringField("type", "object");
        out.writeArrayFieldStart("required");
        for (Schema.Field field : schema.getFields()) {
            out.writeString(field.name());
        }
        out.writeEndArray();
        out.writeObjectFieldStart("properties");
        for (Schema.Field field : schema.getFields()) {
            out.writeObjectFieldStart(field.name());
            type(field.schema(), false, out);
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void symbols(Schema schema, JsonGenerator out) throws IOException {
        out.writeStringField("type", "string");
        out.writeArrayFieldStart("enum");
        for (String symbol : schema.getEnumSymbols()) {
            out.writeString(symbol);
        }
        out.writeEndArray();
    }

    /** Writes the inside of the schema of a value; in lists NaN, which is missing, is null. */
    private static void type(Schema schema, boolean inList, JsonGenerator out) throws IOException {
        switch (schema.getType()) {
            case DOUBLE -> scalar("number", inList, out);
            case LONG, INT -> scalar("integer", false, out);
            case BOOLEAN -> scalar("boolean", false, out);
            case STRING -> scalar("string", false, out);
            case RECORD, ENUM ->
                    out.writeStringField("$ref", "#/components/schemas/" + schema.getName());
            case ARRAY -> {
                out.writeStringField("type", "array");
                out.writeObjectFieldStart("items");
                type(schema.getElementType(), true, out);
                out.writeEndObject();
            }
            case UNION -> nullable(schema.getTypes().get(1), out);
            default -> throw new IllegalStateException("need a type of a view, was " + schema);
        }
    }

    private static void scalar(String name, boolean orNull, JsonGenerator out) throws IOException {
        if (orNull) {
            out.writeArrayFieldStart("type");
            out.writeString(name);
            out.writeString("null");
            out.writeEndArray();
        } else {
            out.writeStringField("type", name);
        }
    }

    private static void nullable(Schema present, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("anyOf");
        out.writeStartObject();
        type(present, false, out);
        out.writeEndObject();
        out.writeStartObject();
        out.writeStringField("type", "null");
        out.writeEndObject();
        out.writeEndArray();
    }
}
