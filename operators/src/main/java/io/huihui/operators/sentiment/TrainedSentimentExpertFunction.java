package io.huihui.operators.sentiment;

import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.sentiment.CalibratedSentimentExpert;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.LearningMeter;

import org.apache.flink.api.common.functions.OpenContext;

/** The sentiment expert of the trained set, calibrated by what came of its opinions. */
final class TrainedSentimentExpertFunction
        extends SentimentExpertFunction<CalibratedSentimentExpert> {

    private static final long serialVersionUID = 1L;

    private transient LearningMeter meter;

    TrainedSentimentExpertFunction(Asking asking) {
        super(SentimentExpertOperator.TRAINED, SentimentExpertOperator.BASELINE, asking);
    }

    @Override
    public void open(OpenContext context) {
        super.open(context);
        meter = new LearningMeter(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void before(CalibratedSentimentExpert expert, FeatureSnapshot snapshot) {
        meter.before(expert);
    }

    @Override
    public void after(CalibratedSentimentExpert expert, FeatureSnapshot snapshot) {
        meter.after(expert, snapshot);
    }

    @Override
    public CalibratedSentimentExpert fresh() {
        return new CalibratedSentimentExpert();
    }

    @Override
    public ExpertModel rules() {
        return new RuleBasedSentimentExpert();
    }

    @Override
    public boolean rulesListen() {
        return true;
    }
}
