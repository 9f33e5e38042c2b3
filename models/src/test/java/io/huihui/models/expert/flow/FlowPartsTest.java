package io.huihui.models.expert.flow;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.FlowType;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.decision.PriceImpact;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.learner.MirrorSoftmax;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The small rules around the fitted models. */
class FlowPartsTest {

    /** 1.53 x 2 x (.05 + .95 p), p of its own side: .5 and .1; the sign is the divergence's. */
    @Test
    void aDivergenceCountsAsFarAsTheRestSpeaksForIt() {
        assertThat(CleanDivergence.of(2, new double[] {0.5, 0.1, 0.4}))
                .isCloseTo(3.06 * 0.525, within(1e-9));
        assertThat(CleanDivergence.of(-2, new double[] {0.5, 0.1, 0.4}))
                .isCloseTo(-3.06 * 0.145, within(1e-9));
        assertThat(CleanDivergence.of(Double.NaN, new double[] {0.1, 0.1, 0.8})).isNaN();
    }

    /** .2 known and .5 hidden: 1 - .8 x .5; without a tape what is known alone. */
    @Test
    void anInstitutionTradesOpenlyOrHidden() {
        double informed = Institutional.of(new double[] {0.15, 0.05, 0.8});

        assertThat(Institutional.of(informed, 0.3, 0.2)).isCloseTo(0.6, within(1e-12));
        assertThat(Institutional.of(informed, Double.NaN, Double.NaN))
                .isCloseTo(0.2, within(1e-12));
    }

    /** Prior 80, with trades 60: off by 20 and a quarter of 80, so 28.3; flip 10 below in price. */
    @Test
    void dealersPositionHasABand() {
        DealerPositioning dealers =
                DealerPositioning.of(
                        new FeatureVector.Builder()
                                .set(Feature.MID, 100)
                                .set(Feature.GIB_INVENTORY, 60)
                                .set(Feature.GIB_PRIOR, 80)
                                .set(Feature.GAMMA_FLIP, 90)
                                .build());

        assertThat(dealers.deviation()).isCloseTo(20 * Math.sqrt(2), within(1e-9));
        assertThat(dealers.flipDeviation()).isCloseTo(20 * Math.sqrt(2) / 6, within(1e-9));
        assertThat(dealers.shortGammaProbability()).isCloseTo(0.016947, within(1e-5));
        assertThat(DealerPositioning.of(new FeatureVector.Builder().build())).isNull();
    }

    @Test
    void typesOfFlow() {
        double[] calm = new double[FlowInput.values().length];
        double[] moving = calm.clone();
        moving[FlowInput.RETURN_15M.ordinal()] = 0.6;
        moving[FlowInput.SHARE_TRADES_10M.ordinal()] = 0.1;
        double[] busy = calm.clone();
        busy[FlowInput.OPTION_ACTIVITY_1M.ordinal()] = 0.5;

        assertThat(TrainedFlowExpert.type(calm, 0.1, 0, 0.6)).isEqualTo(FlowType.GAMMA_SQUEEZE);
        assertThat(TrainedFlowExpert.type(calm, 0.6, 0.2, null))
                .isEqualTo(FlowType.INSTITUTIONAL_ACCUMULATION);
        assertThat(TrainedFlowExpert.type(calm, 0.6, -0.2, null))
                .isEqualTo(FlowType.INSTITUTIONAL_DISTRIBUTION);
        assertThat(TrainedFlowExpert.type(moving, 0.1, 0, null))
                .isEqualTo(FlowType.MOMENTUM_DRIVEN);
        assertThat(TrainedFlowExpert.type(busy, 0.1, 0, null))
                .isEqualTo(FlowType.RETAIL_SPECULATION);
        assertThat(TrainedFlowExpert.type(calm, 0.1, 0, null)).isEqualTo(FlowType.MIXED);
    }

