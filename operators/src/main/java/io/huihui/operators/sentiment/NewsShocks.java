package io.huihui.operators.sentiment;

import io.huihui.models.decision.Alert;
import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.Shock;
import io.huihui.models.expert.sentiment.ShockDetector;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * mids, news => keyBy(symbol) => an alert per news shock.
 *
 * <p>Live, each story and each price is judged as it arrives: an alert that waited for a watermark
 * would come a second late. In a replay both wait for it and are judged in the order of their event
 * time, so that the answer does not depend on which stream was faster.
 */
public final class NewsShocks
        extends KeyedCoProcessFunction<String, SymbolPrice, NewsMention, Alert> {

    public static final String UID = "news-shocks";

    /** Key: symbol. Bounded by the detector. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<ShockDetector> DETECTOR =
            new ValueStateDescriptor<>(
                    "news-shocks-detector", new BinaryStateTypeInfo<>(ShockDetector.class));

    /** Key: symbol. Stories the watermark has not passed; cleared when it does. */
    static final ListStateDescriptor<NewsMention> STORIES =
            new ListStateDescriptor<>("news-shocks-stories", TypeInformation.of(NewsMention.class));

    /** Key: symbol, then end of second. Prices the watermark has not passed. */
    static final MapStateDescriptor<Long, Double> PRICES =
            new MapStateDescriptor<>("news-shocks-prices", Types.LONG, Types.DOUBLE);

    private static final long serialVersionUID = 1L;

    private static final Comparator<NewsMention> BY_TIME =
            Comparator.comparingLong((NewsMention mention) -> mention.item().receivedTimeMillis())
                    .thenComparing(mention -> mention.item().source())
                    .thenComparingLong(mention -> mention.item().sequence());

    private final Judging judging;

    private transient ValueState<ShockDetector> detector;
    private transient ListState<NewsMention> stories;
    private transient MapState<Long, Double> prices;
    private transient IdleTimer idle;
    private transient Counter shocks;

    NewsShocks(Judging judging) {
        this.judging = judging;
    }

    /** Returns the alerts; at once, or by event time. */
    public static SingleOutputStreamOperator<Alert> attach(
            DataStream<SymbolPrice> prices, DataStream<NewsMention> mentions, Judging judging) {
        return prices.keyBy(SymbolPrice::symbol)
                .connect(mentions.keyBy(NewsMention::symbol))
                .process(new NewsShocks(judging), TypeInformation.of(Alert.class))
                .uid(UID)
                .name("News shocks");
    }

    @Override
    public void open(OpenContext context) {
        detector = getRuntimeContext().getState(DETECTOR);
        stories = getRuntimeContext().getListState(STORIES);
        prices = getRuntimeContext().getMapState(PRICES);
        idle = new IdleTimer(getRuntimeContext(), UID);
        shocks = getRuntimeContext().getMetricGroup().counter("shocks");
    }

    @Override
    public void processElement1(SymbolPrice price, Context context, Collector<Alert> out)
            throws Exception {
        long end = price.secondEndMillis();
        idle.seen(end, context.timerService());
        if (waits(end - 1, context)) {
            prices.put(end, price.mid());
            context.timerService().registerEventTimeTimer(end - 1);
        } else {
            ShockDetector now = detector();
            tell(now.observe(context.getCurrentKey(), end - 1, price.mid()), out);
            detector.update(now);
        }
    }

    @Override
    public void processElement2(NewsMention mention, Context context, Collector<Alert> out)
            throws Exception {
        long received = mention.item().receivedTimeMillis();
        idle.seen(received, context.timerService());
        if (waits(received, context)) {
            stories.add(mention);
            context.timerService().registerEventTimeTimer(received);
        } else {
            ShockDetector now = detector();
            tell(read(now, mention), out);
            detector.update(now);
        }
    }

    private boolean waits(long millis, Context context) {
        return judging == Judging.BY_EVENT_TIME
                && millis > context.timerService().currentWatermark();
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        List<NewsMention> due = storiesUntil(timestamp);
        NavigableMap<Long, Double> closed = pricesUntil(timestamp + 1);
        if (!due.isEmpty() || !closed.isEmpty()) {
            ShockDetector now = detector();
            for (NewsMention story : due) {
                long received = story.item().receivedTimeMillis();
                while (!closed.isEmpty() && closed.firstKey() - 1 < received) {
                    judge(now, context.getCurrentKey(), closed, out);
                }
                tell(read(now, story), out);
            }
            while (!closed.isEmpty()) {
                judge(now, context.getCurrentKey(), closed, out);
            }
            detector.update(now);
        }
        if (idle.isIdle(timestamp, context.timerService())) {
            detector.clear();
        }
    }

    private List<NewsMention> storiesUntil(long millis) throws Exception {
        List<NewsMention> due = new ArrayList<>();
        List<NewsMention> left = new ArrayList<>();
        for (NewsMention story : stories.get()) {
            (story.item().receivedTimeMillis() <= millis ? due : left).add(story);
        }
        stories.update(left);
        due.sort(BY_TIME);
        return due;
    }

    private NavigableMap<Long, Double> pricesUntil(long endMillis) throws Exception {
        NavigableMap<Long, Double> closed = new TreeMap<>();
        for (Long end : prices.keys()) {
            if (end <= endMillis) {
                closed.put(end, prices.get(end));
            }
        }
        for (Long end : closed.keySet()) {
            prices.remove(end);
        }
        return closed;
    }

    private void judge(
            ShockDetector now,
            String symbol,
            NavigableMap<Long, Double> closed,
            Collector<Alert> out) {
        long end = closed.firstKey();
        tell(now.observe(symbol, end - 1, closed.remove(end)), out);
    }

    private Shock read(ShockDetector now, NewsMention mention) {
        return now.observe(mention.symbol(), mention.item(), mention.tone());
    }

    private void tell(Shock shock, Collector<Alert> out) {
        if (shock != null) {
            shocks.inc();
            out.collect(shock.alert());
        }
    }

    private ShockDetector detector() throws Exception {
        ShockDetector now = detector.value();
        return now == null ? new ShockDetector() : now;
    }
}
