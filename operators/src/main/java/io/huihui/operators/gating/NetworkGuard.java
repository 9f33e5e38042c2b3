package io.huihui.operators.gating;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.Alert;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateNetwork;
import io.huihui.operators.breaker.Answer;
import io.huihui.operators.breaker.BoundedCalls;
import io.huihui.operators.breaker.BreakerWatch;
import io.huihui.operators.breaker.Caller;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The gate's network behind a breaker. When it gives no weights that can be used, there are none,
 * and the booster's stand in.
 *
 * <p>Live it is asked on a thread of its own and left alone while it keeps failing. In a replay it
 * is asked every time, so that each answer depends on its own question only.
 */
final class NetworkGuard implements AutoCloseable {

    private static final String NAME = "GATE NETWORK";

    private final GateNetwork network;
    private final Caller caller;
    private final Breaker breaker;
    private final BreakerWatch watch;
    private final Counter unanswered;
    private final Consumer<Alert> alerts;

    NetworkGuard(
            GateNetwork network,
            GateClock clock,
            BreakerConfig config,
            LongSupplier processingTime,
            MetricGroup metrics,
            Consumer<Alert> alerts) {
        this.network = network;
        this.alerts = alerts;
        this.watch = new BreakerWatch(metrics);
        this.unanswered = metrics.counter("network_unanswered");
        switch (clock) {
            case PROCESSING -> {
                caller = new BoundedCalls("gate-network", config);
                breaker = new Breaker(NAME, config.rule(), processingTime);
            }
            case EVENT -> {
                caller = Caller.direct();
                breaker = null;
            }
            default -> throw new IllegalStateException("unknown clock " + clock);
        }
    }

    String engine() {
        return network.engine();
    }

    /**
     * Returns what the network says, as {@link GateNetwork#logWeights} does; null when that is
     * nothing.
     *
     * @param experts how many numbers it has to say of each row
     * @param first of the snapshots asked about, for alerts
     */
    float[] logWeights(float[] rows, int count, int experts, SnapshotId first) {
        Breaker.State failing = breaker == null ? Breaker.State.CLOSED : breaker.state();
        Breaker.State slow = caller.state();
        Answer<float[]> answer = ask(rows, count);
        float[] weights = answer == null ? null : answer.value();
        if (weights != null && !isUsable(weights, count * experts)) {
            weights = null;
        }
        if (weights == null) {
            unanswered.inc();
        }
        if (breaker != null) {
            if (answer != null && answer.kind() != Answer.Kind.LATE) {
                count(weights != null);
            }
            watch.call(failing, breaker.state(), first, NAME, why(answer), alerts);
        }
        watch.call(slow, caller.state(), first, NAME + " IN TIME", why(answer), alerts);
        return weights;
    }

    /** Returns null when the network is left alone. */
    private Answer<float[]> ask(float[] rows, int count) {
        if (breaker != null && !breaker.mayCall()) {
            return null;
        }
        if (!caller.mayCall()) {
            breaker.notCalled();
            return null;
        }
        if (!caller.mayBeLate()) {
            return caller.call(() -> network.logWeights(rows, count));
        }
        float[] own = Arrays.copyOf(rows, rows.length); // a late call may still read them
        Answer<float[]> answer = caller.call(() -> network.logWeights(own, count));
        if (answer.kind() == Answer.Kind.LATE) {
            breaker.notCalled();
        }
        return answer;
    }

    private void count(boolean good) {
        if (good) {
            breaker.succeeded();
        } else {
            breaker.failed();
        }
    }

    private static boolean isUsable(float[] weights, int expected) {
        if (weights.length != expected) {
            return false;
        }
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                return false;
            }
        }
        return true;
    }

    private static String why(Answer<float[]> answer) {
        if (answer == null) {
            return "it hangs";
        }
        return switch (answer.kind()) {
            case LATE -> "no answer in time";
            case THREW -> answer.thrown().toString();
            case ANSWERED -> "need a finite number per expert and question, was something else";
        };
    }

    /** What hangs in native code cannot be closed beneath it. */
    @Override
    public void close() {
        caller.close();
        if (caller.isSettled()) {
            network.close();
        }
    }
}
