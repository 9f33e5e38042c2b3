package io.huihui.operators.sentiment;

import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.operators.expert.ExpertKind;
import io.huihui.operators.expert.ModelState;

/** The sentiment expert of the baseline. */
final class RuleBasedSentiment implements ExpertKind<RuleBasedSentimentExpert> {

    private static final long serialVersionUID = 1L;

    @Override
    public String uid() {
        return SentimentExpertOperator.UID;
    }

    @Override
    public ModelState<RuleBasedSentimentExpert> state() {
        return SentimentExpertOperator.BASELINE;
    }

    @Override
    public ModelState<?> otherState() {
        return SentimentExpertOperator.TRAINED;
    }

    @Override
    public RuleBasedSentimentExpert fresh() {
        return new RuleBasedSentimentExpert();
    }
}
