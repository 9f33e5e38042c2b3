package io.huihui.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests that Helm makes of the chart are ones that Kubernetes and the operator take. */
class ManifestsTest {

    private static final List<List<Path>> VALUES =
            List.of(List.of(), List.of(Chart.SMALLEST), List.of(Chart.EVERYTHING));

    private static final Path ROOT = Path.of("..");

    private final ManifestSchemas schemas = new ManifestSchemas();

    private static List<JsonNode> manifests(List<Path> values) {
        return Chart.manifests(values.toArray(Path[]::new));
    }

    /** Every pod specification in the manifests. */
    private static Stream<JsonNode> pods(List<JsonNode> manifests) {
        return manifests.stream()
                .flatMap(
                        manifest ->
                                Stream.of("/spec/template/spec", "/spec/podTemplate/spec")
                                        .map(manifest::at))
                .filter(JsonNode::isObject);
    }

    @Test
    void lintHasNothingToSay() {
        assertThat(Chart.lint().isFailed()).as("%s", Chart.lint().getMessages()).isFalse();
    }

    @Test
    void everyManifestFitsTheSchemaOfItsReader() {
        for (List<Path> values : VALUES) {
            for (JsonNode manifest : manifests(values)) {
                assertThat(schemas.faults(manifest))
                        .as(
                                "%s %s with %s",
                                manifest.get("kind"), manifest.at("/metadata/name"), values)
                        .isEmpty();
            }
        }
    }

    @Test
    void partsAreThereOrNot() {
        assertThat(names(List.of(Chart.SMALLEST), "Deployment")).isEmpty();
        assertThat(names(List.of(), "Deployment"))
                .containsExactlyInAnyOrder(
                        "desk-agents",
                        "desk-gateway",
                        "desk-runtime-master",
                        "desk-runtime-worker");
        assertThat(names(List.of(Chart.EVERYTHING), "Deployment")).contains("desk-console");
        assertThat(names(List.of(Chart.SMALLEST), "FlinkDeployment")).containsExactly("desk-job");
    }

    private static List<String> names(List<Path> values, String kind) {
        return manifests(values).stream()
                .filter(manifest -> kind.equals(manifest.get("kind").asText()))
                .map(manifest -> manifest.at("/metadata/name").asText())
                .toList();
    }

    @Test
    void plantedMistakesAreFound() {
        List<JsonNode> manifests = Chart.manifests(Chart.EVERYTHING);
        ObjectNode job = Chart.one(manifests, "FlinkDeployment", "desk-job").deepCopy();
        assertThat(schemas.faults(job)).isEmpty();
        ((ObjectNode) job.at("/spec/job")).put("upgradeMode", "sometimes");
        assertThat(schemas.faults(job)).anyMatch(fault -> fault.contains("upgradeMode"));

        job = Chart.one(manifests, "FlinkDeployment", "desk-job").deepCopy();
        ((ObjectNode) job.get("spec")).put("flinkVersion", "v9_9");
        assertThat(schemas.faults(job)).anyMatch(fault -> fault.contains("flinkVersion"));

        job = Chart.one(manifests, "FlinkDeployment", "desk-job").deepCopy();
        ((ObjectNode) job.at("/spec/podTemplate/spec/containers/0")).putArray("volumeMount");
        assertThat(schemas.faults(job)).anyMatch(fault -> fault.contains("volumeMount"));

        ObjectNode agents = Chart.one(manifests, "Deployment", "desk-agents").deepCopy();
        ((ObjectNode) agents.get("spec")).put("replica", 3);
        assertThat(schemas.faults(agents)).anyMatch(fault -> fault.contains("replica"));
    }

    @Test
    void podsRunWithoutRightsOfTheirNode() {
        List<JsonNode> pods = pods(Chart.manifests(Chart.EVERYTHING)).toList();
        assertThat(pods).hasSize(6);
        for (JsonNode pod : pods) {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            JsonNode container = pod.at("/containers/0");
            JsonNode rights = container.get("securityContext");
            assertThat(rights.get("allowPrivilegeEscalation").asBoolean()).isFalse();
            assertThat(rights.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            // The image of Stateful Functions writes into its own folder of settings when it
            // starts.
            boolean writes = List.of("master", "worker").contains(container.get("name").asText());
            assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isEqualTo(!writes);
        }
    }

    /** The image starts classes that there are, and the console takes what the chart tells it. */
    @Test
    void whatIsStartedIsThereAndUnderstandsItsArguments() throws IOException {
        try (Stream<Path> scripts = Files.list(ROOT.resolve("helm/images/bin"))) {
            assertThat(scripts.map(ManifestsTest::mainOf))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allMatch(main -> sourceOf(main).isPresent(), "has a source");
        }
        String console = Files.readString(sourceOf("io.huihui.console.ConsoleMain").orElseThrow());
        JsonNode container =
                Chart.one(Chart.manifests(Chart.EVERYTHING), "Deployment", "desk-console")
                        .at("/spec/template/spec/containers/0");
        assertThat(ROOT.resolve("helm/images/bin").resolve(container.at("/command/0").asText()))
                .isExecutable();
        assertThat(container.get("args")).hasSizeGreaterThan(5);
        container
                .get("args")
                .forEach(
                        each ->
                                assertThat(console)
                                        .contains('"' + each.asText().split("=", 2)[0] + '"'));
        List<String> variables = new ArrayList<>();
        container.get("env").forEach(each -> variables.add(each.get("name").asText()));
        assertThat(variables)
                .containsExactlyInAnyOrder(
                        "HUIHUI_CONSOLE_POSTGRES_PASSWORD",
                        "HUIHUI_NEO4J_PASSWORD",
                        "HUIHUI_CONSOLE_TOKEN");
    }

    private static String mainOf(Path script) {
        try {
            Matcher main = Pattern.compile("io\\.huihui\\.\\S+").matcher(Files.readString(script));
            assertThat(main.find()).as(script.toString()).isTrue();
            return main.group();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> sourceOf(String main) {
        String path = "src/main/java/" + main.replace('.', '/') + ".java";
        return Stream.of("cli", "agents", "console")
                .map(module -> ROOT.resolve(module).resolve(path))
                .filter(Files::exists)
                .findFirst();
    }

    @Test
    void secretsAreNamedAndNeverThere() {
        List<JsonNode> manifests = Chart.manifests(Chart.EVERYTHING);
        assertThat(manifests).noneMatch(manifest -> "Secret".equals(manifest.get("kind").asText()));
        pods(manifests)
                .flatMap(pod -> pod.at("/containers/0/env").findParents("name").stream())
                .filter(
                        variable ->
                                variable.get("name")
                                        .asText()
                                        .matches(".*(PASSWORD|TOKEN|KEY|EMAIL).*"))
                .forEach(
                        variable -> {
                            assertThat(variable.has("value")).isFalse();
                            assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                                    .isNotEmpty();
                        });
        assertThat(
                        Chart.one(manifests, "FlinkDeployment", "desk-job")
                                .at("/spec/podTemplate/spec/containers/0/env")
                                .findValuesAsText("name"))
                .contains("HUIHUI_POSTGRES_PASSWORD", "HUIHUI_NEO4J_PASSWORD", "AWS_ACCESS_KEY_ID");
    }
}
