package io.huihui.operators.memory;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.MemoryReach;
import io.huihui.models.memory.MemoryScope;
import io.huihui.models.memory.MemoryShard;
import io.huihui.models.memory.OpenSituations;
import io.huihui.models.memory.PastSituation;
import io.huihui.models.memory.ShardAnswer;
import io.huihui.models.memory.Situation;
import io.huihui.models.memory.Waves;
import io.huihui.models.vector.ExactSearch;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MarketMemoryTest {

    private static final int MINUTES = 400;
    private static final int SHARDS = 4;
    private static final long WAIT_MILLIS = 200;
    private static final MemoryConfig CONFIG = new MemoryConfig(MemoryConfig.Engine.GRAPH, 300, 5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 64})
    void everyTaskHasTheSameNumberOfShards(int shards) {
        String[] keys = MarketMemory.spread(shards, 128);
        for (int tasks = 1; tasks <= shards; tasks++) {
            int[] counts = new int[tasks];
            for (String key : keys) {
                counts[KeyGroupRangeAssignment.assignKeyToParallelOperator(key, 128, tasks)]++;
            }
            for (int count : counts) {
                assertThat(count).isBetween(shards / tasks, (shards + tasks - 1) / tasks);
            }
        }
    }

    @Test
    void aSituationIsAskedForAtOnceAndRememberedAfterAnHour() throws Exception {
        try (var harness = opening()) {
            harness.open();
            for (int minute = 0; minute < 70; minute++) {
                harness.processElement(Waves.at("SPY", minute), 0);
            }
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(time(70));

            // Of the first ten, an hour has passed by minute 69.
            assertThat(harness.extractOutputValues()).hasSize(10);
            PastSituation first = harness.extractOutputValues().get(0);
            assertThat(first.snapshot()).isEqualTo(Waves.at("SPY", 0).snapshot());
            assertThat(first.knownMillis()).isEqualTo(time(60));
            assertThat(harness.getSideOutput(OpenSituationsOperator.QUESTIONS))
                    .hasSize(70 * SHARDS);
            harness.processElement(Waves.at("SPY", 5), 0);
            harness.processWatermark(time(70) + 2 * IdleTimer.IDLE_MILLIS);
            assertThat(harness.extractOutputValues()).hasSize(10);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void openSituationsSurviveARestore() throws Exception {
        List<PastSituation> straight = new ArrayList<>();
        OperatorSubtaskState none = open(null, 0, 200, straight);
        assertThat(none).isNotNull();
        List<PastSituation> broken = new ArrayList<>();
        OperatorSubtaskState state = open(null, 0, 100, broken);
        open(state, 100, 200, broken);

        assertThat(broken).isEqualTo(straight);
    }

    private static OperatorSubtaskState open(
            OperatorSubtaskState before, int from, int until, List<PastSituation> over)
            throws Exception {
        try (var harness = opening()) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            for (int minute = from; minute < until; minute++) {
                harness.processElement(Waves.at("SPY", minute), 0);
                harness.processWatermark(time(minute - 1));
            }
            over.addAll(harness.extractOutputValues());
            return harness.snapshot(1, 1);
        }
    }

    /** A question and what is over at its minute come in either order. */
    @Test
    void aShardRemembersBeforeItAnswersWhateverCameFirst() throws Exception {
        List<ShardAnswer> straight = new ArrayList<>();
        ask(null, 0, MINUTES, false, straight);
        List<ShardAnswer> turned = new ArrayList<>();
        ask(null, 0, MINUTES, true, turned);

        assertThat(straight).isEqualTo(turned);
        assertThat(straight.get(MINUTES - 1).held()).isEqualTo(300);
        assertThat(straight.get(70).held()).isEqualTo(2 * 11);
    }

    @Test
    void aShardSurvivesARestoreAndForgetsWhenNobodyAsks() throws Exception {
        List<ShardAnswer> straight = new ArrayList<>();
        ask(null, 0, MINUTES, false, straight);
        List<ShardAnswer> broken = new ArrayList<>();
        OperatorSubtaskState state = ask(null, 0, 250, false, broken);
        ask(state, 250, MINUTES, false, broken);
        assertThat(broken).isEqualTo(straight);

        try (var harness = shard()) {
            harness.initializeState(state);
            harness.open();
            harness.processBothWatermarks(new Watermark(time(250) + 2 * IdleTimer.IDLE_MILLIS));
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    private static OperatorSubtaskState ask(
            OperatorSubtaskState before, int from, int until, boolean turned, List<ShardAnswer> to)
            throws Exception {
        OpenSituations spy = new OpenSituations();
        OpenSituations qqq = new OpenSituations();
        try (var harness = shard()) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            for (int minute = 0; minute < until; minute++) {
                List<PastSituation> over = new ArrayList<>(spy.observe(Waves.at("SPY", minute)));
                over.addAll(turned ? 0 : over.size(), qqq.observe(Waves.at("QQQ", minute)));
                if (minute >= from) {
                    ShardQuestion question = new ShardQuestion(0, Waves.at("SPY", minute));
                    if (turned) {
                        harness.processElement2(question, 0);
                    }
                    for (PastSituation each : over) {
                        harness.processElement1(each, 0);
                    }
                    if (!turned) {
                        harness.processElement2(question, 0);
                    }
                    harness.processBothWatermarks(new Watermark(time(minute)));
                }
            }
            to.addAll(harness.extractOutputValues());
            return harness.snapshot(1, 1);
        }
    }

    @Test
    void aLostShardIsGivenUpAndToldOf() throws Exception {
        List<List<ShardAnswer>> minutes = answers();
        try (var harness = merging(Judging.ON_ARRIVAL)) {
            harness.open();
            harness.setProcessingTime(1_000);
            minutes.get(0).forEach(answer -> process(harness, answer));
            assertThat(harness.extractOutputValues())
                    .extracting(Analogues::reach)
                    .containsExactly(new MemoryReach(SHARDS, SHARDS, 1));

            minutes.get(1).subList(0, 3).forEach(answer -> process(harness, answer));
            harness.setProcessingTime(1_000 + WAIT_MILLIS - 1);
            assertThat(harness.extractOutputValues()).hasSize(1);
            harness.setProcessingTime(1_000 + WAIT_MILLIS);

            Analogues flagged = harness.extractOutputValues().get(1);
            int reached = minutes.get(1).subList(0, 3).stream().mapToInt(ShardAnswer::held).sum();
            int all = minutes.get(1).stream().mapToInt(ShardAnswer::held).sum();
            assertThat(flagged.held()).isEqualTo(reached);
            assertThat(flagged.reach())
                    .isEqualTo(new MemoryReach(SHARDS, 3, reached / (double) all));
            // What comes then is of no use.
            process(harness, minutes.get(1).get(3));
            minutes.get(2).forEach(answer -> process(harness, answer));
            assertThat(harness.extractOutputValues()).hasSize(3);
            assertThat(harness.extractOutputValues().get(2).reach().share()).isEqualTo(1);
        }
    }

    @Test
    void inAReplayAShardIsWaitedFor() throws Exception {
        List<List<ShardAnswer>> minutes = answers();
        try (var harness = merging(Judging.BY_EVENT_TIME)) {
            harness.open();
            minutes.get(0).subList(0, 3).forEach(answer -> process(harness, answer));
            harness.setProcessingTime(1_000_000);
            assertThat(harness.extractOutputValues()).isEmpty();
            OperatorSubtaskState state = harness.snapshot(1, 1);
            try (var restored = merging(Judging.BY_EVENT_TIME)) {
                restored.initializeState(state);
                restored.open();
                process(restored, minutes.get(0).get(3));
                assertThat(restored.extractOutputValues())
                        .extracting(Analogues::reach)
                        .containsExactly(new MemoryReach(SHARDS, SHARDS, 1));
                restored.processWatermark(time(MINUTES) + 2 * IdleTimer.IDLE_MILLIS);
                assertThat(restored.numKeyedStateEntries()).isZero();
            }
        }
    }

    /** Returns the answers of all shards to the last three minutes' questions. */
    private static List<List<ShardAnswer>> answers() {
        List<MemoryShard> shards = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new MemoryShard(CONFIG));
        }
        OpenSituations open = new OpenSituations();
        List<List<ShardAnswer>> answers = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            Situation now = Waves.at("SPY", minute);
            for (PastSituation over : open.observe(now)) {
                shards.get(MemoryShard.of(over.snapshot(), SHARDS)).remember(over);
            }
            if (minute >= MINUTES - 3) {
                List<ShardAnswer> all = new ArrayList<>();
                for (int shard = 0; shard < SHARDS; shard++) {
                    all.add(shards.get(shard).nearest(shard, now, ExactSearch.own()));
                }
                answers.add(all);
            }
        }
        return answers;
    }

    private static void process(
            KeyedOneInputStreamOperatorTestHarness<String, ShardAnswer, Analogues> harness,
            ShardAnswer answer) {
        try {
            harness.processElement(answer, 0);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static long time(int minute) {
        return Waves.BEGIN + minute * 60_000L;
    }

    private static MemoryRules rules(Judging judging) {
        return new MemoryRules(
                CONFIG,
                new MemoryScope(MemoryScope.Kind.MARKET, SHARDS, WAIT_MILLIS),
                judging,
                () -> {
                    throw new IllegalStateException("need a GPU, was none");
                },
                BreakerConfig.standard());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Situation, PastSituation>
            opening() throws Exception {
        return Harnesses.of(
                new OpenSituationsOperator(SHARDS), situation -> situation.snapshot().symbol());
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, PastSituation, ShardQuestion, ShardAnswer>
            shard() throws Exception {
        return Harnesses.of(
                new MemoryShardOperator(rules(Judging.BY_EVENT_TIME)),
                over -> "0",
                question -> "0");
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ShardAnswer, Analogues> merging(
            Judging judging) throws Exception {
        return Harnesses.of(
                new ShardMergeOperator(rules(judging)),
                answer -> answer.asked().snapshot().symbol());
    }
}
