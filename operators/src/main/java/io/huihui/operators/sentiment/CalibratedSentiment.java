package io.huihui.operators.sentiment;

import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.sentiment.CalibratedSentimentExpert;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.operators.expert.ExpertKind;
import io.huihui.operators.expert.ModelState;

/** The sentiment expert of the trained set, calibrated by what came of its opinions. */
final class CalibratedSentiment implements ExpertKind<CalibratedSentimentExpert> {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
        return SentimentExpertOperator.UID;
    }

    @Override
    public ModelState<CalibratedSentimentExpert> state() {
        return SentimentExpertOperator.TRAINED;
    }

    @Override
    public ModelState<?> otherState() {
        return SentimentExpertOperator.BASELINE;
    }

    @Override
    public CalibratedSentimentExpert fresh() {
        return new CalibratedSentimentExpert();
    }

    @Override
    public ExpertModel rules(long millis) {
        return new RuleBasedSentimentExpert();
    }

    @Override
    public boolean rulesListen() {
        return true;
    }
}
