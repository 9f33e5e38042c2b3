package io.huihui.operators.memory;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.vector.Candidates;
import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.ExactSearch;
import io.huihui.models.vector.Mirrors;
import io.huihui.models.vector.Neighbours;
import io.huihui.models.vector.VectorDevice;
import io.huihui.operators.breaker.Answer;
import io.huihui.operators.breaker.BoundedCalls;
import io.huihui.operators.breaker.Caller;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Searches on a device and, while that fails, is late or is left alone, in the index itself. The
 * answer is the same either way: a device that is lost in the middle of a search costs the time
 * that its answer was waited for, and shows in metrics and a warning. One for all keys of a task.
 */
final class DeviceSearch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSearch.class);
    private static final String NAME = "VECTOR DEVICE";

    private final VectorDeviceFactory factory;
    private final Caller caller;
    private final Breaker breaker;
    private final Mirrors mirrors = new Mirrors();
    private final Counter unanswered;
    private final Counter unsettled;

    /** Those of calls that nobody waits for any more; closed once none of these is at work. */
    private final List<Session> abandoned = new ArrayList<>();

    private Session session;
    private boolean degraded;

    /** A device from its opening to its end. */
    private static final class Session {
        private final VectorDeviceFactory factory;
        private volatile VectorDevice device;

        Session(VectorDeviceFactory factory) {
            this.factory = factory;
        }

        Candidates ask(Mirrors.Question question) {
            open();
            return question.on(device);
        }

        void open() {
            if (device == null) {
                device = factory.open();
            }
        }

        void close() {
            if (device != null) {
                device.close();
            }
        }
    }

    /** Returns the search of an operator's task. */
    static DeviceSearch open(
            String operator, MemoryRules rules, LongSupplier nowMillis, MetricGroup metrics) {
        return new DeviceSearch(
                rules.devices(),
                new BoundedCalls(operator, rules.breakers()),
                rules.breakers(),
                nowMillis,
                metrics);
    }

    /** Opens the device; without one it is tried again later. */
    DeviceSearch(
            VectorDeviceFactory factory,
            Caller caller,
            BreakerConfig config,
            LongSupplier nowMillis,
            MetricGroup metrics) {
        this.factory = factory;
        this.caller = caller;
        this.breaker = new Breaker(NAME, config.rule(), nowMillis);
        this.unanswered = metrics.counter("device_unanswered");
        this.unsettled = metrics.counter("device_unsettled");
        metrics.gauge("device_degraded", () -> degraded ? 1 : 0);
        this.session = new Session(factory);
        try {
            session.open();
        } catch (RuntimeException | LinkageError none) {
            degraded(none);
        }
    }

    /** Returns the way to search for one key. */
    ExactSearch of(String owner) {
        return (index, query, k, found) -> {
            if (!onDevice(owner, index, query, k, found)) {
                index.search(query, k, found);
            }
        };
    }

    private boolean onDevice(
            String owner, ExactIndex index, float[] query, int k, Neighbours found) {
        closeAbandoned();
        if (!breaker.mayCall()) {
            unanswered.inc();
            return false;
        }
        if (!caller.mayCall()) {
            breaker.notCalled();
            unanswered.inc();
            return false;
        }
        Mirrors.Question question = mirrors.question(owner, index, query, k);
        Session asked = session;
        Answer<Candidates> answer = caller.call(() -> asked.ask(question));
        switch (answer.kind()) {
            case ANSWERED -> {
                breaker.succeeded();
                degraded = false;
                if (!mirrors.settle(question, index, answer.value(), found)) {
                    unsettled.inc();
                    return false;
                }
                return true;
            }
            case THREW -> {
                breaker.failed();
                degraded(answer.thrown());
                close(asked);
            }
            case LATE -> {
                breaker.notCalled();
                degraded(null);
                abandoned.add(asked);
            }
            default -> throw new IllegalStateException("unknown answer " + answer);
        }
        unanswered.inc();
        session = new Session(factory);
        mirrors.lost();
        return false;
    }

    private void degraded(Throwable why) {
        if (!degraded) {
            LOG.warn(
                    "need an answer of the device for vectors, was none;"
                            + " they are compared on the processors, with the same result",
                    why);
        }
        degraded = true;
    }

    private void closeAbandoned() {
        if (!abandoned.isEmpty() && caller.isSettled()) {
            abandoned.forEach(DeviceSearch::close);
            abandoned.clear();
        }
    }

    /** A device that is broken may not even be closed. */
    private static void close(Session session) {
        try {
            session.close();
        } catch (RuntimeException broken) {
            LOG.debug("a broken device could not be closed", broken);
        }
    }

    /** Forgets a key; the device frees its rows with the next search. */
    void forget(String owner) {
        mirrors.forget(owner);
    }

    /** What hangs in native code cannot be closed beneath it. */
    @Override
    public void close() {
        caller.close();
        if (caller.isSettled()) {
            closeAbandoned();
            close(session);
        }
    }
}
