package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;

import java.util.List;

/** The three experts of one symbol. */
final class ExpertTeam {

    private final ExpertModel regime;
    private final ExpertModel flow;
    private final RuleBasedSentimentExpert sentiment = new RuleBasedSentimentExpert();

    private ExpertTeam(ExpertModel regime, ExpertModel flow) {
        this.regime = regime;
        this.flow = flow;
    }

    /** Returns the predecessor's rule-based views. */
    static ExpertTeam baseline() {
        return new ExpertTeam(new RuleBasedRegimeExpert(), new RuleBasedFlowExpert());
    }

    /** Returns the experts of the main job: fitted offline, calibrated online. */
    static ExpertTeam trained() {
        return new ExpertTeam(new CalibratedRegimeExpert(), new CalibratedFlowExpert());
    }

    void news(NewsItem item) {
        sentiment.observe(item);
    }

    /** Returns what each thinks of a snapshot; to be asked of every one, in order. */
    List<ExpertOpinion> observe(FeatureSnapshot snapshot) {
        return List.of(
                regime.observe(snapshot), flow.observe(snapshot), sentiment.observe(snapshot));
    }
}
