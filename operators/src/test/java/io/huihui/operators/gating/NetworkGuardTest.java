package io.huihui.operators.gating;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateNetwork;

import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkGuardTest {

    private static final int EXPERTS = 3;
    private static final float[] ROWS = {1, 2};
    private static final SnapshotId FIRST =
            Snapshots.at(1, new FeatureVector.Builder().build()).id();
    private static final float[] GOOD = {0, 0.5f, -0.5f};

    /** A second for an answer, so that a busy machine does not make a sound network late. */
    private static final BreakerConfig CONFIG =
            new BreakerConfig(5, 20, 0.5, 5_000, 10_000, 1_000, 1_000, 60_000, 30_000);

    private static final BreakerConfig HASTY =
            new BreakerConfig(5, 20, 0.5, 5_000, 10_000, 4, 4, 60_000, 30_000);

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Alert> alerts = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile Supplier<float[]> says = () -> GOOD;
    private volatile boolean closed;
    private long now = 1_000_000;

    @AfterEach
    void end() {
        release.countDown();
    }

    @Test
    void whatIsNoWeightPerExpertIsNoAnswer() {
        try (NetworkGuard guard = guard(GateClock.EVENT, CONFIG)) {
            assertThat(ask(guard)).isEqualTo(GOOD);
            says = () -> new float[] {0, Float.NaN, 0};
            assertThat(ask(guard)).isNull();
            says = () -> new float[2];
            assertThat(ask(guard)).isNull();
            says = () -> null;
            assertThat(ask(guard)).isNull();
        }
        assertThat(closed).isTrue();
    }

    @Test
    void inAReplayItIsAskedEveryTimeHoweverOftenItFailed() {
        try (NetworkGuard guard = guard(GateClock.EVENT, CONFIG)) {
            says = NetworkGuardTest::broken;
            for (int i = 0; i < 30; i++) {
                assertThat(ask(guard)).isNull();
            }
            says = () -> GOOD;

            assertThat(ask(guard)).isEqualTo(GOOD);
            assertThat(asked).hasValue(31);
            assertThat(alerts).isEmpty();
        }
    }

    @Test
    void liveItIsLeftAloneAfterFiveFailuresAndTriedAgain() {
        try (NetworkGuard guard = guard(GateClock.PROCESSING, CONFIG)) {
            says = NetworkGuardTest::broken;
            for (int i = 0; i < 30; i++) {
                assertThat(ask(guard)).isNull();
            }
            assertThat(asked).hasValue(5);

            says = () -> GOOD;
            now += 5_001;

            assertThat(ask(guard)).isEqualTo(GOOD);
            assertThat(alerts)
                    .extracting(Alert::kind)
                    .containsExactly(AlertKind.BREAKER_OPENED, AlertKind.BREAKER_CLOSED);
            assertThat(alerts.get(0).sentence()).contains("IllegalStateException: no engine");
        }
    }

    @Test
    void whenItHangsTheGateGoesOnAndDoesNotCloseItBeneathTheCall() {
        try (NetworkGuard guard = guard(GateClock.PROCESSING, HASTY)) {
            says = this::stuck;
            assertThat(ask(guard)).isNull();
            while (asked.get() == 0) {
                Thread.onSpinWait(); // a busy machine gives up a call before it has begun
            }
            assertThat(ask(guard)).isNull();
            assertThat(asked).as("not beside the call that hangs").hasValue(1);
        }
        assertThat(closed).isFalse();
    }

    private float[] ask(NetworkGuard guard) {
        return guard.logWeights(ROWS, 1, EXPERTS, FIRST);
    }

    private static float[] broken() {
        throw new IllegalStateException("no engine");
    }

    /** As native code does: an interrupt changes nothing. */
    private float[] stuck() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
        return GOOD;
    }

    private NetworkGuard guard(GateClock clock, BreakerConfig config) {
        return new NetworkGuard(
                new Fake(), clock, config, () -> now, new UnregisteredMetricsGroup(), alerts::add);
    }

    private final class Fake implements GateNetwork {

        @Override
        public float[] logWeights(float[] rows, int count) {
            asked.incrementAndGet();
            return says.get();
        }

        @Override
        public String engine() {
            return "fake";
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
