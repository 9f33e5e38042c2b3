package io.huihui.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The chart, and what Helm makes of it. */
final class Chart {

    static final Path FOLDER = Path.of("huihui");

    static final Path EVERYTHING = FOLDER.resolve("ci/everything.yaml");

    static final Path SMALLEST = FOLDER.resolve("ci/smallest.yaml");

    /** The oldest that the chart takes. */
    private static final String KUBERNETES = "1.27.0";

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Chart() {}

    /** Returns what lint says of the folder, warnings taken for faults. */
    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** Returns the manifests for the chart's own values, one file's laid over them, or none. */
    static List<JsonNode> manifests(Path... values) {
        TemplateCommand command = template();
        Stream.of(values).forEach(command::withValuesFile);
        return documents(command.call());
    }

    /** Returns the manifests with one value changed. */
    static List<JsonNode> manifestsWith(String key, String value) {
        return documents(template().set(key, value).call());
    }

    private static TemplateCommand template() {
        return new Helm(FOLDER)
                .template()
                .withName("desk")
                .withNamespace("market")
                .withKubeVersion(KUBERNETES);
    }

    /** Returns the one manifest of a kind and name. */
    static JsonNode one(List<JsonNode> manifests, String kind, String name) {
        return manifests.stream()
                .filter(manifest -> kind.equals(manifest.path("kind").asText()))
                .filter(manifest -> name.equals(manifest.at("/metadata/name").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static List<JsonNode> documents(String yaml) {
        try {
            List<JsonNode> documents = new ArrayList<>();
            YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(yaml)
                    .forEachRemaining(documents::add);
            documents.removeIf(document -> document.isNull() || document.isMissingNode());
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(yaml, e);
        }
    }

    /** Returns the texts of an object's fields, by name. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
