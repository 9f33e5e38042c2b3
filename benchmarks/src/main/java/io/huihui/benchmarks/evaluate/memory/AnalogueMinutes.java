package io.huihui.benchmarks.evaluate.memory;

import io.huihui.benchmarks.evaluate.SymbolPipeline;
import io.huihui.benchmarks.evaluate.SymbolSeconds;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.memory.AnalogueMemory;
import io.huihui.models.memory.AnalogueOutcomes;
import io.huihui.models.memory.Analogues;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.Situation;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.PricePoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The minutes of one symbol: what came of situations like each, beside what had come of all minutes
 * whose horizon was over by then, and what came of it.
 */
final class AnalogueMinutes implements SymbolPipeline {

    private static final Horizon[] HORIZONS = Horizon.values();
    private static final int CLASSES = Direction.values().length;

    /**
     * A minute, one horizon.
     *
     * @param analoguesRms how far prices moved after analogues, in expected deviations
     * @param usualRms how far they had moved after all minutes
     * @param moved how far it moved then
     */
    record Answer(
            Horizon horizon,
            Thesis analogues,
            Thesis baseRate,
            Direction realized,
            double analoguesRms,
            double usualRms,
            double moved) {}

    /** What was said at a minute of one horizon; no analogues where there were none. */
    private record Said(
            Horizon horizon, AnalogueOutcomes analogues, Thesis baseRate, double usualRms) {}

    private record Asked(Situation situation, List<Said> said) {}

    private final SymbolSeconds seconds;
    private final AnalogueMemory memory = new AnalogueMemory(MemoryConfig.defaults());
    private final ArrayDeque<Asked> open = new ArrayDeque<>();

    /** [horizon][direction] of minutes whose horizon is over. */
    private final int[][] happened = new int[HORIZONS.length][CLASSES];

    /** [horizon] sum of squared moves of those minutes, in expected deviations. */
    private final double[] squares = new double[HORIZONS.length];

    private final List<Answer> answers = new ArrayList<>();

    AnalogueMinutes(String symbol) {
        seconds = new SymbolSeconds(symbol, this::end);
    }

    /** Returns the minutes that had analogues and whose outcome came to be known. */
    List<Answer> answers(Horizon horizon) {
        return answers.stream().filter(answer -> answer.horizon() == horizon).toList();
    }

    private void end(FeatureSnapshot snapshot) {
        if (Situation.isAsked(snapshot)) {
            Situation situation = Situation.of(snapshot);
            if (situation != null) {
                observe(situation);
            }
        }
    }

    void observe(Situation now) {
        long time = now.snapshot().secondEndMillis();
        for (Asked asked : open) {
            hear(asked, now);
        }
        open.removeIf(
                asked ->
                        asked.situation().snapshot().secondEndMillis()
                                        + HORIZONS[HORIZONS.length - 1].millis()
                                <= time);
        Analogues analogues = memory.observe(now);
        if (now.volatilityAnnual() != null && now.volatilityAnnual() > 0) {
            List<Said> said = new ArrayList<>();
            for (Horizon horizon : HORIZONS) {
                said.add(
                        new Said(
                                horizon,
                                of(analogues, horizon),
                                baseRate(horizon),
                                usualRms(horizon)));
            }
            open.add(new Asked(now, said));
        }
    }

    private void hear(Asked asked, Situation now) {
        Situation then = asked.situation();
        long passed = now.snapshot().secondEndMillis() - then.snapshot().secondEndMillis();
        for (Said said : asked.said()) {
            if (said.horizon().millis() == passed) {
                double moved = Math.log(now.mid() / then.mid()) / sigma(then, said.horizon());
                Direction realized = OutcomeScorer.direction(moved, 1);
                happened[said.horizon().ordinal()][realized.ordinal()]++;
                squares[said.horizon().ordinal()] += moved * moved;
                if (said.analogues() != null) {
                    answers.add(
                            new Answer(
                                    said.horizon(),
                                    counted(said.analogues()),
                                    said.baseRate(),
                                    realized,
                                    said.analogues().rmsMoveSigmas(),
                                    said.usualRms(),
                                    moved));
                }
            }
        }
    }

    /** Returns how far prices moved after all minutes so far; NaN before there is one. */
    private double usualRms(Horizon horizon) {
        return Math.sqrt(
                squares[horizon.ordinal()] / Arrays.stream(happened[horizon.ordinal()]).sum());
    }

    private static double sigma(Situation then, Horizon horizon) {
        return new PricePoint(then.mid(), then.volatilityAnnual(), true).sigma(horizon);
    }

    private static AnalogueOutcomes of(Analogues analogues, Horizon horizon) {
        return analogues == null
                ? null
                : analogues.outcomes().stream()
                        .filter(outcomes -> outcomes.horizon() == horizon)
                        .findFirst()
                        .orElse(null);
    }

    private static Thesis counted(AnalogueOutcomes outcomes) {
        return smoothed(
                outcomes.horizon(),
                outcomes.count() * outcomes.up(),
                outcomes.count() * outcomes.down(),
                outcomes.count() * outcomes.flat());
    }

    private Thesis baseRate(Horizon horizon) {
        int[] counts = happened[horizon.ordinal()];
        return smoothed(
                horizon,
                counts[Direction.UP.ordinal()],
                counts[Direction.DOWN.ordinal()],
                counts[Direction.FLAT.ordinal()]);
    }

    /** Laplace's rule: each has happened once more than it has. */
    private static Thesis smoothed(Horizon horizon, double up, double down, double flat) {
        double sum = up + down + flat + CLASSES;
        return new Thesis(horizon, (up + 1) / sum, (down + 1) / sum, (flat + 1) / sum);
    }

    @Override
    public void event(MarketEvent event) {
        seconds.event(event);
    }

    @Override
    public void news(NewsMention mention) {
        // Situations hold what the features hold, and stories go to the experts.
    }

    @Override
    public void closeUpTo(long endMillis) {
        seconds.closeUpTo(endMillis);
    }
}
