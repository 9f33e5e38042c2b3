package io.huihui.helm;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Values that are not understood are refused before anything is made of them. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "job.upgradeMod, savepoint",
        "jobs, 1",
        "external.kafka.bootstrapServers, kafka",
        "external.postgres.enabled, perhaps",
        "external.postgres.port, 70000",
        "external.kafka.cidrs[0], everywhere",
        "external.objectStore.checkpoints, /local/folder",
        "job.upgradeMode, sometimes",
        "job.state, paused",
        "job.parallelism, 0",
        "job.parallelism, 2000",
        "job.jobManager.replicas, 3",
        "job.autoscaler.targetUtilization, 1.5",
        "job.autoscaler.metricsWindow, soon",
        "job.taskManager.memory, much",
        "agents.functions.targetCpuPercent, 700",
        "networkPolicies.apiServerPorts[0], https",
        "images.pullPolicy, Sometimes",
    })
    void isRefused(String key, String value) {
        String named = key.replaceAll("\\[.*", "");
        assertThatThrownBy(() -> Chart.manifestsWith(key, value))
                .hasMessageContaining(named.substring(named.lastIndexOf('.') + 1));
    }

    @Test
    void whatIsUnderstoodIsTaken() {
        JsonNode job =
                Chart.one(
                        Chart.manifestsWith("job.upgradeMode", "last-state"),
                        "FlinkDeployment",
                        "desk-job");
        assertThat(job.at("/spec/job/upgradeMode").asText()).isEqualTo("last-state");
    }

    @Test
    void everyValueIsInTheSchemaAndTheOtherWayRound() throws IOException {
        JsonNode values =
                Chart.YAML.readTree(Files.readString(Chart.FOLDER.resolve("values.yaml")));
        JsonNode schema =
                Chart.YAML.readTree(Files.readString(Chart.FOLDER.resolve("values.schema.json")));
        List<String> ofSchema = new ArrayList<>();
        keys(schema, "", ofSchema);
        // Helm gives this one to every chart.
        ofSchema.remove(".global");
        assertThat(ofSchema)
                .isNotEmpty()
                .allSatisfy(
                        key ->
                                assertThat(values.at(pointer(key)).isMissingNode())
                                        .as(key)
                                        .isFalse());
    }

    private static String pointer(String key) {
        return key.replace('.', '/');
    }

    private static void keys(JsonNode schema, String path, List<String> keys) {
        schema.path("properties")
                .properties()
                .forEach(
                        property -> {
                            String key = path + "." + property.getKey();
                            keys.add(key);
                            keys(property.getValue(), key, keys);
                        });
    }
}
