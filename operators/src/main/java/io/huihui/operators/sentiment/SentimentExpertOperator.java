package io.huihui.operators.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.sentiment.CalibratedSentimentExpert;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.expert.sentiment.SentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertKind;
import io.huihui.operators.expert.ExpertOperator;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.ModelState;
import io.huihui.operators.expert.NewsFirstOperator;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * snapshots, news => keyBy(symbol) => opinion of the sentiment expert per snapshot.
 *
 * <p>Live too, a snapshot waits until the news of its second is in. The news source has to be
 * marked idle when it is silent, or it holds the experts up.
 *
 * <pre>
 *   |=> {@link ExpertOperator#ALERTS}
 * </pre>
 */
public final class SentimentExpertOperator extends NewsFirstOperator<NewsMention> {

    public static final String UID = "sentiment-expert";

    static final ModelState<RuleBasedSentimentExpert> BASELINE =
            ModelState.baseline(UID, RuleBasedSentimentExpert.class);
    static final ModelState<CalibratedSentimentExpert> TRAINED =
            ModelState.trained(UID, CalibratedSentimentExpert.class);

    /**
     * Key: symbol, then second. As many seconds as the watermark is behind. Cleared when judged.
     */
    static final MapStateDescriptor<Long, FeatureSnapshot> WAITING =
            new MapStateDescriptor<>(
                    "sentiment-expert-waiting",
                    Types.LONG,
                    TypeInformation.of(FeatureSnapshot.class));

    private static final long serialVersionUID = 1L;

    private SentimentExpertOperator(ExpertKind<?> kind, Asking asking) {
        super(kind, asking, WAITING, true);
    }

    /** Both sets are one operator to a savepoint: same uid, each with a state of its own. */
    public static SingleOutputStreamOperator<ExpertOpinion> attach(
            DataStream<FeatureSnapshot> snapshots,
            DataStream<NewsMention> mentions,
            ExpertSet experts,
            Asking asking) {
        return snapshots
                .keyBy(snapshot -> snapshot.id().symbol())
                .connect(mentions.keyBy(NewsMention::symbol))
                .transform(
                        "Sentiment expert",
                        TypeInformation.of(ExpertOpinion.class),
                        operator(experts, asking))
                .uid(UID);
    }

    static SentimentExpertOperator operator(ExpertSet experts, Asking asking) {
        return new SentimentExpertOperator(
                switch (experts) {
                    case BASELINE -> new RuleBasedSentiment();
                    case TRAINED -> new CalibratedSentiment();
                },
                asking);
    }

    @Override
    public void processElement2(StreamRecord<NewsMention> element) throws Exception {
        NewsMention mention = element.getValue();
        tell(
                mention.symbol(),
                mention.item().receivedTimeMillis(),
                each -> {
                    if (each instanceof SentimentExpert listening) {
                        listening.hear(mention);
                    }
                });
    }
}
