package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;
import io.huihui.models.decision.DeadLetter;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressReaderTest {

    private static final long OPEN = 1_767_623_400_000L;
    private static final long OUT_OF_ORDERNESS = 200;
    private static final KafkaPartitionSplit TRADES = partition("trades", 0);
    private static final KafkaPartitionSplit QUOTES = partition("quotes", 0);

    @Test
    void onTimeItIsTheirOwnTimeAndLateTheFirstMomentThatWasNotComplete() throws Exception {
        Task task = new Task(TRADES);
        task.read(TRADES, OPEN);
        task.read(TRADES, OPEN + 1);
        task.read(TRADES, OPEN + 2_300);
        task.read(TRADES, OPEN + 2_000);
        task.read(TRADES, OPEN + 1_999);

        assertThat(task.known())
                .containsExactly(OPEN, OPEN + 1, OPEN + 2_300, OPEN + 2_000, OPEN + 2_000);
    }

    @Test
    void anotherPartitionMakesNothingLate() throws Exception {
        Task task = new Task(TRADES, QUOTES);
        task.read(TRADES, OPEN);
        task.read(TRADES, OPEN + 1);
        task.read(TRADES, OPEN + 60_000);
        task.read(QUOTES, OPEN + 500);

        assertThat(task.known()).endsWith(OPEN + 500);
    }

    @Test
    void oneEventFarAheadMakesNothingLate() throws Exception {
        Task task = new Task(TRADES);
        task.read(TRADES, OPEN);
        task.read(TRADES, OPEN + 1);
        task.read(TRADES, OPEN + 24 * 3_600_000L);
        task.read(TRADES, OPEN + 50);

        assertThat(task.known()).endsWith(OPEN + 50);
    }

    @Test
    void deadLettersPassAsTheyAre() throws Exception {
        Task task = new Task(TRADES);
        Decoded<Long> dead = Decoded.dead(new DeadLetter("trades", 0, 1, "need more", ""));
        task.read(TRADES, dead);

        assertThat(task.output.records).containsExactly(dead);
    }

    @Test
    void aPartitionThatWasReadToItsEndIsForgotten() throws Exception {
        Task task = new Task(TRADES, QUOTES);
        task.read(TRADES, OPEN);
        task.kafka.finish(TRADES);
        task.read(QUOTES, OPEN);

        assertThat(task.output.released).containsExactly(TRADES.splitId());
        assertThat(task.reader.snapshotState(1))
                .extracting(ProgressSplit::splitId)
                .containsExactly(QUOTES.splitId());
    }

    /**
     * Whatever the turns in which partitions are read, the number of tasks and the moment of a
     * fault: a record of a partition is known at the same time.
     */
    @Test
    void whenARecordIsKnownFollowsFromTheOrderWithinItsPartitionAlone() throws Exception {
        Map<KafkaPartitionSplit, List<Long>> tape = tape(new Random(3));
        Map<KafkaPartitionSplit, List<Long>> plain = read(tape, new Random(0), 100_000, 1);

        plain.forEach((partition, known) -> assertThat(known).isNotEqualTo(tape.get(partition)));
        for (int seed = 1; seed <= 10; seed++) {
            assertThat(read(tape, new Random(seed), 40 * seed, 2, 1, 3))
                    .as("seed %s", seed)
                    .isEqualTo(plain);
        }
    }

    /** Five partitions with a tenth of their events up to five seconds late. */
    private static Map<KafkaPartitionSplit, List<Long>> tape(Random random) {
        Map<KafkaPartitionSplit, List<Long>> tape = new HashMap<>();
        for (int number = 0; number < 5; number++) {
            List<Long> times = new ArrayList<>();
            long now = OPEN;
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(400);
                times.add(random.nextInt(10) == 0 ? now - random.nextInt(5_000) : now);
            }
            tape.put(partition("trades", number), times);
        }
        return tape;
    }

    /**
     * Reads a tape in turns drawn at random, and returns when each record is known; after each
     * {@code every} events there is a restart with the next of the parallelisms, and partitions go
     * to other tasks.
     */
    private static Map<KafkaPartitionSplit, List<Long>> read(
            Map<KafkaPartitionSplit, List<Long>> tape,
            Random random,
            int every,
            int... parallelisms)
            throws Exception {
        Map<KafkaPartitionSplit, List<Long>> known = new HashMap<>();
        tape.keySet().forEach(partition -> known.put(partition, new ArrayList<>()));
        List<KafkaPartitionSplit> open = new ArrayList<>(tape.keySet());
        List<ProgressSplit> splits = open.stream().map(ProgressSplit::unread).toList();
        for (int start = 0; !open.isEmpty(); start++) {
            List<Task> tasks = new ArrayList<>();
            for (int i = 0; i < parallelisms[start % parallelisms.length]; i++) {
                tasks.add(new Task());
            }
            Map<KafkaPartitionSplit, Task> owners = new HashMap<>();
            for (ProgressSplit split : splits) {
                Task owner = tasks.get(random.nextInt(tasks.size()));
                owner.reader.addSplits(List.of(split));
                owners.put(split.partition(), owner);
            }
            for (int i = 0; i < every && !open.isEmpty(); i++) {
                KafkaPartitionSplit partition = open.get(random.nextInt(open.size()));
                List<Long> done = known.get(partition);
                Task task = owners.get(partition);
                task.read(partition, tape.get(partition).get(done.size()));
                done.add(task.known().get(task.known().size() - 1));
                if (done.size() == tape.get(partition).size()) {
                    open.remove(partition);
                }
            }
            splits = saved(tasks);
        }
        return known;
    }

    private static List<ProgressSplit> saved(List<Task> tasks) throws IOException {
        ProgressSplitSerializer serializer = new ProgressSplitSerializer();
        List<ProgressSplit> saved = new ArrayList<>();
        for (Task task : tasks) {
            for (ProgressSplit split : task.reader.snapshotState(1)) {
                saved.add(
                        serializer.deserialize(
                                serializer.getVersion(), serializer.serialize(split)));
            }
        }
        return saved;
    }

    private static KafkaPartitionSplit partition(String topic, int number) {
        return new KafkaPartitionSplit(new TopicPartition(topic, number), 0);
    }

    /** A task with a reader. */
    private static final class Task {

        final FakeKafka kafka = new FakeKafka();
        final Collected output = new Collected();
        final ProgressReader<Long> reader = new ProgressReader<>(kafka, OUT_OF_ORDERNESS);

        Task(KafkaPartitionSplit... partitions) {
            for (KafkaPartitionSplit each : partitions) {
                reader.addSplits(List.of(ProgressSplit.unread(each)));
            }
        }

        void read(KafkaPartitionSplit partition, long eventTime) throws Exception {
            read(partition, Decoded.of(eventTime, eventTime));
        }

        void read(KafkaPartitionSplit partition, Decoded<Long> decoded) throws Exception {
            kafka.next = decoded;
            kafka.of = partition;
            reader.pollNext(output);
        }

        List<Long> known() {
            return output.records.stream().map(Decoded::knownMillis).toList();
        }
    }

    /** Emits what it is told to, in outputs of partitions as the connector does. */
    private static final class FakeKafka
            implements SourceReader<Decoded<Long>, KafkaPartitionSplit> {

        private final List<KafkaPartitionSplit> partitions = new ArrayList<>();
        private final List<KafkaPartitionSplit> finished = new ArrayList<>();
        private final Map<String, SourceOutput<Decoded<Long>>> outputs = new HashMap<>();
        private KafkaPartitionSplit of;
        private Decoded<Long> next;

        void finish(KafkaPartitionSplit partition) {
            partitions.remove(partition);
            finished.add(partition);
        }

        @Override
        public InputStatus pollNext(ReaderOutput<Decoded<Long>> output) {
            finished.forEach(each -> output.releaseOutputForSplit(each.splitId()));
            finished.clear();
            outputs.computeIfAbsent(of.splitId(), output::createOutputForSplit).collect(next, 7);
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
            return List.copyOf(partitions);
        }

        @Override
        public void addSplits(List<KafkaPartitionSplit> splits) {
            partitions.addAll(splits);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void start() {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    private static final class Collected implements ReaderOutput<Decoded<Long>> {

        private final List<Decoded<Long>> records = new ArrayList<>();
        private final List<String> released = new ArrayList<>();

        @Override
        public void collect(Decoded<Long> decoded) {
            records.add(decoded);
        }

        @Override
        public void collect(Decoded<Long> decoded, long takenMillis) {
            assertThat(takenMillis).as("Kafka's own time").isEqualTo(7);
            records.add(decoded);
        }

        @Override
        public SourceOutput<Decoded<Long>> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {
            released.add(splitId);
        }

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
