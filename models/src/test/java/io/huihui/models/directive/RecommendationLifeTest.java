package io.huihui.models.directive;

import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.ManagementAction;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.Verdict;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class RecommendationLifeTest {

    private static final double ENTRY = 450;

    @Test
    void firstTargetTakesHalfAndMovesTheStopToTheEntryAndTheSecondEndsIt() {
        RecommendationLife.Step first = next(bull(), 1, 451.2);

        assertThat(first.management().action()).isEqualTo(ManagementAction.PARTIAL_TAKE);
        assertThat(first.recommendation().status()).isEqualTo(RecommendationStatus.PARTIAL);
        assertThat(first.recommendation().stop().current()).isEqualTo(PriceLevel.underlying(450));

        RecommendationLife.Step last = next(first.recommendation(), 2, 452.0);
        assertThat(last.recommendation().status()).isEqualTo(RecommendationStatus.EXITED_TARGET);
        // Half left at 451.2, half at 452.
        assertThat(last.recommendation().returnPercent())
                .isCloseTo((1.2 + 2.0) / 2 / 450 * 100, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void stopEndsItAtALoss() {
        RecommendationLife.Step step = next(bull(), 1, 448.4);

        assertThat(step.recommendation().status()).isEqualTo(RecommendationStatus.EXITED_STOP);
        assertThat(step.recommendation().returnPercent()).isNegative();
        assertThat(step.recommendation().worstPercent())
                .isEqualTo(step.recommendation().returnPercent());
        assertThat(step.management().fraction()).isEqualTo(1);
    }

    @Test
    void bearishTradeIsTheMirrorImage() {
        Recommendation bear = open(0.18, 0.52);

        assertThat(next(bear, 1, 451.6).recommendation().status())
                .isEqualTo(RecommendationStatus.EXITED_STOP);
        assertThat(next(bear, 1, 448.9).recommendation().status())
                .isEqualTo(RecommendationStatus.PARTIAL);
    }

    @Test
    void opposingConvictionHasToLastTwoSnapshots() {
        Recommendation one =
                RecommendationLife.next(bull(), Verdicts.leaning(1, 0.1, 0.6), ENTRY)
                        .recommendation();
        assertThat(one.status()).isEqualTo(RecommendationStatus.ACTIVE_OPEN);

        Recommendation calm = next(one, 2, ENTRY).recommendation();
        assertThat(calm.opposingSnapshots()).isZero();
        Recommendation two =
                RecommendationLife.next(one, Verdicts.leaning(2, 0.1, 0.6), ENTRY).recommendation();
        assertThat(two.status()).isEqualTo(RecommendationStatus.EXITED_CONVICTION);
    }

    @Test
    void regimeAgainstItAndTimeEndIt() {
        Verdict against =
                Verdicts.leaning(
                        1, 0.4, 0.3, EventRegimeName.HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL);
        assertThat(RecommendationLife.next(bull(), against, ENTRY).recommendation().status())
                .isEqualTo(RecommendationStatus.EXITED_REGIME);
        // Without any price the time stop still works.
        RecommendationLife.Step late =
                RecommendationLife.next(bull(), Verdicts.leaning(30 * 60, 0.4, 0.3), Double.NaN);
        assertThat(late.recommendation().status()).isEqualTo(RecommendationStatus.EXITED_TIME);
    }

    @Test
    void deskRestoredInTheMiddleGoesOnAsIfNothingHappened() throws IOException {
        DirectiveDesk straight = new DirectiveDesk();
        DirectiveDesk before = new DirectiveDesk();
        List<DirectiveDesk.Result> expected = run(straight, 0, 600, null);
        List<DirectiveDesk.Result> half = new ArrayList<>(run(before, 0, 300, null));
        DirectiveDesk after = new DirectiveDesk();
        after.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(before))));
        half.addAll(run(after, 300, 600, half.get(299).open()));

        assertThat(half).isEqualTo(expected);
        assertThat(bytes(after)).isEqualTo(bytes(straight));
        assertThat(expected).anyMatch(r -> r.directive() != null && r.directive().isTrade());
        assertThat(expected).anyMatch(r -> r.management() != null);
    }

    private static List<DirectiveDesk.Result> run(
            DirectiveDesk desk, int from, int to, Recommendation open) {
        DirectiveConfig config = DirectiveConfig.standard();
        DirectiveModel model = new DirectiveModel(config);
        SplittableRandom random = new SplittableRandom(9);
        List<DirectiveDesk.Result> results = new ArrayList<>();
        Recommendation held = open;
        for (int i = 0; i < to; i++) {
            double up = 0.2 + 0.5 * random.nextDouble();
            double mid = 450 + 2 * Math.sin(i / 40.0);
            if (i >= from) {
                DirectiveDesk.Result result =
                        desk.judge(
                                model,
                                config,
                                Verdicts.market(i, mid),
                                Verdicts.leaning(i, up, 0.7 - up + 0.05),
                                held);
                held = result.open();
                results.add(result);
            }
        }
        return results;
    }

    private static byte[] bytes(DirectiveDesk desk) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        desk.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static RecommendationLife.Step next(Recommendation now, int second, double mid) {
        return RecommendationLife.next(now, Verdicts.leaning(second, 0.4, 0.3), mid);
    }

    private static Recommendation bull() {
        return open(0.52, 0.18);
    }

    private static Recommendation open(double up, double down) {
        DirectiveConfig config = DirectiveConfig.standard();
        return RecommendationLife.open(
                new DirectiveModel(config)
                        .decide(
                                Verdicts.market(0, ENTRY),
                                Verdicts.leaning(0, up, down, EventRegimeName.SIDEWAYS_MARKET),
                                new SignalDetector(),
                                null,
                                0));
    }
}
