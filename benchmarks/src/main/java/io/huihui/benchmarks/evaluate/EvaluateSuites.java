package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.evaluate.conflict.ConflictSuite;
import io.huihui.benchmarks.evaluate.failover.FailoverSuite;
import io.huihui.benchmarks.evaluate.flow.BorrowingSuite;
import io.huihui.benchmarks.evaluate.flow.FlowExpertSuite;
import io.huihui.benchmarks.evaluate.flow.FlowNoiseSuite;
import io.huihui.benchmarks.evaluate.flow.ImpactSuite;
import io.huihui.benchmarks.evaluate.flow.ImpactTapeSuite;
import io.huihui.benchmarks.evaluate.flow.OffExchangeSuite;
import io.huihui.benchmarks.evaluate.gate.BoosterSuite;
import io.huihui.benchmarks.evaluate.gate.ChampionSuite;
import io.huihui.benchmarks.evaluate.gate.GateSuite;
import io.huihui.benchmarks.evaluate.media.MediaCoverageSuite;
import io.huihui.benchmarks.evaluate.media.OcrSuite;
import io.huihui.benchmarks.evaluate.media.SpeechSuite;
import io.huihui.benchmarks.evaluate.memory.AnaloguesSuite;
import io.huihui.benchmarks.evaluate.regime.BarCorrelationSuite;
import io.huihui.benchmarks.evaluate.regime.BarRegimeSuite;
import io.huihui.benchmarks.evaluate.regime.CorrelationSuite;
import io.huihui.benchmarks.evaluate.regime.MicroSuite;
import io.huihui.benchmarks.evaluate.regime.RegimeSuite;
import io.huihui.benchmarks.evaluate.sentiment.NarrativeSuite;
import io.huihui.benchmarks.evaluate.sentiment.SentimentExpertSuite;
import io.huihui.benchmarks.evaluate.sentiment.SentimentSuite;
import io.huihui.benchmarks.evaluate.sentiment.TunedSentimentSuite;
import io.huihui.benchmarks.evaluate.strategy.ComposerSuite;
import io.huihui.benchmarks.learners.DriftSuite;
import io.huihui.benchmarks.learners.ExpertCalibrationSuite;
import io.huihui.benchmarks.mining.MiningSuite;
import io.huihui.benchmarks.regime.VixSuite;
import io.huihui.models.Require;

import java.util.List;

/** The suites of {@code ./huihui evaluate}, by name. */
public final class EvaluateSuites {

    private static final List<Suite> ALL =
            List.of(
                    new BaselineSuite(),
                    new CalibrationSuite(),
                    new FlowNoiseSuite(),
                    new OffExchangeSuite(),
                    new ImpactSuite(),
                    new ImpactTapeSuite(),
                    new FlowExpertSuite(),
                    new BorrowingSuite(),
                    new DriftSuite(),
                    new ExpertCalibrationSuite(),
                    new RegimeSuite(),
                    new MicroSuite(),
                    new CorrelationSuite(),
                    new BarCorrelationSuite(),
                    new BarRegimeSuite(),
                    new VixSuite(),
                    new SentimentSuite(),
                    new TunedSentimentSuite(),
                    new SentimentExpertSuite(),
                    new NarrativeSuite(),
                    new ShockSuite(),
                    new OcrSuite(),
                    new SpeechSuite(),
                    new MediaCoverageSuite(),
                    new GateSuite(),
                    new BoosterSuite(),
                    new ChampionSuite(),
                    new ConflictSuite(),
                    new AnaloguesSuite(),
                    new ComposerSuite(),
                    new MiningSuite(),
                    new AccuracySuite(),
                    new FailoverSuite());

    private EvaluateSuites() {}

    public static List<Suite> all() {
        return ALL;
    }

    /**
     * Returns the suite of this name; throws a sentence that lists the names when there is none.
     */
    public static Suite named(String name) {
        for (Suite suite : ALL) {
            if (suite.name().equals(name)) {
                return suite;
            }
        }
        throw Require.violated(
                "one of the suites " + ALL.stream().map(Suite::name).toList(), "`" + name + "`");
    }
}
