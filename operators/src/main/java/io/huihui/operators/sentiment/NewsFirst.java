package io.huihui.operators.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Tells the sentiment expert how far the news is in. The watermark a function sees is that of both
 * inputs, and the one of snapshots follows the last snapshot of a second: whoever waited for it
 * would hold a hundred symbols up for the slowest of them.
 */
final class NewsFirst
        extends KeyedCoProcessOperator<String, FeatureSnapshot, NewsMention, ExpertOpinion> {

    private static final long serialVersionUID = 1L;
    private static final int NEWS = 1;

    private final SentimentExpertFunction<?> expert;

    NewsFirst(SentimentExpertFunction<?> expert) {
        super(expert);
        this.expert = expert;
    }

    @Override
    public void processWatermark2(Watermark mark) throws Exception {
        expert.newsIsInUntil(mark.getTimestamp());
        super.processWatermark2(mark);
    }

    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
        if (input == NEWS) {
            expert.newsIsSilent(status.isIdle());
        }
        super.processWatermarkStatus(status, input);
    }
}
