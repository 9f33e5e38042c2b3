package io.huihui.helm;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** One list of metrics: what the sources register, docs/metrics.md, the dashboard, the alerts. */
class MetricsTest {

    private static final Path ROOT = Path.of("..");

    private static final String OURS = "flink_taskmanager_job_task_operator_";

    /** A name given to a metric group, as text or by a constant of the same file. */
    private static final Pattern REGISTERED =
            Pattern.compile(
                    "\\.\\s*(?:counter|gauge|histogram|meter)\\(\\s*(\"\\w+\"|[A-Z_]+)\\s*[,)]");

    /** Groups that a file adds: its metrics are read under each of them. */
    private static final Map<String, Set<String>> GROUPS =
            Map.of(
                    "BatchMetrics.java", Set.of("store_"),
                    // Of experts, and of the networks of the gate.
                    "BreakerWatch.java", Set.of("", "network_"),
                    "NetworkGuard.java", Set.of("network_"),
                    "ScoreWatch.java", Set.of("predictor_horizon_"));

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    private static final Pattern QUERIED = Pattern.compile("flink_\\w+");

    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

    private static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(result.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> registered() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("operators", "connectors", "network", "jobs")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> names.addAll(registered(file)));
            }
        }
        return names;
    }

    private static Set<String> registered(Path file) {
        Set<String> names = new TreeSet<>();
        try {
            String source = Files.readString(file);
            for (String name : found(REGISTERED, source)) {
                String text = name.startsWith("\"") ? name : constant(name, source);
                String plain = text.replace("\"", "");
                String full = "in_use".equals(plain) ? "network_engine_in_use" : plain;
                GROUPS.getOrDefault(file.getFileName().toString(), Set.of(""))
                        .forEach(group -> names.add(group + full));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static String constant(String name, String source) {
        return found(Pattern.compile("String " + name + " = (\"\\w+\");"), source).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no constant " + name));
    }

    private static Set<String> documented() {
        return found(DOCUMENTED, read("docs/metrics.md"));
    }

    private static Set<String> documentedInFull() {
        return documented().stream()
                .map(name -> name.startsWith("flink_") ? name : OURS + name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode alerts() throws IOException {
        return Chart.YAML.readTree(read("helm/huihui/files/alerts.yaml")).at("/groups/0/rules");
    }

    @Test
    void whatIsDocumentedIsWhatIsRegistered() throws IOException {
        Set<String> ours =
                documented().stream()
                        .filter(name -> !name.startsWith("flink_"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ours).isEqualTo(registered()).hasSizeGreaterThan(50);
    }

    @Test
    void everyQueryOfTheDashboardAsksForSomethingDocumented() throws IOException {
        JsonNode panels =
                Chart.YAML.readTree(read("helm/huihui/dashboards/huihui.json")).get("panels");
        assertThat(panels).hasSizeGreaterThan(10);
        for (JsonNode panel : panels) {
            for (JsonNode target : panel.get("targets")) {
                assertThat(found(QUERIED, target.get("expr").asText()))
                        .as(panel.get("title").asText())
                        .isNotEmpty()
                        .isSubsetOf(documentedInFull());
            }
        }
    }

    @Test
    void everyAlertAsksForSomethingDocumentedAndHasAParagraphOfTheRunbook() throws IOException {
        Set<String> anchors =
                found(HEADING, read("docs/runbook.md")).stream()
                        .map(
                                heading ->
                                        heading.toLowerCase(Locale.ROOT)
                                                .replaceAll("[^a-z0-9 -]", "")
                                                .replace(' ', '-'))
                        .map(anchor -> "docs/runbook.md#" + anchor)
                        .collect(Collectors.toSet());
        assertThat(alerts()).hasSizeGreaterThan(5);
        for (JsonNode alert : alerts()) {
            String name = alert.get("alert").asText();
            assertThat(found(QUERIED, alert.get("expr").asText()))
                    .as(name)
                    .isNotEmpty()
                    .isSubsetOf(documentedInFull());
            assertThat(anchors).as(name).contains(alert.at("/annotations/runbook").asText());
            assertThat(List.of("warning", "critical"))
                    .as(name)
                    .contains(alert.at("/labels/severity").asText());
        }
    }

    @Test
    void theChartBringsThem() throws IOException {
        List<JsonNode> manifests = Chart.manifests(Chart.EVERYTHING);
        JsonNode rule = Chart.one(manifests, "PrometheusRule", "desk-monitoring");
        assertThat(rule.at("/spec/groups/0/rules")).isEqualTo(alerts());
        JsonNode dashboard = Chart.one(manifests, "ConfigMap", "desk-monitoring-dashboard");
        assertThat(Chart.YAML.readTree(dashboard.at("/data/huihui.json").asText()))
                .isEqualTo(Chart.YAML.readTree(read("helm/huihui/dashboards/huihui.json")));
    }
}
