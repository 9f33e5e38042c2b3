package io.huihui.connectors.codec;

import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.Feature;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the schema of a record class with the documentation that stands in its source. */
final class SchemaWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordSources sources;

    SchemaWriter(RecordSources sources) {
        this.sources = sources;
    }

    /** Returns the text of the schema file of a record class. */
    String text(Class<?> recordClass) {
        try {
            JsonNode schema = JSON.readTree(Shapes.of(recordClass).schema().toString());
            document(schema, classesOf(recordClass));
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indent);
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void document(JsonNode node, Set<Class<?>> classes) {
        if (node instanceof ObjectNode named && named.has("fields")) {
            documentRecord(named, classes);
        }
        node.forEach(child -> document(child, classes));
    }

    private void documentRecord(ObjectNode record, Set<Class<?>> classes) {
        String name = record.get("name").asText();
        Optional<Class<?>> type =
                classes.stream().filter(c -> c.getSimpleName().equals(name)).findFirst();
        type.flatMap(sources::description).ifPresent(doc -> record.put("doc", doc));
        for (JsonNode field : record.get("fields")) {
            doc(name, type, field.get("name").asText())
                    .ifPresent(doc -> ((ObjectNode) field).put("doc", doc));
        }
    }

    private Optional<String> doc(String record, Optional<Class<?>> type, String field) {
        if (record.equals("FeatureVector")) {
            return feature(field);
        }
        return type.flatMap(
                c ->
                        sources.component(c, field)
                                .or(
                                        () ->
                                                MarketEvent.class.isAssignableFrom(c)
                                                        ? sources.member(
                                                                MarketEvent.class,
                                                                "\\w+ " + field + "\\(")
                                                        : Optional.empty()));
    }

    private Optional<String> feature(String field) {
        return Arrays.stream(Feature.values())
                .filter(f -> FeatureNames.of(f).equals(field))
                .findFirst()
                .map(
                        f ->
                                sources.member(Feature.class, f.name() + "\\(").orElse(f.name())
                                        + " Unit: "
                                        + f.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                        + ".");
    }

    /** Returns the class and every record class below it. */
    static Set<Class<?>> classesOf(Class<?> root) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        collect(root, classes);
        return classes;
    }

    private static void collect(Class<?> type, Set<Class<?>> classes) {
        if (!type.getName().startsWith("io.huihui") || !classes.add(type)) {
            return;
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(c -> collect(c, classes));
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(component.getType(), classes);
                if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element) {
                    collect(element, classes);
                }
            }
        }
    }
}
