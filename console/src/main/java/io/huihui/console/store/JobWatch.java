package io.huihui.console.store;

import io.huihui.console.view.JobHealth;
import io.huihui.models.OutsideResults;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the main job is doing: its checkpoints by Flink's REST interface, its lag by Kafka. */
public final class JobWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record Jobs(List<Job> jobs) {}

    private record Job(
            String jid, String state, @JsonProperty("start-time") long startTimeMillis) {}

    private record Checkpoints(Counts counts, Latest latest) {}

    private record Counts(long completed, long failed) {}

    private record Latest(Completed completed) {}

    private record Completed(@JsonProperty("latest_ack_timestamp") long endedMillis) {}

    private final URI flink;
    private final String group;
    private final Admin kafka;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * @param group in which the job commits what it has read
     */
    public JobWatch(String flink, String bootstrapServers, String group) {
        this.flink = URI.create(flink);
        this.group = group;
        Properties config = new Properties();
        config.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        String patience = String.valueOf(PATIENCE.toMillis());
        config.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        config.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        this.kafka = Admin.create(config);
    }

    /**
     * Returns the state of the newest job of the cluster.
     *
     * @throws StoreAwayException when there is none or Flink does not answer
     */
    public JobHealth health() {
        try {
            Job job =
                    get("/jobs/overview", Jobs.class).jobs().stream()
                            .max((a, b) -> Long.compare(a.startTimeMillis(), b.startTimeMillis()))
                            .orElseThrow(
                                    () ->
                                            new StoreAwayException(
                                                    "need a job on the cluster, was none", null));
            Checkpoints checkpoints = get("/jobs/" + job.jid() + "/checkpoints", Checkpoints.class);
            return new JobHealth(
                    job.jid(),
                    job.state(),
                    age(checkpoints.latest().completed()),
                    checkpoints.counts().completed(),
                    checkpoints.counts().failed(),
                    lag());
        } catch (IOException e) {
            throw new StoreAwayException("need Flink to answer, was " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAwayException("interrupted while asking Flink", e);
        }
    }

    private <R> R get(String path, Class<R> shape) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(flink.resolve(path)).timeout(PATIENCE).build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered by " + answer.statusCode());
        }
        return MAPPER.readValue(answer.body(), shape);
    }

    @OutsideResults("Age of a checkpoint for a person.")
    private static Long age(Completed last) {
        return last == null ? null : System.currentTimeMillis() - last.endedMillis();
    }

    /** Returns null when the job has committed nothing yet, or Kafka does not answer. */
    private Long lag() throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    kafka.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            committed.values().removeIf(offset -> offset == null);
            if (committed.isEmpty()) {
                return null;
            }
            Map<TopicPartition, OffsetSpec> question = new HashMap<>();
            committed.keySet().forEach(place -> question.put(place, OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    kafka.listOffsets(question)
                            .all()
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            long lag = 0;
            for (Map.Entry<TopicPartition, OffsetAndMetadata> read : committed.entrySet()) {
                lag += Math.max(0, ends.get(read.getKey()).offset() - read.getValue().offset());
            }
            return lag;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    @Override
    public void close() {
        kafka.close(Duration.ZERO);
    }
}
