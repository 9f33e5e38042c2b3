package io.huihui.operators.resolution;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.Resolution;
import io.huihui.models.explanation.ConflictResolver;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * conflicts + what agents answered => keyBy(symbol) => resolutions by the rule of the conflicts
 * that no agent has settled in time, or has settled otherwise than the rule does.
 *
 * <p>Waits by the clock, since agents answer by it: for live jobs only. A late answer has the id of
 * the rule's own, so readers drop it.
 */
public final class MissingResolutions
        extends KeyedCoProcessFunction<String, ConflictRecord, Resolution, Resolution> {

    public static final String UID = "missing-resolutions";

    /** Key: symbol, then the conflict's second. Cleared when it is settled, or its wait is over. */
    static final MapStateDescriptor<Long, ConflictRecord> WAITING =
            new MapStateDescriptor<>(
                    "waiting-conflicts", Types.LONG, TypeInformation.of(ConflictRecord.class));

    /**
     * Key: symbol, then the second. Answers whose conflict comes after them, as it may when the job
     * was restored; cleared when it comes, or after the same wait.
     */
    static final MapStateDescriptor<Long, Resolution> EARLY =
            new MapStateDescriptor<>(
                    "early-resolutions", Types.LONG, TypeInformation.of(Resolution.class));

    /** Key: symbol, then the second. By the clock in milliseconds, for both states above. */
    static final MapStateDescriptor<Long, Long> DEADLINES =
            new MapStateDescriptor<>("resolution-deadlines", Types.LONG, Types.LONG);

    private static final Logger LOG = LoggerFactory.getLogger(MissingResolutions.class);

    private static final long serialVersionUID = 1L;

    private final long maxWaitMillis;

    private transient MapState<Long, ConflictRecord> waiting;
    private transient MapState<Long, Resolution> early;
    private transient MapState<Long, Long> deadlines;
    private transient Counter answered;
    private transient Counter missing;
    private transient Counter refused;

    MissingResolutions(long maxWaitMillis) {
        this.maxWaitMillis = maxWaitMillis;
    }

    /**
     * Returns the resolutions that the job itself has to give.
     *
     * @param answers what agents wrote, and what the job itself did: its own are known and ignored
     */
    public static SingleOutputStreamOperator<Resolution> attach(
            DataStream<ConflictRecord> conflicts, DataStream<Resolution> answers, long maxWait) {
        return conflicts
                .keyBy(conflict -> conflict.snapshot().symbol())
                .connect(answers.keyBy(answer -> answer.snapshot().symbol()))
                .process(new MissingResolutions(maxWait))
                .uid(UID)
                .name("Missing resolutions");
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext().getMapState(WAITING);
        early = getRuntimeContext().getMapState(EARLY);
        deadlines = getRuntimeContext().getMapState(DEADLINES);
        answered = getRuntimeContext().getMetricGroup().counter("answered");
        missing = getRuntimeContext().getMetricGroup().counter("missing");
        refused = getRuntimeContext().getMetricGroup().counter("refused");
    }

    @Override
    public void processElement1(ConflictRecord conflict, Context context, Collector<Resolution> out)
            throws Exception {
        long second = conflict.snapshot().secondEndMillis();
        Resolution answer = early.get(second);
        if (answer == null) {
            waiting.put(second, conflict);
            awaitDeadline(second, context.timerService());
        } else {
            early.remove(second);
            deadlines.remove(second);
            check(conflict, answer, out);
        }
    }

    @Override
    public void processElement2(Resolution answer, Context context, Collector<Resolution> out)
            throws Exception {
        long second = answer.snapshot().secondEndMillis();
        ConflictRecord conflict = waiting.get(second);
        if (conflict == null) {
            early.put(second, answer);
            awaitDeadline(second, context.timerService());
        } else {
            waiting.remove(second);
            deadlines.remove(second);
            check(conflict, answer, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Resolution> out)
            throws Exception {
        List<Long> due = new ArrayList<>();
        for (Map.Entry<Long, Long> deadline : deadlines.entries()) {
            if (deadline.getValue() <= timestamp) {
                due.add(deadline.getKey());
            }
        }
        for (long second : due) {
            ConflictRecord conflict = waiting.get(second);
            if (conflict != null) {
                missing.inc();
                out.collect(ConflictResolver.resolve(conflict));
            }
            // By key: an iterator would leave an empty map behind.
            waiting.remove(second);
            early.remove(second);
            deadlines.remove(second);
        }
    }

    private void awaitDeadline(long second, TimerService timers) throws Exception {
        long deadline = timers.currentProcessingTime() + maxWaitMillis;
        deadlines.put(second, deadline);
        timers.registerProcessingTimeTimer(deadline);
    }

    private void check(ConflictRecord conflict, Resolution answer, Collector<Resolution> out) {
        Optional<String> complaint = ConflictResolver.complaint(conflict, answer);
        if (complaint.isEmpty()) {
            answered.inc();
        } else {
            refused.inc();
            try (MDC.MDCCloseable unused =
                    MDC.putCloseable("snapshot", conflict.snapshot().text())) {
                LOG.warn("an agent's answer is replaced: {}", complaint.get());
            }
            out.collect(ConflictResolver.resolve(conflict));
        }
    }
}
