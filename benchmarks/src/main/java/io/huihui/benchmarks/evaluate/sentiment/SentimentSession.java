package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.evaluate.PredictionLog;
import io.huihui.benchmarks.evaluate.SimulatedSession;
import io.huihui.benchmarks.evaluate.SymbolPipeline;
import io.huihui.benchmarks.evaluate.SymbolSeconds;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.expert.sentiment.CalibratedSentimentExpert;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.expert.sentiment.SentimentMemory;
import io.huihui.models.expert.sentiment.TrainedSentimentExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.simulator.Rates;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

/** One symbol of a simulated session through the sentiment experts, scored by what came. */
final class SentimentSession implements SymbolPipeline {

    /** Whole chains come this far apart, seconds, or not at all: fitting them takes most time. */
    private static final int CHAINS = 900;

    private static final int NO_CHAINS = 0;

    private static final int SYMBOLS = 2;

    /**
     * What was said at a point of the scoring grid.
     *
     * @param inputs of the fitted theses; null when no story had a tone
     * @param went what then came, where that is known
     */
    record Point(
            long secondEndMillis,
            List<Double> inputs,
            ExpertOpinion fitted,
            ExpertOpinion calibrated,
            ExpertOpinion rules,
            EnumMap<Horizon, Direction> went) {}

    private final SymbolSeconds seconds;
    private final SentimentMemory memory = new SentimentMemory();
    private final TrainedSentimentExpert fitted = new TrainedSentimentExpert();
    private final CalibratedSentimentExpert calibrated = new CalibratedSentimentExpert();
    private final RuleBasedSentimentExpert rules = new RuleBasedSentimentExpert();
    private final PredictionLog log = new PredictionLog();
    private final List<Point> points = new ArrayList<>();

    private SentimentSession(String symbol) {
        seconds = new SymbolSeconds(symbol, this::judge);
    }

    /** Returns the points of all symbols of a seed. */
    static List<Point> of(long seed) {
        return of(seed, CHAINS);
    }

    /** Returns the same without option chains, which no input of the theses reads. */
    static List<Point> withoutChains(long seed) {
        return of(seed, NO_CHAINS);
    }

    private static List<Point> of(long seed, int chainSeconds) {
        // Thinner than the market's defaults but for the news: all that is read of prices is how
        // far they move.
        Rates rates = new Rates(1, 4, 0, 5, 0, 0.5, chainSeconds, 6);
        SimulationConfig config = SimulationConfig.of(seed, 1, SYMBOLS).withRates(rates);
        List<Point> points = new ArrayList<>();
        SimulatedSession.run(config, SentimentSession::new)
                .forEach((symbol, session) -> points.addAll(session.scored()));
        return points;
    }

    @Override
    public void event(MarketEvent event) {
        seconds.event(event);
    }

    @Override
    public void news(NewsMention mention) {
        memory.hear(mention);
        fitted.hear(mention);
        calibrated.hear(mention);
        rules.hear(mention);
    }

    @Override
    public void closeUpTo(long endMillis) {
        seconds.closeUpTo(endMillis);
    }

    private void judge(FeatureSnapshot snapshot) {
        memory.take(snapshot);
        ExpertOpinion byFit = fitted.observe(snapshot);
        ExpertOpinion byOutcomes = calibrated.observe(snapshot);
        ExpertOpinion byRules = rules.observe(snapshot);
        if (log.priceOf(snapshot) != null) {
            List<Double> inputs =
                    memory.hasTone()
                            ? Arrays.stream(memory.inputs(snapshot.features())).boxed().toList()
                            : null;
            points.add(
                    new Point(
                            snapshot.id().secondEndMillis(),
                            inputs,
                            byFit,
                            byOutcomes,
                            byRules,
                            new EnumMap<>(Horizon.class)));
        }
    }

    private List<Point> scored() {
        for (Point point : points) {
            for (Horizon horizon : Horizon.values()) {
                Direction went = log.realized(point.secondEndMillis(), horizon);
                if (went != null) {
                    point.went().put(horizon, went);
                }
            }
        }
        return points;
    }
}
