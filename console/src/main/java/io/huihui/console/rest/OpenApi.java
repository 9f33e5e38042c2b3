package io.huihui.console.rest;

import io.huihui.connectors.codec.RecordJson;
import io.huihui.console.view.Problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the table of routes as an OpenAPI 3.1 document. */
final class OpenApi {

    /** Shape of what is known of a symbol now. */
    static final String SYMBOL_STATE = "SymbolState";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private OpenApi(JsonGenerator out) {
        this.out = out;
    }

    /** Returns the document. */
    static String of(List<Route> routes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            new OpenApi(out).document(routes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.toString();
    }

    private void document(List<Route> routes) throws IOException {
        out.writeStartObject();
        out.writeStringField("openapi", "3.1.0");
        out.writeObjectFieldStart("info");
        out.writeStringField("title", "HuiHui console");
        out.writeStringField("version", "1");
        out.writeStringField("description", "History and state; what is live comes by /live.");
        out.writeEndObject();
        out.writeObjectFieldStart("paths");
        for (Route route : routes) {
            path(route);
        }
        out.writeEndObject();
        out.writeObjectFieldStart("components");
        components(routes);
        out.writeEndObject();
        out.writeEndObject();
    }

    private void path(Route route) throws IOException {
        out.writeObjectFieldStart(route.path());
        out.writeObjectFieldStart("get");
        out.writeStringField("summary", route.says());
        out.writeArrayFieldStart("parameters");
        for (Parameter parameter : route.parameters()) {
            parameter(parameter);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("responses");
        response("200", "The answer.", route.answers());
        response("default", "Why there is none.", Problem.class.getSimpleName());
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void parameter(Parameter parameter) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", parameter.name());
        out.writeStringField("in", parameter.inPath() ? "path" : "query");
        out.writeBooleanField("required", parameter.standard() == null);
        out.writeStringField("description", parameter.says());
        out.writeObjectFieldStart("schema");
        if (parameter.isNumber()) {
            out.writeStringField("type", "integer");
            out.writeNumberField("minimum", parameter.least());
            out.writeNumberField("maximum", parameter.most());
            if (parameter.standard() != null) {
                out.writeNumberField("default", Long.parseLong(parameter.standard()));
            }
        } else {
            out.writeStringField("type", "string");
            if (parameter.standard() != null) {
                out.writeStringField("default", parameter.standard());
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private void response(String status, String says, String component) throws IOException {
        out.writeObjectFieldStart(status);
        out.writeStringField("description", says);
        out.writeObjectFieldStart("content");
        out.writeObjectFieldStart("application/json");
        out.writeObjectFieldStart("schema");
        out.writeStringField("$ref", "#/components/schemas/" + component);
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void components(List<Route> routes) throws IOException {
        JsonSchemas schemas = new JsonSchemas();
        schemas.add(RecordJson.of(Problem.class).schema());
        for (Route route : routes) {
            if (route.schema() != null) {
                schemas.add(route.schema());
            }
        }
        out.writeObjectFieldStart("schemas");
        schemas.write(out);
        symbolState();
        out.writeEndObject();
    }

    /** The records themselves are told by the schemas of their topics, and nowhere else. */
    private void symbolState() throws IOException {
        out.writeObjectFieldStart(SYMBOL_STATE);
        out.writeStringField("type", "object");
        out.writeStringField(
                "description",
                "The symbol, and in updates the newest record of each topic, key and slot; a record is"
                        + " what the Avro schema of its topic says.");
        out.writeObjectFieldStart("properties");
        out.writeObjectFieldStart("symbol");
        out.writeStringField("type", "string");
        out.writeEndObject();
        out.writeObjectFieldStart("updates");
        out.writeStringField("type", "array");
        out.writeObjectFieldStart("items");
        out.writeStringField("type", "object");
        out.writeArrayFieldStart("required");
        for (String part : List.of("topic", "key", "slot", "record")) {
            out.writeString(part);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }
}
