package io.huihui.operators.mining;

import io.huihui.models.mining.MinedEvent;
import io.huihui.models.mining.MinedPattern;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.PatternSearch;
import io.huihui.models.mining.SeriesPoint;
import io.huihui.models.mining.ShuffleTask;
import io.huihui.models.mining.ShuffledHighest;
import io.huihui.models.mining.SymbolHistory;
import io.huihui.models.serialization.BinaryStateTypeInfo;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The patterns of each symbol's history, and what they are held against.
 *
 * <pre>
 * steps, events => Histories => histories => shuffles to be made => to all tasks => make them
 *                                 |                                                  |
 *                                 +=> keyBy(symbol) => Patterns => patterns <========+
 * </pre>
 *
 * Shuffled histories are nearly all of the work and go to whichever task is free, so that one
 * symbol keeps all processors busy, too. They meet again by symbol, and their order does not
 * matter.
 */
public final class Patterns
        extends KeyedCoProcessFunction<String, SymbolHistory, ShuffledHighest, MinedPattern> {

    public static final String UID = "mining-patterns";

    /** Of the step that cuts the work into pieces. */
    public static final String TASKS_UID = "mining-shuffle-tasks";

    /** Of the step that does it. */
    public static final String SHUFFLES_UID = "mining-shuffles";

    /** Key: symbol. Its history; cleared when its patterns are known. */
    static final ValueStateDescriptor<SymbolHistory> HISTORY =
            new ValueStateDescriptor<>(
                    "mining-history", new BinaryStateTypeInfo<>(SymbolHistory.class));

    /** Key: symbol. One a task; cleared when the patterns are known. */
    static final ListStateDescriptor<ShuffledHighest> SHUFFLED =
            new ListStateDescriptor<>("mining-shuffled", TypeInformation.of(ShuffledHighest.class));

    private static final long serialVersionUID = 1L;

    private final MiningConfig config;

    private transient ValueState<SymbolHistory> history;
    private transient ListState<ShuffledHighest> shuffled;

    Patterns(MiningConfig config) {
        this.config = config;
    }

    /**
     * Returns the patterns of bounded histories, when they have ended.
     *
     * @param points in any order
     * @param events in any order
     */
    public static SingleOutputStreamOperator<MinedPattern> attach(
            DataStream<SeriesPoint> points, DataStream<MinedEvent> events, MiningConfig config) {
        SingleOutputStreamOperator<SymbolHistory> histories =
                Histories.attach(points, events, config);
        SingleOutputStreamOperator<ShuffledHighest> shuffled =
                histories
                        .<ShuffleTask>flatMap(
                                (each, out) -> ShuffleTask.of(each, config).forEach(out::collect),
                                new BinaryStateTypeInfo<>(ShuffleTask.class))
                        .uid(TASKS_UID)
                        .name("Shuffles to be made")
                        .rebalance()
                        .map(task -> task.run(config), TypeInformation.of(ShuffledHighest.class))
                        .uid(SHUFFLES_UID)
                        .name("Shuffled histories");
        return histories
                .keyBy(SymbolHistory::symbol)
                .connect(shuffled.keyBy(ShuffledHighest::symbol))
                .process(new Patterns(config), TypeInformation.of(MinedPattern.class))
                .uid(UID)
                .name("Patterns");
    }

    @Override
    public void open(OpenContext context) {
        history = getRuntimeContext().getState(HISTORY);
        shuffled = getRuntimeContext().getListState(SHUFFLED);
    }

    @Override
    public void processElement1(SymbolHistory value, Context context, Collector<MinedPattern> out)
            throws Exception {
        history.update(value);
        context.timerService().registerEventTimeTimer(EndOfHistory.MILLIS);
    }

    @Override
    public void processElement2(ShuffledHighest value, Context context, Collector<MinedPattern> out)
            throws Exception {
        shuffled.add(value);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<MinedPattern> out)
            throws Exception {
        new PatternSearch(history.value(), shuffled.get(), config).patterns().forEach(out::collect);
        history.clear();
        shuffled.clear();
    }
}
