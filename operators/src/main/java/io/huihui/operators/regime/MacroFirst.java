package io.huihui.operators.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

import java.util.List;

/**
 * Tells the regime expert how far macro releases and rules are in. The watermark a function sees is
 * that of both inputs, and the one of snapshots follows the last snapshot of a second: whoever
 * waited for it would hold every symbol up for the slowest.
 */
final class MacroFirst
        extends CoBroadcastWithKeyedOperator<String, FeatureSnapshot, RegimeNews, ExpertOpinion> {

    private static final long serialVersionUID = 1L;
    private static final int NEWS = 1;

    private final MacroAndSnapshots function;

    MacroFirst(MacroAndSnapshots function) {
        super(function, List.of(MacroAndSnapshots.FIGURES, SentRules.RULES));
        this.function = function;
    }

    @Override
    public void processWatermark2(Watermark mark) throws Exception {
        function.newsIsInUntil(mark.getTimestamp());
        super.processWatermark2(mark);
    }

    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
        if (input == NEWS) {
            function.newsIsSilent(status.isIdle());
        }
        super.processWatermarkStatus(status, input);
    }
}
