package io.huihui.helm;

import io.huihui.connectors.gateway.GatewayConfig;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.InvalidConfigException;
import io.huihui.jobs.config.JobConfig;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The settings inside of the manifests are the ones that our processes and Flink take. */
class SettingsTest {

    private static final Path ROOT = Path.of("..");

    /** What the operator gives, or the chart's values: each cluster has its own. */
    private static final Set<String> GIVEN =
            Set.of(
                    "jobmanager.rpc.address",
                    "jobmanager.rpc.port",
                    "rest.port",
                    "rest.bind-address",
                    "jobmanager.bind-host",
                    "taskmanager.bind-host",
                    "execution.checkpointing.dir",
                    "execution.checkpointing.savepoint-dir",
                    "io.tmp.dirs",
                    "high-availability.storageDir",
                    "kubernetes.cluster-id",
                    "taskmanager.numberOfTaskSlots",
                    "parallelism.default",
                    "taskmanager.memory.process.size",
                    "jobmanager.memory.process.size",
                    "web.submit.enable");

    @TempDir private Path folder;

    private JobConfig job(Path... values) throws IOException {
        String yaml =
                Chart.one(Chart.manifests(values), "ConfigMap", "desk-job-config")
                        .at("/data/job.yaml")
                        .asText();
        return ConfigFile.read(JobConfig.defaults(), file(yaml), List.of());
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }

    private static Map<String, String> flink(Path... values) {
        JsonNode job = Chart.one(Chart.manifests(values), "FlinkDeployment", "desk-job");
        return Chart.texts(job.at("/spec/flinkConfiguration"));
    }

    @Test
    void theJobsSettingsBindToItsRecords() throws IOException {
        JobConfig settings = job(Chart.EVERYTHING);
        assertThat(settings.kafka().bootstrapServers())
                .isEqualTo("kafka-0.kafka:9093,kafka-1.kafka:9093");
        assertThat(settings.memory().capacity()).isEqualTo(8192);
        assertThat(settings.postgres().enabled()).isTrue();
        assertThat(settings.postgres().jdbcUrl())
                .isEqualTo("jdbc:postgresql://postgres.postgres.svc:5432/huihui");
        assertThat(settings.neo4j().uri()).isEqualTo("bolt://neo4j.neo4j.svc:7687");
        assertThat(settings.resolutions().by().name()).isEqualTo("AGENTS");
        assertThat(job(Chart.SMALLEST).postgres().enabled()).isFalse();
        assertThat(job(Chart.SMALLEST).resolutions().by().name()).isEqualTo("RULE");
    }

    @Test
    void aKeyThatTheJobDoesNotKnowIsRefusedByIt() throws IOException {
        String yaml =
                Chart.one(
                                Chart.manifestsWith("job.config.memory.capacty", "9"),
                                "ConfigMap",
                                "desk-job-config")
                        .at("/data/job.yaml")
                        .asText();
        Path file = file(yaml);
        assertThatThrownBy(() -> ConfigFile.read(JobConfig.defaults(), file, List.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("capacty");
    }

    @Test
    void theGatewaysSettingsBindToItsRecords() throws IOException {
        String yaml =
                Chart.one(Chart.manifests(Chart.EVERYTHING), "ConfigMap", "desk-gateway")
                        .at("/data/gateway.yaml")
                        .asText();
        GatewayConfig settings = ConfigFile.read(GatewayConfig.defaults(), file(yaml), List.of());
        assertThat(settings.symbols()).hasSize(1);
        assertThat(settings.pollMillis()).isEqualTo(5000);
    }

    @Test
    void flinkIsToldWhatTheProductionFileSays() throws IOException {
        Map<String, String> production =
                Chart.texts(
                        Chart.YAML.readTree(
                                Files.readString(
                                        ROOT.resolve("flink-conf/production/config.yaml"))));
        Map<String, String> told = flink();
        production.keySet().removeAll(GIVEN);
        assertThat(told).containsAllEntriesOf(production);
        assertThat(production).hasSizeGreaterThan(20);
    }

    @Test
    void valuesWinOverFiles() {
        assertThat(flink(Chart.EVERYTHING))
                .containsEntry("execution.checkpointing.interval", "10 s")
                .containsEntry("s3.endpoint", "https://minio.storage.svc:9000");
        assertThat(flink())
                .containsEntry("execution.checkpointing.dir", "s3://huihui/checkpoints")
                .doesNotContainKey("s3.endpoint");
    }

    @Test
    void filesAreTheOnesOfTheirModules() throws IOException {
        assertSame("files/module.yaml", "agents/module.yaml");
        assertSame("files/agents-flink.yaml", "flink-conf/agents/flink-conf.yaml");
        assertSame("files/log4j2.properties", "flink-conf/production/log4j2.properties");
        assertSame("files/log4j2-json.properties", "flink-conf/production/log4j2-json.properties");
    }

    private static void assertSame(String ofChart, String ofModule) throws IOException {
        assertThat(Files.readString(Chart.FOLDER.resolve(ofChart)))
                .isEqualTo(Files.readString(ROOT.resolve(ofModule)));
    }

    @Test
    void theRuntimeFindsTheFunctions() {
        List<JsonNode> manifests = Chart.manifests(Chart.EVERYTHING);
        JsonNode runtime = Chart.one(manifests, "ConfigMap", "desk-runtime");
        JsonNode service = Chart.one(manifests, "Service", "desk-agents");
        String module = runtime.at("/data/module.yaml").asText();
        assertThat(module)
                .contains(
                        "urlPathTemplate: http://desk-agents:"
                                + service.at("/spec/ports/0/port").asInt()
                                + "/")
                .contains("address: kafka-0.kafka:9093,kafka-1.kafka:9093")
                .doesNotContain("address: KAFKA");
        assertThat(Chart.documents(runtime.at("/data/flink-conf.yaml").asText())).hasSize(1);
    }
}
