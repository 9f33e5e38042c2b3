package io.huihui.cli;

import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.OutsideResults;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Thesis;
import io.huihui.models.explanation.ConflictResolver;
import io.huihui.models.feature.SnapshotId;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.LocalAgents;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conflicts through a real runtime of Stateful Functions and a real function server, each of which
 * is killed in between: every conflict is answered once, by what the rule says.
 */
class AgentsIT {

    private static final int SYMBOLS = 5;
    private static final int SECONDS = 60;
    private static final long START_MILLIS = 1_767_623_400_000L;

    /** Far above what the busiest machine needs. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

    @TempDir Path folder;

    private KafkaServer kafka;

    @Test
    void everyConflictIsAnsweredOnceThoughFunctionsAndRuntimeAreKilled() throws Exception {
        try (KafkaServer server = KafkaServer.start(folder.resolve("kafka"))) {
            kafka = server;
            KafkaTopics.ensure(kafka.bootstrapServers(), 2);
            try (LocalAgents agents =
                    LocalAgents.start(folder.resolve("agents"), kafka.bootstrapServers())) {
                send(0, SECONDS / 4);
                awaitAnswers(SYMBOLS * SECONDS / 4);

                agents.functions().process().crash();
                send(SECONDS / 4, SECONDS / 2);
                agents.functions().restart();
                awaitAnswers(SYMBOLS * SECONDS / 2);

                send(SECONDS / 2, SECONDS * 3 / 4);
                agents.runtime().process().crash();
                sendNonsense();
                agents.runtime().restart();
                // As a job does that was restored: the last ones come again.
                send(SECONDS / 2, SECONDS);
                awaitAnswers(SYMBOLS * SECONDS);
                awaitDeadLetter();
            }
            List<Resolution> answers = written(Topics.RESOLUTIONS);
            assertThat(answers).extracting(Resolution::conflictId).doesNotHaveDuplicates();
            assertThat(answers).hasSize(SYMBOLS * SECONDS).allSatisfy(AgentsIT::assertByRule);
        }
    }

    private static void assertByRule(Resolution answer) {
        long second = (answer.snapshot().secondEndMillis() - START_MILLIS) / 1_000;
        ConflictRecord conflict = conflict(answer.snapshot().symbol(), (int) second);
        assertThat(ConflictResolver.complaint(conflict, answer)).isEmpty();
    }

    private void send(int from, int to) {
        try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
            for (int second = from; second < to; second++) {
                for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                    feeder.send(Topics.CONFLICTS, conflict("S" + symbol, second));
                }
            }
        }
    }

    /** Bytes that are no conflict must not stop those behind them. */
    private void sendNonsense() throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CONFLICTS.name(), "S0", new byte[] {1, 2}))
                    .get();
        }
    }

    private static ConflictRecord conflict(String symbol, int second) {
        SnapshotId snapshot = new SnapshotId(symbol, START_MILLIS + second * 1_000L);
        double up = 0.5 + second / 200.0;
        return new ConflictRecord(
                snapshot.text() + "/conflict",
                snapshot,
                List.of(view(Expert.FLOW, up, 0.1), view(Expert.REGIME, 0.1, 0.7)),
                0.4,
                true,
                "test/1");
    }

    private static ConflictView view(Expert expert, double up, double down) {
        return new ConflictView(
                expert,
                new Thesis(Horizon.MINUTES_15, up, down, 1 - up - down),
                0.7,
                List.of(new Contribution("reason", up)),
                "opinion of " + expert);
    }

    private void awaitDeadLetter() throws Exception {
        await(Topics.DEAD_LETTERS, 1);
        assertThat(written(Topics.DEAD_LETTERS))
                .first()
                .satisfies(
                        letter -> {
                            assertThat(letter.topic()).isEqualTo(Topics.CONFLICTS.name());
                            assertThat(letter.payload()).isEqualTo("AQI=");
                        });
    }

    private void awaitAnswers(int count) throws Exception {
        await(Topics.RESOLUTIONS, count);
    }

    @OutsideResults("waits for processes")
    private void await(Topic<?> topic, int count) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (written(topic).size() < count) {
            assertThat(System.nanoTime())
                    .as("need %s records in %s, were %s", count, topic, written(topic).size())
                    .isLessThan(end);
            Thread.sleep(300);
        }
    }

    private <T> List<T> written(Topic<T> topic) throws UndecodableException {
        List<T> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record :
                WrittenRecords.of(kafka.bootstrapServers(), topic.name())) {
            records.add(topic.newCodec().decode(record.value()));
        }
        return records;
    }
}
