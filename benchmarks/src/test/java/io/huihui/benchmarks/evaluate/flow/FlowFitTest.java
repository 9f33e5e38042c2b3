package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.evaluate.SoftmaxFit;
import io.huihui.models.expert.flow.BoostedTrees;
import io.huihui.models.expert.flow.FlowInput;
import io.huihui.models.learner.MirrorSoftmax;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FlowFitTest {

    private static final FlowInput[] INPUTS = {FlowInput.DWFD_5M, FlowInput.ELAPSED};

    private static double[] row(SplittableRandom random) {
        double[] row = new double[FlowInput.values().length];
        row[FlowInput.DWFD_5M.ordinal()] = random.nextGaussian();
        row[FlowInput.ELAPSED.ordinal()] = random.nextDouble();
        return row;
    }

    /** Twenty thousand draws from known weights give them back within their sampling error. */
    @Test
    void findsTheWeightsThatMadeTheExamples() {
        MirrorSoftmax truth = new MirrorSoftmax(INPUTS, new double[] {0.7, -1.0}, 0.3);
        SplittableRandom random = new SplittableRandom(1);
        SoftmaxFit fit = new SoftmaxFit(0, INPUTS);
        for (int i = 0; i < 20_000; i++) {
            double[] row = row(random);
            double[] chances = truth.probabilities(row);
            double drawn = random.nextDouble();
            fit.add(
                    row,
                    drawn < chances[MirrorSoftmax.UP]
                            ? MirrorSoftmax.UP
                            : drawn < chances[MirrorSoftmax.UP] + chances[MirrorSoftmax.DOWN]
                                    ? MirrorSoftmax.DOWN
                                    : MirrorSoftmax.NEITHER);
        }

        MirrorSoftmax found = fit.fit();

        assertThat(found.weight(0)).isCloseTo(0.7, within(0.05));
        assertThat(found.weight(1)).isCloseTo(-1.0, within(0.12));
        assertThat(found.bias()).isCloseTo(0.3, within(0.08));
    }

    @Test
    void ourTreesScoreAsLightGbmDoes() throws LGBMException, IOException {
        SplittableRandom random = new SplittableRandom(2);
        List<double[]> rows = new ArrayList<>();
        float[] labels = new float[2_000];
        for (int i = 0; i < labels.length; i++) {
            rows.add(row(random));
            double dwfd = rows.get(i)[FlowInput.DWFD_5M.ordinal()];
            labels[i] = (float) (dwfd > 0.5 ? 1 : dwfd * rows.get(i)[FlowInput.ELAPSED.ordinal()]);
        }
        try (LGBMBooster booster =
                TreeTraining.fit(rows, labels, 30, "num_leaves=6 learning_rate=0.2")) {
            String[] section = TreeTraining.text("mean", booster).split("\n", 2);
            BoostedTrees trees =
                    BoostedTrees.read(new BufferedReader(new StringReader(section[1])), 30);

            assertThat(section[0]).isEqualTo("mean 30");
            for (double[] row : rows.subList(0, 200)) {
                assertThat(trees.score(row))
                        .isCloseTo(
                                booster.predictForMatSingleRow(
                                        row, PredictionType.C_API_PREDICT_NORMAL),
                                within(1e-9));
            }
        }
    }

    /** Of 3 x 2 pairs the episode is above in 4 and level in 1: 4.5 / 6. */
    @Test
    void rankingByHand() {
        Ranking ranking = new Ranking();
        ranking.add(0.9, true);
        ranking.add(0.5, true);
        ranking.add(0.2, true);
        ranking.add(0.5, false);
        ranking.add(0.1, false);

        assertThat(ranking.auc()).isCloseTo(4.5 / 6, within(1e-12));
        assertThat(ranking.mean(true)).isCloseTo(1.6 / 3, within(1e-12));
        // Bins .9: 1 came, .5: half came, .2 came, .1 did not; misses .1, 0, .8 and .1 over five.
        assertThat(ranking.calibrationError()).isCloseTo(1.0 / 5, within(1e-12));
    }
}
