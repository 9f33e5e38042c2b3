package io.huihui.benchmarks.evaluate;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.sentiment.CalibratedSentimentExpert;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.expert.sentiment.SentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;

import java.util.List;

/** The three experts of one symbol. */
public final class ExpertTeam {

    private final ExpertModel regime;
    private final ExpertModel flow;
    private final SentimentExpert sentiment;

    private ExpertTeam(ExpertModel regime, ExpertModel flow, SentimentExpert sentiment) {
        this.regime = regime;
        this.flow = flow;
        this.sentiment = sentiment;
    }

    /** Returns the predecessor's rule-based views. */
    public static ExpertTeam baseline() {
        return new ExpertTeam(
                new RuleBasedRegimeExpert(),
                new RuleBasedFlowExpert(),
                new RuleBasedSentimentExpert());
    }

    /** Returns the experts of the main job: fitted offline, calibrated online. */
    public static ExpertTeam trained() {
        return new ExpertTeam(
                new CalibratedRegimeExpert(),
                new CalibratedFlowExpert(),
                new CalibratedSentimentExpert());
    }

    void news(NewsMention mention) {
        sentiment.hear(mention);
    }

    /** Returns what each thinks of a snapshot; to be asked of every one, in order. */
    public List<ExpertOpinion> observe(FeatureSnapshot snapshot) {
        return List.of(
                regime.observe(snapshot), flow.observe(snapshot), sentiment.observe(snapshot));
    }
}
