package io.huihui.operators.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.sentiment.CalibratedSentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.LearningMeter;

import org.apache.flink.api.common.functions.OpenContext;

/** The sentiment expert of the trained set, calibrated by what came of its opinions. */
final class TrainedSentimentExpertFunction
        extends SentimentExpertFunction<CalibratedSentimentExpert> {

    private static final long serialVersionUID = 1L;

    private transient LearningMeter meter;

    TrainedSentimentExpertFunction() {
        super(SentimentExpertOperator.TRAINED, SentimentExpertOperator.BASELINE);
    }

    @Override
    public void open(OpenContext context) {
        super.open(context);
        meter = new LearningMeter(getRuntimeContext().getMetricGroup());
    }

    @Override
    protected ExpertOpinion ask(CalibratedSentimentExpert expert, FeatureSnapshot snapshot) {
        meter.before(expert);
        ExpertOpinion opinion = super.ask(expert, snapshot);
        meter.after(expert, snapshot);
        return opinion;
    }

    @Override
    protected CalibratedSentimentExpert fresh() {
        return new CalibratedSentimentExpert();
    }
}
