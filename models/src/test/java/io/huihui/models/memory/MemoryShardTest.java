package io.huihui.models.memory;

import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.learner.StateBytes;
import io.huihui.models.vector.ExactSearch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

class MemoryShardTest {

    private static final int SHARDS = 4;
    private static final int NEIGHBOURS = 10;
    private static final int SITUATIONS = 4_000;
    private static final MemoryConfig CONFIG =
            new MemoryConfig(MemoryConfig.Engine.EXACT, SITUATIONS, NEIGHBOURS);

    @Test
    void situationsOfAllSymbolsAreSpreadEvenly() {
        int[] counts = new int[SHARDS];
        for (String symbol : List.of("SPY", "QQQ", "AAPL", "A", "B")) {
            for (int minute = 0; minute < 2_000; minute++) {
                counts[MemoryShard.of(Waves.at(symbol, minute).snapshot(), SHARDS)]++;
            }
        }
        for (int count : counts) {
            assertThat(count).isBetween(2_350, 2_650);
        }
    }

    @Test
    void shardsTogetherFindWhatOneMemoryFinds() {
        List<MemoryShard> shards = shards(SHARDS);
        List<MemoryShard> whole = shards(1);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100; i++) {
            Situation asked = asked(random);
            Analogues one = merged(whole, asked, 1);
            Analogues four = merged(shards, asked, SHARDS);

            assertThat(four.nearestDistance()).isEqualTo(one.nearestDistance());
            assertThat(four.meanDistance()).isEqualTo(one.meanDistance());
            assertThat(four.outcomes()).isEqualTo(one.outcomes());
            assertThat(four.held()).isEqualTo(SITUATIONS);
            assertThat(four.reach()).isEqualTo(new MemoryReach(SHARDS, SHARDS, 1));
        }
    }

    /** What is told as the share is the recall that is measured without the shard. */
    @Test
    void theRecallThatALostShardCostsIsTheOneThatIsTold() {
        List<MemoryShard> shards = shards(SHARDS);
        SplittableRandom random = new SplittableRandom(8);
        int found = 0;
        int wanted = 0;
        double told = 0;
        int questions = 400;
        ShardAnswers merge = new ShardAnswers();
        for (int i = 0; i < questions; i++) {
            List<ShardAnswer> all = answers(shards, asked(random));
            List<Double> nearest = nearest(all);
            merge.merged(all, SHARDS, NEIGHBOURS);
            List<ShardAnswer> left = all.subList(0, SHARDS - 1);
            told += merge.merged(left, SHARDS, NEIGHBOURS).reach().share() / questions;
            wanted += NEIGHBOURS;
            for (double each : nearest(left)) {
                found += nearest.contains(each) ? 1 : 0;
            }
        }

        assertThat(found / (double) wanted).isCloseTo(told, offset(0.02));
        assertThat(told).isCloseTo(0.75, offset(0.02));
    }

    private static List<Double> nearest(List<ShardAnswer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.neighbours().stream())
                .map(ShardNeighbour::distance)
                .sorted()
                .limit(NEIGHBOURS)
                .toList();
    }

    @Test
    void aShardThatNeverAnsweredIsTakenToBeLikeTheOthers() {
        List<ShardAnswer> all = answers(shards(SHARDS), asked(new SplittableRandom(9)));

        Analogues two = new ShardAnswers().merged(all.subList(0, 2), SHARDS, NEIGHBOURS);

        assertThat(two.reach()).isEqualTo(new MemoryReach(SHARDS, 2, 0.5));
    }

    @Test
    void tooFewSituationsGiveNoAnswer() {
        MemoryShard shard = new MemoryShard(CONFIG);
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < AnalogueMemory.FEWEST; i++) {
            assertThat(merged(List.of(shard), asked(random), 1)).isNull();
            shard.remember(past(random, i));
        }
        assertThat(merged(List.of(shard), asked(random), 1).held())
                .isEqualTo(AnalogueMemory.FEWEST);
    }

    @ParameterizedTest
    @EnumSource
    void restoredShardsGoOnBitForBit(MemoryConfig.Engine engine) throws IOException {
        MemoryShard straight = new MemoryShard(new MemoryConfig(engine, 300, 5));
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            straight.remember(past(random, i));
        }
        MemoryShard restored = StateBytes.restore(StateBytes.of(straight), new MemoryShard());
        for (int i = 400; i < 500; i++) {
            PastSituation next = past(random, i);
            straight.remember(next);
            restored.remember(next);
            Situation asked = asked(random);
            assertThat(restored.nearest(0, asked, ExactSearch.own()))
                    .isEqualTo(straight.nearest(0, asked, ExactSearch.own()));
        }
        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
        assertThat(restored.as(new MemoryConfig(MemoryConfig.Engine.EXACT, 256, 5)).size())
                .isEqualTo(256);
    }

    @Test
    void whatIsKnownOfShardsSurvivesARestore() throws IOException {
        List<ShardAnswer> all = answers(shards(SHARDS), asked(new SplittableRandom(12)));
        ShardAnswers merge = new ShardAnswers();
        merge.merged(all, SHARDS, NEIGHBOURS);
        ShardAnswers restored = StateBytes.restore(StateBytes.of(merge), new ShardAnswers());

        assertThat(restored.merged(all.subList(1, 3), SHARDS, NEIGHBOURS))
                .isEqualTo(merge.merged(all.subList(1, 3), SHARDS, NEIGHBOURS));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new MemoryReach(4, 4, 0.9))
                .hasMessage("need share=1 when all answered, was share=0.9");
        assertThatThrownBy(() -> new MemoryScope(MemoryScope.Kind.MARKET, 65, 200))
                .hasMessageContaining("memory.shards");
        assertThatThrownBy(() -> new MemoryScope(MemoryScope.Kind.MARKET, 4, 0))
                .hasMessageContaining("memory.maxWaitMillis > 0");
    }

    private static Analogues merged(List<MemoryShard> shards, Situation asked, int count) {
        return new ShardAnswers().merged(answers(shards, asked), count, NEIGHBOURS);
    }

    private static List<ShardAnswer> answers(List<MemoryShard> shards, Situation asked) {
        List<ShardAnswer> answers = new ArrayList<>();
        for (int shard = 0; shard < shards.size(); shard++) {
            answers.add(shards.get(shard).nearest(shard, asked, ExactSearch.own()));
        }
        return answers;
    }

    private static List<MemoryShard> shards(int count) {
        List<MemoryShard> shards = new ArrayList<>();
        for (int shard = 0; shard < count; shard++) {
            shards.add(new MemoryShard(CONFIG));
        }
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < SITUATIONS; i++) {
            PastSituation past = past(random, i);
            shards.get(MemoryShard.of(past.snapshot(), count)).remember(past);
        }
        return shards;
    }

    private static PastSituation past(SplittableRandom random, int minute) {
        Situation then = asked(random);
        return new PastSituation(
                new SnapshotId("SPY", Waves.BEGIN + minute * 60_000L),
                Waves.BEGIN + (minute + 60) * 60_000L,
                then.coordinates(),
                List.of(new KnownMove(Horizon.MINUTES_15, (float) random.nextGaussian())));
    }

    private static Situation asked(SplittableRandom random) {
        List<Double> coordinates = new ArrayList<>();
        for (int i = 0; i < Situation.DIMENSION; i++) {
            coordinates.add((double) (float) random.nextGaussian());
        }
        return new Situation(
                new SnapshotId("QQQ", Waves.BEGIN + 10_000 * 60_000L), 100, 0.2, coordinates, 0);
    }
}
