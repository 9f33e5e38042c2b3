package io.huihui.models.strategy;

import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.directive.Verdicts;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SampleJoinTest {

    private static final long MINUTE = 1_767_625_260_000L;

    private final SampleJoin join = new SampleJoin();

    private static SnapshotId at(int minute) {
        return new SnapshotId("SPY", MINUTE + minute * 60_000L);
    }

    private static FeatureSnapshot features(SnapshotId id) {
        FeatureVector vector =
                new FeatureVector.Builder()
                        .set(Feature.MID, 500)
                        .set(Feature.ATM_IV_30D, 0.2)
                        .set(Feature.REALIZED_VOL_30M, 0.15)
                        .set(Feature.TREND_60M, -1)
                        .missing(Feature.GIB_Z, Quality.WARMUP)
                        .build();
        return new FeatureSnapshot(id, 0, vector);
    }

    private static Verdict verdict(SnapshotId id) {
        return Verdicts.on(id, 0.5, 0.2, new VolatilityView(0.5, 0.1, 0.4), 0.5, 0.9);
    }

    private static double input(StrategySample sample, EntryInput input) {
        return sample.inputs().get(input.ordinal());
    }

    @Test
    void aMinuteIsWholeWhicheverHalfComesFirst() {
        assertThat(join.add(features(at(0)))).isNull();
        StrategySample first = join.add(verdict(at(0)));
        assertThat(join.add(verdict(at(1)))).isNull();
        StrategySample second = join.add(features(at(1)));

        assertThat(first.mid()).isEqualTo(500);
        assertThat(first.impliedVol()).isEqualTo(0.2);
        assertThat(input(first, EntryInput.LEAN)).isCloseTo(0.3, within(1e-12));
        assertThat(input(first, EntryInput.CONFIDENCE)).isEqualTo(0.5);
        assertThat(input(first, EntryInput.AGREEMENT)).isEqualTo(0.9);
        assertThat(input(first, EntryInput.VOLATILITY_LEAN)).isCloseTo(0.4, within(1e-12));
        assertThat(input(first, EntryInput.IMPLIED_LESS_REALIZED)).isCloseTo(0.05, within(1e-12));
        assertThat(input(first, EntryInput.TREND)).isEqualTo(-1);
        assertThat(input(first, EntryInput.DEALER_GAMMA)).isNaN();
        assertThat(second.inputs()).isEqualTo(first.inputs());
        assertThat(second.snapshot()).isEqualTo(at(1));
    }

    @Test
    void secondsBetweenMinutesAndCorrectionsAreLeftOut() {
        SnapshotId between = new SnapshotId("SPY", MINUTE + 1_000);
        join.add(features(between));
        assertThat(join.add(verdict(between))).isNull();

        join.add(new FeatureSnapshot(at(0), 1, features(at(0)).features()));
        assertThat(join.add(verdict(at(0)))).isNull();
    }

    @Test
    void withoutAPriceThereIsNoSample() {
        join.add(new FeatureSnapshot(at(0), 0, new FeatureVector.Builder().build()));

        assertThat(join.add(verdict(at(0)))).isNull();
    }

    @Test
    void oneTopicMayBeReadSessionsAhead() throws IOException {
        for (int minute = 0; minute <= SampleJoin.MOST; minute++) {
            join.add(features(at(minute)));
        }
        SampleJoin restored = restored();

        // The oldest was given up: the state is bounded.
        assertThat(restored.add(verdict(at(0)))).isNull();
        for (int minute = 1; minute <= SampleJoin.MOST; minute++) {
            assertThat(restored.add(verdict(at(minute)))).isNotNull();
        }
    }

    @Test
    void whatComesAgainIsLeftOutAndLeavesNothingBehind() throws IOException {
        for (int minute = 0; minute < 5; minute++) {
            join.add(features(at(minute)));
            join.add(verdict(at(minute)));
        }
        byte[] before = bytes(join);

        for (int minute = 2; minute < 5; minute++) {
            assertThat(join.add(verdict(at(minute)))).isNull();
            assertThat(join.add(features(at(minute)))).isNull();
        }

        assertThat(bytes(join)).isEqualTo(before);
    }

    @Test
    void aHalfIsGivenUpWhenTheOtherTopicHasPassedItsMinute() throws IOException {
        join.add(features(at(0)));
        join.add(features(at(1)));
        assertThat(join.add(verdict(at(1)))).isNotNull();
        SampleJoin never = new SampleJoin();
        never.add(features(at(1)));
        never.add(verdict(at(1)));

        assertThat(bytes(join)).isEqualTo(bytes(never));
        assertThat(join.add(verdict(at(2)))).isNull();
        assertThat(join.add(features(at(3)))).isNull();
        assertThat(join.add(features(at(2)))).isNull();
        assertThat(join.add(verdict(at(3)))).isNotNull();
    }

    private static byte[] bytes(SampleJoin join) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        join.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private SampleJoin restored() throws IOException {
        SampleJoin restored = new SampleJoin();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(join))));
        return restored;
    }
}
