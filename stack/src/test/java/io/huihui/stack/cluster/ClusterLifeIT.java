package io.huihui.stack.cluster;

import io.huihui.stack.ChildProcess;
import io.huihui.stack.FlinkCluster;
import io.huihui.stack.FlinkProcesses;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.ProjectRoot;
import io.huihui.stack.StackException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A job's life on a standalone cluster of a JobManager and two TaskManagers, each a JVM: kill -9,
 * upgrade, a bad upgrade that rolls back; and at the end an independent count of every record.
 */
class ClusterLifeIT {

    private static final int KEYS = 40;
    private static final int PARTITIONS = 4;
    private static final HealthCheck QUICK =
            new HealthCheck(Duration.ofSeconds(60), Duration.ofSeconds(3), 0);

    /**
     * As long as an upgrade waits for a job to come back (docs/decisions/0091): tasks may be put
     * onto the killed process again until its heartbeat of 30 s is over.
     */
    private static final int LOOKS_BEFORE_GIVING_UP = 900;

    @TempDir Path folder;

    @Test
    void shouldLoseAndDoubleNothingThroughKillUpgradeAndRollback() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"));
                FlinkCluster flink = FlinkCluster.start(folder.resolve("flink"), 2)) {
            createTopics(kafka);
            AtomicBoolean stop = new AtomicBoolean();
            List<Long> sent = new ArrayList<>();
            Thread feed = new Thread(() -> sent.add(feed(kafka, stop)));
            feed.start();
            List<String> said = new ArrayList<>();
            JobLife life =
                    new JobLife(
                            flink.address(),
                            new ReleaseFolder(folder.resolve("releases")),
                            said::add);
            Path first = CountJobJar.build("v1", folder);
            Path second = CountJobJar.build("v2", folder);
            List<String> brokers = List.of(kafka.bootstrapServers());

            Release started = life.submit(first, submission(brokers));
            FlinkRest rest = new FlinkRest(flink.address());
            assertThat(QUICK.complaint(rest, started.jobId())).isEmpty();
            killOneTaskManager(flink, rest, started.jobId());

            JobLife.Upgraded good = life.upgrade(second, submission(brokers), QUICK);
            assertThat(good.complaint()).isEmpty();
            assertThat(good.running().replaces()).isEqualTo(started.number());

            List<String> broken = List.of(kafka.bootstrapServers(), "fail");
            JobLife.Upgraded bad = life.upgrade(second, submission(broken), QUICK);
            assertThat(bad.complaint())
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("a bug of the new version"));
            assertThat(bad.running().submission().arguments()).isEqualTo(brokers);
            assertThat(QUICK.complaint(rest, bad.running().jobId())).isEmpty();

            stop.set(true);
            feed.join();
            rest.stopWithSavepoint(drained(kafka, rest, bad, sent.get(0)), null);
            assertCountedOnce(kafka, sent.get(0));
        }
    }

    @Test
    @Tag("drill")
    void shouldGoOnUnderTheStandbyWhenTheLeaderDiesAndUnderTheNextOneAfterIt() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"));
                FlinkCluster flink =
                        FlinkCluster.start(
                                folder.resolve("flink"),
                                FlinkProcesses.withStandby(2),
                                Map.of(),
                                ProjectRoot.find().resolve("flink-conf/local"))) {
            createTopics(kafka);
            AtomicBoolean stop = new AtomicBoolean();
            List<Long> sent = new ArrayList<>();
            Thread feed = new Thread(() -> sent.add(feed(kafka, stop)));
            feed.start();
            FlinkRest first = new FlinkRest(flink.address());
            String jobId =
                    first.run(
                            first.upload(CountJobJar.build("v1", folder)),
                            submission(List.of(kafka.bootstrapServers())));
            awaitRuns(flink, jobId);

            for (int death = 0; death < 2; death++) {
                ChildProcess leader = flink.leader().orElseThrow();
                leader.crash();
                flink.restartJobManager(leader);
                awaitRuns(flink, jobId);
                assertThat(flink.leader()).isPresent().get().isNotSameAs(leader);
            }

            stop.set(true);
            feed.join();
            for (int i = 0; i < 120 && output(kafka).size() < sent.get(0); i++) {
                Thread.sleep(500);
            }
            new FlinkRest(flink.address()).stopWithSavepoint(jobId, null);
            assertCountedOnce(kafka, sent.get(0));
        }
    }

    /** Between two leaders nobody answers, and the new one has to find the job first. */
    private static void awaitRuns(FlinkCluster flink, String jobId) throws InterruptedException {
        for (int i = 0; i < LOOKS_BEFORE_GIVING_UP; i++) {
            try {
                JobStatus status = new FlinkRest(flink.address()).status(jobId);
                if (status.allTasksRunning() && status.checkpointsCompleted() > 0) {
                    return;
                }
            } catch (StackException e) {
                assertThat(e).hasMessageContaining("Flink");
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the job does not run: " + jobId);
    }

    @Test
    void shouldSayWhereNoClusterIs() {
        FlinkRest nobody = new FlinkRest(URI.create("http://127.0.0.1:9"));

        assertThatThrownBy(nobody::activeJobs)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("need a Flink cluster at http://127.0.0.1:9");
    }

    private static Submission submission(List<String> arguments) {
        return new Submission("CountJob", arguments, PARTITIONS, null, false);
    }

    private static void createTopics(KafkaServer kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic("in", PARTITIONS, (short) 1),
                                    new NewTopic("out", PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Sends the keys in turn until told to stop and returns how many records there were. */
    private static long feed(KafkaServer kafka, AtomicBoolean stop) {
        long sent = 0;
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            while (!stop.get()) {
                List<Future<RecordMetadata>> round = new ArrayList<>();
                for (int key = 0; key < KEYS; key++) {
                    round.add(
                            producer.send(
                                    new ProducerRecord<>(
                                            "in", key % PARTITIONS, null, "key-" + key)));
                }
                for (Future<RecordMetadata> acknowledged : round) {
                    acknowledged.get();
                }
                sent += KEYS;
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused a record", e);
        }
        return sent;
    }

    private static void killOneTaskManager(FlinkCluster flink, FlinkRest rest, String jobId)
            throws InterruptedException {
        Long before = rest.status(jobId).lastRestartMillis();
        flink.taskManagers().get(1).crash();
        flink.startTaskManager();
        for (int i = 0; i < LOOKS_BEFORE_GIVING_UP; i++) {
            JobStatus status = rest.status(jobId);
            if (!Objects.equals(status.lastRestartMillis(), before) && status.allTasksRunning()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the job did not come back: " + rest.lastFailure(jobId));
    }

    /** Returns the job's id once everything that was sent has come out and been committed. */
    private static String drained(
            KafkaServer kafka, FlinkRest rest, JobLife.Upgraded job, long sent)
            throws InterruptedException {
        for (int i = 0; i < 120 && output(kafka).size() < sent; i++) {
            Thread.sleep(500);
        }
        assertThat(rest.status(job.running().jobId()).state()).isEqualTo("RUNNING");
        return job.running().jobId();
    }

    private static void assertCountedOnce(KafkaServer kafka, long sent) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (String line : output(kafka)) {
            int comma = line.indexOf(',');
            counts.computeIfAbsent(line.substring(0, comma), key -> new ArrayList<>())
                    .add(Long.valueOf(line.substring(comma + 1)));
        }
        List<Long> expected = LongStream.rangeClosed(1, sent / KEYS).boxed().toList();
        assertThat(counts).hasSize(KEYS);
        assertThat(counts)
                .allSatisfy(
                        (key, found) ->
                                assertThat(found.stream().sorted().toList())
                                        .as(key)
                                        .isEqualTo(expected));
    }

    /** Returns every committed line of the output topic. */
    private static List<String> output(KafkaServer kafka) {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        List<String> lines = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new TopicPartition("out", i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    lines.add(record.value());
                }
            }
        }
        return lines;
    }
}
