package io.huihui.operators.memory;

import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryShard;
import io.huihui.models.memory.PastSituation;
import io.huihui.models.memory.ShardAnswer;
import io.huihui.models.memory.Situation;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** A memory of the whole market in shards, each of which holds its share of every symbol's. */
final class MarketMemory {

    private MarketMemory() {}

    static SingleOutputStreamOperator<Analogues> attach(
            DataStream<Situation> situations, MemoryRules rules) {
        int shards = rules.scope().shards();
        String[] keys = spread(shards, situations.getExecutionEnvironment().getMaxParallelism());
        SingleOutputStreamOperator<PastSituation> past =
                situations
                        .keyBy(situation -> situation.snapshot().symbol())
                        .process(
                                new OpenSituationsOperator(shards),
                                TypeInformation.of(PastSituation.class))
                        .uid(OpenSituationsOperator.UID)
                        .name("Situations that wait for what comes");
        DataStream<ShardAnswer> answers =
                past.keyBy(over -> keys[MemoryShard.of(over.snapshot(), shards)])
                        .connect(
                                past.getSideOutput(OpenSituationsOperator.QUESTIONS)
                                        .keyBy(question -> keys[question.shard()]))
                        .process(
                                new MemoryShardOperator(rules),
                                TypeInformation.of(ShardAnswer.class))
                        .uid(MemoryShardOperator.UID)
                        .name("Shards of the market's memory");
        return answers.keyBy(answer -> answer.asked().snapshot().symbol())
                .process(new ShardMergeOperator(rules), TypeInformation.of(Analogues.class))
                .uid(ShardMergeOperator.UID)
                .name("Analogues of the market");
    }

    /**
     * Returns a key for each shard. Keys like 0, 1, 2 fall into key groups by chance, so that one
     * task may have three shards and another none; these lie in the middle of equal parts of the
     * key groups, so that up to as many tasks as there are shards have the same number of them.
     */
    static String[] spread(int shards, int keyGroups) {
        String[] keys = new String[shards];
        for (int shard = 0; shard < shards; shard++) {
            int wanted = (2 * shard + 1) * keyGroups / (2 * shards);
            int tried = 0;
            do {
                keys[shard] = shard + "." + tried++;
            } while (KeyGroupRangeAssignment.assignToKeyGroup(keys[shard], keyGroups) != wanted);
        }
        return keys;
    }
}
