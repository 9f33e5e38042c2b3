package io.huihui.operators.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.sentiment.CalibratedSentimentExpert;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.ModelState;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;

/** snapshots, news => keyBy(symbol) => opinion of the sentiment expert per snapshot. */
public final class SentimentExpertOperator
        extends SentimentExpertFunction<RuleBasedSentimentExpert> {

    public static final String UID = "sentiment-expert";

    static final ModelState<RuleBasedSentimentExpert> BASELINE =
            ModelState.baseline(UID, RuleBasedSentimentExpert.class);
    static final ModelState<CalibratedSentimentExpert> TRAINED =
            ModelState.trained(UID, CalibratedSentimentExpert.class);

    private static final long serialVersionUID = 1L;

    private SentimentExpertOperator(Asking asking) {
        super(BASELINE, TRAINED, asking);
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

    static TwoInputStreamOperator<FeatureSnapshot, NewsMention, ExpertOpinion> operator(
            ExpertSet experts, Asking asking) {
        return new NewsFirst(
                switch (experts) {
                    case BASELINE -> new SentimentExpertOperator(asking);
                    case TRAINED -> new TrainedSentimentExpertFunction(asking);
                });
    }

    @Override
    public RuleBasedSentimentExpert fresh() {
        return new RuleBasedSentimentExpert();
    }
}
