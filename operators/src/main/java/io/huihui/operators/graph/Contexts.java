package io.huihui.operators.graph;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.Directive;
import io.huihui.models.graph.ContextRules;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.KnownContext;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What the graph takes, trades and conflicts => what was known around each of these. */
public final class Contexts {

    static final String TRADES_UID = "contexts-trades";
    static final String CONFLICTS_UID = "contexts-conflicts";

    private static final TypeInformation<Decision> DECISION = TypeInformation.of(Decision.class);

    private Contexts() {}

    /** Returns the decisions whose surroundings are told: all trades and all conflicts. */
    public static DataStream<Decision> decisions(
            DataStream<Directive> directives, DataStream<ConflictRecord> conflicts) {
        DataStream<Decision> trades =
                directives
                        .<Decision>flatMap(
                                (directive, out) -> {
                                    if (directive.isTrade()) {
                                        out.collect(
                                                new Decision(directive.id(), directive.snapshot()));
                                    }
                                },
                                DECISION)
                        .uid(TRADES_UID)
                        .name("Trades");
        return trades.union(
                conflicts
                        .map(conflict -> new Decision(conflict.id(), conflict.snapshot()), DECISION)
                        .uid(CONFLICTS_UID)
                        .name("Conflicts"));
    }

    /**
     * Attaches the operator. It is one task: a walk may come from any symbol to any other.
     *
     * @param facts of the whole market
     */
    public static SingleOutputStreamOperator<KnownContext> attach(
            DataStream<Facts> facts, DataStream<Decision> decisions, ContextRules rules) {
        return facts.keyBy(each -> ContextsOperator.MARKET, Types.BYTE)
                .connect(decisions.keyBy(each -> ContextsOperator.MARKET, Types.BYTE))
                .process(new ContextsOperator(rules), TypeInformation.of(KnownContext.class))
                .uid(ContextsOperator.UID)
                .name("Contexts")
                .setParallelism(1);
    }
}
