package io.huihui.operators.graph;

import io.huihui.models.graph.ContextQuestion;
import io.huihui.models.graph.ContextRules;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.FactsWindow;
import io.huihui.models.graph.KnownContext;
import io.huihui.models.graph.Link;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * facts, decisions => what was known around the symbol of each decision, as the store would say.
 *
 * <p>A decision waits for the watermark: then all facts that were known by its second are there.
 * The mirror is not in the state, which has the facts: it is made of them again after a restore.
 */
public final class ContextsOperator
        extends KeyedCoProcessFunction<Byte, Facts, Decision, KnownContext> {

    public static final String UID = "contexts";

    /** The one key: that of the whole market. */
    static final Byte MARKET = 0;

    /** Facts by their first link. Cleared when no look-back sees them any more. */
    static final MapStateDescriptor<Link, Facts> FACTS =
            new MapStateDescriptor<>(
                    "contexts-facts",
                    TypeInformation.of(Link.class),
                    TypeInformation.of(Facts.class));

    /** Decisions by their id. Cleared when the watermark has come to them. */
    static final MapStateDescriptor<String, Decision> WAITING =
            new MapStateDescriptor<>(
                    "contexts-waiting", Types.STRING, TypeInformation.of(Decision.class));

    /** Event time from which on facts are held. One number, never cleared. */
    static final ValueStateDescriptor<Long> SINCE =
            new ValueStateDescriptor<>("contexts-since", Types.LONG);

    private static final long serialVersionUID = 1L;

    /** How often facts are let go without a decision. */
    private static final long TIDY_MILLIS = 60_000;

    private static final Comparator<Decision> IN_ORDER =
            Comparator.comparingLong((Decision decision) -> decision.snapshot().secondEndMillis())
                    .thenComparing(Decision::id);

    private final ContextRules rules;

    private transient MapState<Link, Facts> facts;
    private transient MapState<String, Decision> waiting;
    private transient ValueState<Long> since;
    private transient FactsWindow window;
    private transient Counter incomplete;

    ContextsOperator(ContextRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        facts = getRuntimeContext().getMapState(FACTS);
        waiting = getRuntimeContext().getMapState(WAITING);
        since = getRuntimeContext().getState(SINCE);
        incomplete = getRuntimeContext().getMetricGroup().counter("contexts_incomplete");
    }

    @Override
    public void processElement1(Facts fact, Context context, Collector<KnownContext> out)
            throws Exception {
        // A node that nothing leads to: no walk comes by.
        if (!fact.links().isEmpty() && window().add(fact)) {
            facts.put(fact.first(), fact);
            tidyAfter(fact.knownMillis(), context.timerService());
        }
    }

    private static void tidyAfter(long millis, TimerService timers) {
        timers.registerEventTimeTimer(
                Math.floorDiv(millis, TIDY_MILLIS) * TIDY_MILLIS + TIDY_MILLIS);
    }

    @Override
    public void processElement2(Decision decision, Context context, Collector<KnownContext> out)
            throws Exception {
        waiting.put(decision.id(), decision);
        context.timerService().registerEventTimeTimer(decision.snapshot().secondEndMillis());
    }

    @Override
    public void onTimer(long nowMillis, OnTimerContext context, Collector<KnownContext> out)
            throws Exception {
        for (Facts gone : window().advance(nowMillis)) {
            facts.remove(gone.first());
        }
        moveSince(nowMillis);
        if (window.oldestMillis() != null) {
            tidyAfter(nowMillis, context.timerService());
        }
        for (Decision decision : due(nowMillis)) {
            waiting.remove(decision.id());
            out.collect(tell(decision));
        }
    }

    private void moveSince(long nowMillis) throws Exception {
        Long begin = since.value();
        if (begin == null) {
            since.update(window.oldestMillis());
        } else {
            since.update(Math.max(begin, window.beginMillis(nowMillis)));
        }
    }

    private List<Decision> due(long nowMillis) throws Exception {
        List<Decision> due = new ArrayList<>();
        for (Decision decision : waiting.values()) {
            if (decision.snapshot().secondEndMillis() <= nowMillis) {
                due.add(decision);
            }
        }
        due.sort(IN_ORDER);
        return due;
    }

    private KnownContext tell(Decision decision) throws Exception {
        ContextQuestion question = rules.about(decision.snapshot());
        Long begin = since.value();
        boolean complete =
                begin != null && begin <= question.windowBeginMillis() && window.covers(question);
        if (!complete) {
            incomplete.inc();
        }
        return new KnownContext(
                decision.id(), decision.snapshot(), complete, window.context(question));
    }

    /** Returns what the state holds, in order; made of it when the task is new. */
    private FactsWindow window() throws Exception {
        if (window == null) {
            window = new FactsWindow(rules);
            for (Facts each : facts.values()) {
                window.add(each);
            }
        }
        return window;
    }
}
