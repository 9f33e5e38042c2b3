package io.huihui.operators.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.serialization.BinaryStateTypeInfo;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.util.Collector;

import java.io.IOException;

/**
 * snapshots, news => keyBy(symbol) => opinion of the sentiment expert per snapshot.
 *
 * <p>A snapshot waits until the watermark of the news says that all of its second is in, so that
 * the answer does not depend on which stream was faster. The news source has to be marked idle when
 * it is silent, or it holds the experts up.
 */
public final class SentimentExpertOperator
        extends KeyedCoProcessFunction<String, FeatureSnapshot, NewsMention, ExpertOpinion> {

    public static final String UID = "sentiment-expert";

    /** Key: symbol. Bounded by the model. Cleared when the symbol is idle. */
    static final ValueStateDescriptor<RuleBasedSentimentExpert> MODEL =
            new ValueStateDescriptor<>(
                    "sentiment-expert-model",
                    new BinaryStateTypeInfo<>(RuleBasedSentimentExpert.class));

    /**
     * Key: symbol, then second. As many seconds as the watermark is behind. Cleared when judged.
     */
    static final MapStateDescriptor<Long, FeatureSnapshot> WAITING =
            new MapStateDescriptor<>(
                    "sentiment-expert-waiting",
                    Types.LONG,
                    TypeInformation.of(FeatureSnapshot.class));

    private static final long serialVersionUID = 1L;

    private transient ValueState<RuleBasedSentimentExpert> model;
    private transient MapState<Long, FeatureSnapshot> waiting;
    private transient IdleTimer idle;
    private transient Counter abstentions;
    private transient long newsIsInUntil;
    private transient boolean newsIsSilent;

    private SentimentExpertOperator() {}

    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots, DataStream<NewsMention> mentions) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .connect(mentions.keyBy(NewsMention::symbol))
                .transform("Sentiment expert", TypeInformation.of(ExpertOpinion.class), operator())
                .uid(UID);
    }

    static TwoInputStreamOperator<FeatureSnapshot, NewsMention, ExpertOpinion> operator() {
        return new NewsFirst(new SentimentExpertOperator());
    }

    /** News up to this event time has come, milliseconds. */
    void newsIsInUntil(long millis) {
        newsIsInUntil = millis;
    }

    /** A silent source is not waited for. */
    void newsIsSilent(boolean silent) {
        newsIsSilent = silent;
    }

    @Override
    public void open(OpenContext context) {
        model = getRuntimeContext().getState(MODEL);
        waiting = getRuntimeContext().getMapState(WAITING);
        idle = new IdleTimer(getRuntimeContext(), UID);
        newsIsInUntil = Long.MIN_VALUE;
        newsIsSilent = false;
        abstentions = getRuntimeContext().getMetricGroup().counter("abstentions");
    }

    @Override
    public void processElement1(
            FeatureSnapshot snapshot, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        if (snapshot.revision() > 0) {
            return;
        }
        long end = snapshot.id().secondEndMillis();
        idle.seen(end, context.timerService());
        boolean newsIsIn = newsIsSilent || end - 1 <= newsIsInUntil;
        if (newsIsIn && waiting.isEmpty()) { // in order: the model learns from each
            judge(snapshot, out);
        } else {
            waiting.put(end, snapshot);
            context.timerService().registerEventTimeTimer(end - 1);
        }
    }

    @Override
    public void processElement2(NewsMention mention, Context context, Collector<ExpertOpinion> out)
            throws Exception {
        RuleBasedSentimentExpert expert = expert();
        expert.observe(mention.item());
        model.update(expert);
        idle.seen(mention.item().receivedTimeMillis(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ExpertOpinion> out)
            throws Exception {
        FeatureSnapshot snapshot = waiting.get(timestamp + 1);
        if (snapshot != null) {
            waiting.remove(timestamp + 1);
            judge(snapshot, out);
        }
        TimerService timers = context.timerService();
        if (idle.isIdle(timestamp, timers)) {
            model.clear();
        }
    }

    private void judge(FeatureSnapshot snapshot, Collector<ExpertOpinion> out) throws IOException {
        RuleBasedSentimentExpert expert = expert();
        ExpertOpinion opinion = expert.observe(snapshot);
        model.update(expert);
        if (opinion.abstained()) {
            abstentions.inc();
        }
        out.collect(opinion);
    }

    private RuleBasedSentimentExpert expert() throws IOException {
        RuleBasedSentimentExpert expert = model.value();
        return expert == null ? new RuleBasedSentimentExpert() : expert;
    }
}
