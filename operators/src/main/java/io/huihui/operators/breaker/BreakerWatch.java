package io.huihui.operators.breaker;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.AlertSeverity;
import io.huihui.models.feature.SnapshotId;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

import java.util.function.Consumer;

/** Counts what breakers of a task do, and makes an alert of each that opens or closes. */
public final class BreakerWatch {

    private final Counter opened;
    private final Counter closed;
    private long open;

    public BreakerWatch(MetricGroup metrics) {
        opened = metrics.counter("breakers_opened");
        closed = metrics.counter("breakers_closed");
        metrics.gauge("breakers_not_closed", () -> open);
    }

    /**
     * Hears how a breaker was before a call and is after it.
     *
     * @param subject what is behind it
     * @param why what was wrong with the last call; read only when the breaker has opened
     */
    public void call(
            Breaker.State before,
            Breaker.State after,
            SnapshotId snapshot,
            String subject,
            String why,
            Consumer<Alert> alerts) {
        if (before == after) {
            return;
        }
        if (before == Breaker.State.CLOSED) {
            opened.inc();
            open++;
            alerts.accept(
                    alert(
                            snapshot,
                            AlertKind.BREAKER_OPENED,
                            AlertSeverity.WATCH,
                            subject,
                            subject
                                    + " keeps failing and is left alone for a while; the last: "
                                    + why));
        } else if (after == Breaker.State.CLOSED) {
            closed.inc();
            open--;
            alerts.accept(
                    alert(
                            snapshot,
                            AlertKind.BREAKER_CLOSED,
                            AlertSeverity.INFO,
                            subject,
                            subject + " answers again"));
        }
    }

    /** A breaker in this state is no longer watched. */
    public void forget(Breaker.State state) {
        if (state != Breaker.State.CLOSED) {
            open--;
        }
    }

    private static Alert alert(
            SnapshotId snapshot,
            AlertKind kind,
            AlertSeverity severity,
            String subject,
            String sentence) {
        return new Alert(
                Alert.idOf(snapshot, kind, subject),
                snapshot,
                kind,
                severity,
                subject,
                sentence,
                null);
    }
}
