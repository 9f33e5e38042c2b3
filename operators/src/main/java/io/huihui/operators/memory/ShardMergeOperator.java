package io.huihui.operators.memory;

import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.ShardAnswer;
import io.huihui.models.memory.ShardAnswers;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;

/**
 * answers of shards => keyBy(symbol) => the nearest of all.
 *
 * <p>Goes on when every shard has answered, and live, too, when one has not within the time that is
 * given: then the result says how much of the memory it has seen. In a replay a shard is waited
 * for.
 */
final class ShardMergeOperator extends KeyedProcessFunction<String, ShardAnswer, Analogues> {

    static final String UID = "market-memory-merge";

    /** Key: symbol. How much each shard held. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<ShardAnswers> HELD =
            new ValueStateDescriptor<>(
                    "market-memory-held", new BinaryStateTypeInfo<>(ShardAnswers.class));

    /** Key: symbol, then minute. At most an answer a shard; cleared when the minute is told. */
    static final MapStateDescriptor<Long, ShardMinute> WAITING =
            new MapStateDescriptor<>(
                    "market-memory-answers", Types.LONG, TypeInformation.of(ShardMinute.class));

    /** Key: symbol. The last minute that was told. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<Long> TOLD =
            new ValueStateDescriptor<>("market-memory-told", Types.LONG);

    private static final long serialVersionUID = 1L;

    private final MemoryRules rules;

    private transient ValueState<ShardAnswers> held;
    private transient MapState<Long, ShardMinute> waiting;
    private transient ValueState<Long> told;
    private transient IdleTimer idle;
    private transient Counter unanswered;
    private transient Counter tooLate;

    ShardMergeOperator(MemoryRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        held = getRuntimeContext().getState(HELD);
        waiting = getRuntimeContext().getMapState(WAITING);
        told = getRuntimeContext().getState(TOLD);
        idle = new IdleTimer(getRuntimeContext(), UID);
        unanswered = getRuntimeContext().getMetricGroup().counter("shards_unanswered");
        tooLate = getRuntimeContext().getMetricGroup().counter("shard_answers_too_late");
    }

    @Override
    public void processElement(ShardAnswer answer, Context context, Collector<Analogues> out)
            throws Exception {
        long minute = answer.asked().snapshot().secondEndMillis();
        int shards = rules.scope().shards();
        Long last = told.value();
        if ((last != null && minute <= last) || answer.shard() >= shards) {
            tooLate.inc();
            return;
        }
        idle.seen(minute, context.timerService());
        ShardMinute before = waiting.get(minute);
        List<ShardAnswer> answers =
                before == null ? new ArrayList<>() : new ArrayList<>(before.answers());
        // A savepoint may hold answers of shards that the configuration has no longer.
        answers.removeIf(each -> each.shard() >= shards);
        answers.add(answer);
        if (answers.size() == shards) {
            waiting.remove(minute);
            tell(minute, answers, out);
            return;
        }
        waiting.put(
                minute,
                new ShardMinute(before == null ? until(context) : before.untilMillis(), answers));
    }

    /** Returns when a shard is given up, and sets a timer for it. */
    private long until(Context context) {
        if (rules.judging() == Judging.BY_EVENT_TIME) {
            return Long.MAX_VALUE;
        }
        long until = context.timerService().currentProcessingTime() + rules.scope().maxWaitMillis();
        context.timerService().registerProcessingTimeTimer(until);
        return until;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Analogues> out)
            throws Exception {
        if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
            giveUp(timestamp, out);
        } else if (idle.isIdle(timestamp, context.timerService())) {
            held.clear();
            told.clear();
            waiting.clear();
        }
    }

    private void giveUp(long nowMillis, Collector<Analogues> out) throws Exception {
        List<Long> due = new ArrayList<>();
        for (var entry : waiting.entries()) {
            if (entry.getValue().untilMillis() <= nowMillis) {
                due.add(entry.getKey());
            }
        }
        due.sort(null);
        for (long minute : due) {
            List<ShardAnswer> answers = waiting.get(minute).answers();
            waiting.remove(minute);
            unanswered.inc(rules.scope().shards() - answers.size());
            tell(minute, answers, out);
        }
    }

    private void tell(long minute, List<ShardAnswer> answers, Collector<Analogues> out)
            throws Exception {
        ShardAnswers known = held.value();
        known = known == null ? new ShardAnswers() : known;
        Analogues analogues =
                known.merged(answers, rules.scope().shards(), rules.config().neighbours());
        held.update(known);
        told.update(minute);
        if (analogues != null) {
            out.collect(analogues);
        }
    }
}
