package io.huihui.operators.mining;

import io.huihui.models.mining.MinedEvent;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.SeriesPoint;
import io.huihui.models.mining.SymbolHistory;
import io.huihui.models.serialization.BinaryStateTypeInfo;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** steps, events => keyBy(symbol) => when there are no more, the history of each symbol. */
public final class Histories
        extends KeyedCoProcessFunction<String, SeriesPoint, MinedEvent, SymbolHistory> {

    public static final String UID = "mining-histories";

    /** Key: symbol. One a step and revision of the history; cleared when it has ended. */
    static final ListStateDescriptor<SeriesPoint> POINTS =
            new ListStateDescriptor<>("mining-points", TypeInformation.of(SeriesPoint.class));

    /** Key: symbol. One an event of the history; cleared when it has ended. */
    static final ListStateDescriptor<MinedEvent> EVENTS =
            new ListStateDescriptor<>("mining-events", TypeInformation.of(MinedEvent.class));

    private static final long serialVersionUID = 1L;

    private final MiningConfig config;

    private transient ListState<SeriesPoint> points;
    private transient ListState<MinedEvent> events;

    Histories(MiningConfig config) {
        this.config = config;
    }

    static SingleOutputStreamOperator<SymbolHistory> attach(
            DataStream<SeriesPoint> points, DataStream<MinedEvent> events, MiningConfig config) {
        return points.keyBy(SeriesPoint::symbol)
                .connect(events.keyBy(MinedEvent::symbol))
                .process(new Histories(config), new BinaryStateTypeInfo<>(SymbolHistory.class))
                .uid(UID)
                .name("Histories");
    }

    @Override
    public void open(OpenContext context) {
        points = getRuntimeContext().getListState(POINTS);
        events = getRuntimeContext().getListState(EVENTS);
    }

    @Override
    public void processElement1(SeriesPoint point, Context context, Collector<SymbolHistory> out)
            throws Exception {
        points.add(point);
        context.timerService().registerEventTimeTimer(EndOfHistory.MILLIS);
    }

    @Override
    public void processElement2(MinedEvent event, Context context, Collector<SymbolHistory> out)
            throws Exception {
        events.add(event);
        context.timerService().registerEventTimeTimer(EndOfHistory.MILLIS);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SymbolHistory> out)
            throws Exception {
        out.collect(
                SymbolHistory.of(
                        context.getCurrentKey(), points.get(), events.get(), config.stepMillis()));
        points.clear();
        events.clear();
    }
}
