package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.SoftmaxFit;
import io.huihui.benchmarks.evaluate.Trainer;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.expert.sentiment.SentimentInput;
import io.huihui.models.expert.sentiment.SentimentModels;
import io.huihui.models.learner.MirrorSoftmax;

import java.util.Arrays;
import java.util.List;

/** Fits what the tone of the news makes of up, down and flat, on simulated training seeds. */
public final class SentimentThesisTrainer implements Trainer {

    /** Points between two examples, ten seconds each: nearer ones say nearly the same. */
    private static final int STEP = 3;

    /** Weight of squared weights per example: outcomes of neighbours overlap. */
    private static final double RIDGE = 1e-3;

    @Override
    public String name() {
        return "sentiment-theses";
    }

    @Override
    public String purpose() {
        return "weights of the sentiment expert: theses of 5, 15 and 60 minutes from tones";
    }

    @Override
    public String train(SeedRange seeds, Bench.Progress progress) {
        SoftmaxFit[] theses = new SoftmaxFit[Horizon.values().length];
        Arrays.setAll(theses, horizon -> new SoftmaxFit(RIDGE, SentimentInput.values()));
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            List<SentimentSession.Point> points = SentimentSession.withoutChains(seed);
            for (int i = 0; i < points.size(); i += STEP) {
                add(points.get(i), theses);
            }
            progress.say("seed " + seed + ": " + theses[0].examples() + " examples so far");
        }
        MirrorSoftmax[] fitted = new MirrorSoftmax[theses.length];
        Arrays.setAll(fitted, horizon -> theses[horizon].fit());
        return new SentimentModels(fitted)
                .write(
                        List.of(
                                "./huihui train sentiment-theses --seeds " + seeds,
                                theses[0].examples()
                                        + " examples of the shortest horizon, ridge "
                                        + RIDGE));
    }

    private static void add(SentimentSession.Point point, SoftmaxFit[] theses) {
        if (point.inputs() == null) {
            return;
        }
        double[] inputs = point.inputs().stream().mapToDouble(Double::doubleValue).toArray();
        point.went().forEach((horizon, went) -> theses[horizon.ordinal()].add(inputs, label(went)));
    }

    private static int label(Direction direction) {
        return switch (direction) {
            case UP -> MirrorSoftmax.UP;
            case DOWN -> MirrorSoftmax.DOWN;
            case FLAT -> MirrorSoftmax.NEITHER;
        };
    }
}
