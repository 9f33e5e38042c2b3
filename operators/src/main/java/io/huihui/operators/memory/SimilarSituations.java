package io.huihui.operators.memory;

import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.Situation;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * first-published snapshots at a minute's end => situations => past situations like them, and what
 * came of those: of the same symbol, or of the whole market.
 *
 * <pre>
 * scope SYMBOL: situations => keyBy(symbol) => Analogues
 * scope MARKET: situations => keyBy(symbol) => OpenSituations => situations that are over
 *                                                             |=> questions, one for each shard
 *               both => keyBy(shard) => MemoryShard => answers => keyBy(symbol) => ShardMerge
 * </pre>
 */
public final class SimilarSituations {

    /** Of the step that takes situations off snapshots. */
    public static final String UID = "analogues-situations";

    private SimilarSituations() {}

    /** Attaches to snapshots. */
    public static SingleOutputStreamOperator<Analogues> attach(
            DataStream<FeatureSnapshot> snapshots, MemoryRules rules) {
        DataStream<Situation> situations =
                snapshots
                        .<Situation>flatMap(
                                (snapshot, out) -> {
                                    Situation situation =
                                            Situation.isAsked(snapshot)
                                                    ? Situation.of(snapshot)
                                                    : null;
                                    if (situation != null) {
                                        out.collect(situation);
                                    }
                                },
                                TypeInformation.of(Situation.class))
                        .uid(UID)
                        .name("Situations");
        return switch (rules.scope().kind()) {
            case SYMBOL -> AnaloguesOperator.attach(situations, rules);
            case MARKET -> MarketMemory.attach(situations, rules);
        };
    }
}
