package io.huihui.operators.memory;

import io.huihui.models.memory.Situation;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;

/**
 * Situations of a symbol that wait for the watermark, so that they are taken in the order of their
 * time. Cleared as they are taken.
 */
final class SituationsInOrder {

    private final MapState<Long, Situation> waiting;
    private final IdleTimer idle;
    private final Counter tooLate;

    /** Opens the states; that of idle symbols is named after the owner. */
    SituationsInOrder(
            RuntimeContext context, MapStateDescriptor<Long, Situation> state, String owner) {
        waiting = context.getMapState(state);
        idle = new IdleTimer(context, owner);
        tooLate = context.getMetricGroup().counter("situations_too_late");
    }

    /** Lets a situation of the current key wait, unless its minute has been judged. */
    void add(Situation situation, TimerService timers) throws Exception {
        long minute = situation.snapshot().secondEndMillis();
        if (minute <= timers.currentWatermark()) {
            tooLate.inc();
            return;
        }
        waiting.put(minute, situation);
        timers.registerEventTimeTimer(minute);
        idle.seen(minute, timers);
    }

    /** Returns the situation of the minute that a timer is for; null when there is none. */
    Situation take(long timerMillis) throws Exception {
        Situation situation = waiting.get(timerMillis);
        waiting.remove(timerMillis);
        return situation;
    }

    /** As {@link IdleTimer#isIdle}. */
    boolean isIdle(long timerMillis, TimerService timers) throws Exception {
        return idle.isIdle(timerMillis, timers);
    }
}
