package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.Decoded;
import io.huihui.connectors.stream.DecodedTypeInfo;
import io.huihui.connectors.stream.SourcePartition;
import io.huihui.models.decision.DeadLetter;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionTimestampsTest {

    private static final long OPEN = 1_767_623_400_000L;
    private static final long OUT_OF_ORDERNESS = 200;
    private static final int MAX_PARALLELISM = 128;
    private static final TypeSerializer<Decoded<Long>> SERIALIZER =
            new DecodedTypeInfo<>(Types.LONG).createSerializer(new SerializerConfigImpl());
    private static final SourcePartition TRADES = new SourcePartition("trades", 0);
    private static final SourcePartition QUOTES = new SourcePartition("quotes", 0);

    @Test
    void onTimeItIsTheirOwnTimeAndLateTheFirstMomentThatWasNotComplete() throws Exception {
        try (var task = task()) {
            send(task, TRADES, OPEN);
            send(task, TRADES, OPEN + 1);
            send(task, TRADES, OPEN + 2_300);
            send(task, TRADES, OPEN + 2_000);
            send(task, TRADES, OPEN + 1_999);

            assertThat(timestamps(task))
                    .containsExactly(OPEN, OPEN + 1, OPEN + 2_300, OPEN + 2_000, OPEN + 2_000);
        }
    }

    @Test
    void anotherPartitionMakesNothingLateAndNeitherDoesTheWatermark() throws Exception {
        try (var task = task()) {
            send(task, TRADES, OPEN);
            send(task, TRADES, OPEN + 1);
            send(task, TRADES, OPEN + 60_000);
            task.processWatermark(new Watermark(OPEN + 59_000));
            send(task, QUOTES, OPEN + 500);

            assertThat(timestamps(task)).endsWith(OPEN + 500);
        }
    }

    @Test
    void oneEventFarAheadMakesNothingLate() throws Exception {
        try (var task = task()) {
            send(task, TRADES, OPEN);
            send(task, TRADES, OPEN + 1);
            send(task, TRADES, OPEN + 24 * 3_600_000L);
            send(task, TRADES, OPEN + 50);

            assertThat(timestamps(task)).endsWith(OPEN + 50);
        }
    }

    @Test
    void deadLettersPassAsTheyAre() throws Exception {
        try (var task = task()) {
            Decoded<Long> dead = Decoded.dead(new DeadLetter("trades", 0, 1, "need more", ""));
            task.processElement(dead, 7);

            assertThat(task.getRecordOutput()).containsExactly(new StreamRecord<>(dead, 7));
        }
    }

    /**
     * Whatever the turns in which partitions are read, the number of tasks and the moment of a
     * fault: a record of a partition is known at the same time.
     */
    @Test
    void timestampsFollowFromTheOrderWithinAPartitionAlone() throws Exception {
        Map<SourcePartition, List<Long>> tape = tape(new Random(3));
        Map<SourcePartition, List<Long>> plain = read(tape, new Random(0), List.of(1), 100_000);

        plain.forEach((partition, known) -> assertThat(known).isNotEqualTo(tape.get(partition)));
        for (int seed = 1; seed <= 10; seed++) {
            assertThat(read(tape, new Random(seed), List.of(2, 1, 3), 40 * seed))
                    .as("seed %s", seed)
                    .isEqualTo(plain);
        }
    }

    /** Five partitions with a tenth of their events up to five seconds late. */
    private static Map<SourcePartition, List<Long>> tape(Random random) {
        Map<SourcePartition, List<Long>> tape = new HashMap<>();
        for (int number = 0; number < 5; number++) {
            List<Long> times = new ArrayList<>();
            long now = OPEN;
            for (int i = 0; i < 300; i++) {
                now += random.nextInt(400);
                times.add(random.nextInt(10) == 0 ? now - random.nextInt(5_000) : now);
            }
            tape.put(new SourcePartition("trades", number), times);
        }
        return tape;
    }

    /**
     * Reads a tape in turns drawn at random; after each {@code every} events there is a restart
     * with the next of the parallelisms, and partitions go to other tasks.
     */
    private static Map<SourcePartition, List<Long>> read(
            Map<SourcePartition, List<Long>> tape,
            Random random,
            List<Integer> parallelisms,
            int every)
            throws Exception {
        Map<SourcePartition, List<Long>> known = new HashMap<>();
        List<SourcePartition> open = new ArrayList<>(tape.keySet());
        tape.keySet().forEach(partition -> known.put(partition, new ArrayList<>()));
        OperatorSubtaskState state = null;
        int before = 1;
        for (int start = 0; !open.isEmpty(); start++) {
            int parallelism = parallelisms.get(start % parallelisms.size());
            var tasks = tasks(parallelism, state, before);
            for (int i = 0; i < every && !open.isEmpty(); i++) {
                SourcePartition partition = open.get(random.nextInt(open.size()));
                List<Long> done = known.get(partition);
                var task = tasks.get((partition.number() + start) % parallelism);
                send(task, partition, tape.get(partition).get(done.size()));
                List<Long> out = timestamps(task);
                done.add(out.get(out.size() - 1));
                if (done.size() == tape.get(partition).size()) {
                    open.remove(partition);
                }
            }
            state = stop(tasks, start);
            before = parallelism;
        }
        return known;
    }

    /** Stops tasks with a savepoint, and returns it. */
    private static OperatorSubtaskState stop(
            List<OneInputStreamOperatorTestHarness<Decoded<Long>, Decoded<Long>>> tasks, long id)
            throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (var task : tasks) {
            states.add(task.snapshot(id, id));
            task.close();
        }
        return AbstractStreamOperatorTestHarness.repackageState(
                states.toArray(OperatorSubtaskState[]::new));
    }

    private static List<OneInputStreamOperatorTestHarness<Decoded<Long>, Decoded<Long>>> tasks(
            int parallelism, OperatorSubtaskState state, int before) throws Exception {
        List<OneInputStreamOperatorTestHarness<Decoded<Long>, Decoded<Long>>> tasks =
                new ArrayList<>();
        for (int i = 0; i < parallelism; i++) {
            var task =
                    new OneInputStreamOperatorTestHarness<Decoded<Long>, Decoded<Long>>(
                            new PartitionTimestamps<>(OUT_OF_ORDERNESS),
                            MAX_PARALLELISM,
                            parallelism,
                            i);
            task.setup(SERIALIZER);
            if (state != null) {
                task.initializeState(
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                state, MAX_PARALLELISM, before, parallelism, i));
            }
            task.open();
            tasks.add(task);
        }
        return tasks;
    }

    private static OneInputStreamOperatorTestHarness<Decoded<Long>, Decoded<Long>> task()
            throws Exception {
        return tasks(1, null, 1).get(0);
    }

    private static void send(
            OneInputStreamOperatorTestHarness<Decoded<Long>, Decoded<Long>> task,
            SourcePartition partition,
            long eventTime)
            throws Exception {
        task.processElement(Decoded.of(eventTime, eventTime, partition), eventTime);
    }

    private static List<Long> timestamps(
            OneInputStreamOperatorTestHarness<Decoded<Long>, Decoded<Long>> task) {
        return task.getRecordOutput().stream().map(StreamRecord::getTimestamp).toList();
    }
}