    @Test
    void modelsReadBackWhatTheyWrite() throws IOException {
        MirrorSoftmax one =
                new MirrorSoftmax(
                        new FlowInput[] {FlowInput.DWFD_5M, FlowInput.ELAPSED},
                        new double[] {0.1, -1.0 / 3},
                        0.25);
        MirrorSoftmax none = new MirrorSoftmax(new FlowInput[0], new double[0], -1);
        String text = new FlowModels(one, none, none, one, none).write(List.of("by hand"));

        FlowModels read = FlowModels.read(new BufferedReader(new StringReader(text)));

        assertThat(read.write(List.of("by hand"))).isEqualTo(text);
        assertThat(read.thesis(Horizon.MINUTES_15).weight(1)).isEqualTo(-1.0 / 3);
        assertThatThrownBy(
                        () ->
                                FlowModels.read(
                                        new BufferedReader(
                                                new StringReader(text.replace("book", "bok")))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("book WEIGHTS BIAS");
    }

    @Test
    void impactOfTheMirroredFlowIsTheOpposite() {
        ImpactModel model = ImpactModel.shipped();
        double[] inputs = new double[FlowInput.values().length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 0.3 * Math.sin(i + 1);
        }
        for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
            ImpactForecast one = model.forecast(horizon, inputs, 1e-4);
            ImpactForecast other = model.forecast(horizon, ImpactModel.mirror(inputs), 1e-4);

            assertThat(one.meanLogReturn()).isCloseTo(-other.meanLogReturn(), within(1e-15));
            assertThat(one.deviation()).isPositive();
            assertThat(one.minutes()).isEqualTo(ImpactModel.minutes(horizon));
        }
    }

    /**
     * By hand, in deviations: the tree says 3 here and -1 in the mirrored market, so the mean is 2.
     * Its own mean is .5; the return adds 1.75 and the order flow .75 here, -1.25 and -.25 there.
     */
    @Test
    void afterABurstImpactNamesWhatItsInputsAdded() throws IOException {
        StringBuilder text = new StringBuilder(ImpactModel.HEADER).append('\n');
        for (int minutes : ImpactModel.minutes()) {
            text.append("root ").append(minutes).append(" 0.2\n");
            text.append("mean ").append(minutes).append(" 1\n");
            text.append("tree 5\nsplit RETURN_1M 0.0 1 2 20\nleaf -1 10\n");
            text.append("split ORDER_FLOW_1M 0.5 3 4 10\nleaf 1 5\nleaf 3 5\n");
            text.append("spread ").append(minutes).append(" 1\ntree 1\nleaf 0 20\n");
        }
        ImpactModel model = ImpactModel.read(new BufferedReader(new StringReader(text.toString())));
        double[] inputs = new double[FlowInput.values().length];
        inputs[FlowInput.RETURN_1M.ordinal()] = 0.4;
        inputs[FlowInput.ORDER_FLOW_1M.ordinal()] = 0.8;
        PriceImpact calm = model.impact(inputs, 1e-4, true);
        inputs[FlowInput.TOXICITY.ordinal()] = ImpactModel.BURST_TOXICITY;

        List<ImpactForecast> forecasts = model.impact(inputs, 1e-4, true).forecasts();

        assertThat(forecasts).extracting(ImpactForecast::minutes).containsExactly(1, 5, 15);
        double deviation = 1e-4 * Math.sqrt(60);
        ImpactForecast minute = forecasts.get(0);
        assertThat(minute.meanLogReturn()).isCloseTo(2 * deviation, within(1e-15));
        assertThat(minute.deviation()).isCloseTo(deviation, within(1e-15));
        assertThat(minute.contributions()).hasSize(2);
        assertThat(calm.forecasts().get(0).meanLogReturn()).isEqualTo(minute.meanLogReturn());
        assertThat(calm.forecasts().get(0).contributions()).as("no burst").isEmpty();
        assertThat(model.impact(inputs, 1e-4, false).forecasts().get(0).contributions())
                .as("not asked for")
                .isEmpty();
        Contribution first = minute.contributions().get(0);
        assertThat(first.input()).isEqualTo("RETURN_1M");
        assertThat(first.value()).isCloseTo(1.5 * deviation, within(1e-15));
        Contribution second = minute.contributions().get(1);
        assertThat(second.input()).isEqualTo("ORDER_FLOW_1M");
        assertThat(second.value()).isCloseTo(0.5 * deviation, within(1e-15));
    }
}
