package io.huihui.models.directive;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.ManagementAction;
import io.huihui.models.decision.ManagementReason;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

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
import static org.assertj.core.api.Assertions.within;

class RecommendationLifeTest {

    private static final double ENTRY = 450;

    @Test
    void isFilledAtTheFarSidesOfTheNextChainAndLapsesAfterAMinute() {
        Recommendation fresh = open(0.52, 0.18);
        Recommendation sameChain =
                Desks.next(fresh, chainOf(0, 1, ENTRY), calm(1)).recommendation();
        assertThat(sameChain.options().isFilled()).isFalse();
        assertThat(sameChain.status()).isEqualTo(RecommendationStatus.ACTIVE_NEW);

        Recommendation filled =
                Desks.next(fresh, Desks.withChain(5, ENTRY), calm(5)).recommendation();
        assertThat(filled.status()).isEqualTo(RecommendationStatus.ACTIVE_OPEN);
        assertThat(filled.options().filledMillis()).isEqualTo(Snapshots.TEN_O_CLOCK + 5_000);
        assertThat(filled.options().entryValue()).isLessThanOrEqualTo(fresh.options().entryLimit());
        // Closing at once costs both spreads and twice .65 for each of two legs.
        double spreads = filled.options().entryValue() - filled.options().value();
        int units = filled.options().units();
        assertThat(filled.options().profit())
                .isCloseTo(-units * (100 * spreads + 2.6), within(1e-9));

        RecommendationLife.Step dearer =
                Desks.next(fresh, Desks.withChain(5, ENTRY + 0.5), calm(5));
        assertThat(dearer.recommendation().options().isFilled()).isFalse();
        RecommendationLife.Step lapsed = Desks.next(fresh, Desks.market(61, ENTRY), calm(61));
        assertThat(lapsed.management().reasonCode()).isEqualTo(ManagementReason.ENTRY_LAPSED);
        assertThat(lapsed.recommendation().status()).isEqualTo(RecommendationStatus.CANCELLED);
        assertThat(lapsed.recommendation().options().profit()).isZero();
    }

    @Test
    void firstTargetTakesHalfAndMovesTheStopToTheEntryAndTheSecondEndsIt() {
        RecommendationLife.Step first = next(bull(), 6, 451.2);

        assertThat(first.management().action()).isEqualTo(ManagementAction.PARTIAL_TAKE);
        int units = bull().options().units();
        int left = first.recommendation().options().openUnits();
        assertThat(left).isEqualTo(units - units / 2);
        assertThat(first.management().fraction())
                .isCloseTo(1 - (double) left / units, within(1e-12));
        assertThat(first.recommendation().status()).isEqualTo(RecommendationStatus.PARTIAL);
        assertThat(first.recommendation().stop().current()).isEqualTo(PriceLevel.underlying(450));
        assertThat(first.recommendation().options().booked()).isPositive();
        // Taken once, however long the price stays there.
        assertThat(next(first.recommendation(), 7, 451.2).management()).isNull();

        RecommendationLife.Step last = next(first.recommendation(), 8, 452.0);
        assertThat(last.recommendation().status()).isEqualTo(RecommendationStatus.EXITED_TARGET);
        assertThat(last.recommendation().options().openUnits()).isZero();
        assertThat(last.recommendation().options().profit())
                .isEqualTo(last.recommendation().options().booked())
                .isGreaterThan(first.recommendation().options().booked());
        double open = (double) left / units;
        assertThat(last.recommendation().returnPercent())
                .isCloseTo(((1 - open) * 1.2 + open * 2.0) / 450 * 100, within(1e-9));
    }

    @Test
    void ofASingleUnitNothingIsTakenOffButTheStopMoves() {
        Recommendation single = withUnits(bull(), 1);

        RecommendationLife.Step step = next(single, 6, 451.2);
        assertThat(step.management().action()).isEqualTo(ManagementAction.ADJUST_STOP);
        assertThat(step.management().reasonCode()).isEqualTo(ManagementReason.FIRST_TARGET_REACHED);
        assertThat(step.recommendation().options().openUnits()).isEqualTo(1);
        assertThat(step.recommendation().stop().current()).isEqualTo(PriceLevel.underlying(450));
    }

    @Test
    void stopEndsItAtALossInBothSpaces() {
        RecommendationLife.Step step = next(bull(), 6, 448.4);

        assertThat(step.recommendation().status()).isEqualTo(RecommendationStatus.EXITED_STOP);
        assertThat(step.recommendation().returnPercent()).isNegative();
        assertThat(step.recommendation().worstPercent())
                .isEqualTo(step.recommendation().returnPercent());
        assertThat(step.recommendation().options().profit()).isNegative().isGreaterThan(-550);
        assertThat(step.recommendation().options().worstProfit())
                .isEqualTo(step.recommendation().options().profit());
        assertThat(step.management().fraction()).isEqualTo(1);
    }

    @Test
    void excursionsAreKeptWhenThePriceComesBack() {
        Recommendation up = next(bull(), 6, 450.8).recommendation();
        Recommendation down = next(up, 7, 449.2).recommendation();
        Recommendation back = next(down, 8, 450).recommendation();

        assertThat(back.options().bestProfit()).isEqualTo(up.options().profit()).isPositive();
        assertThat(back.options().worstProfit()).isEqualTo(down.options().profit()).isNegative();
        assertThat(back.bestPercent()).isCloseTo(0.8 / 450 * 100, within(1e-9));
    }

    @Test
    void legThatIsNoLongerQuotedIsRepricedAndFlagged() {
        Recommendation unquoted =
                Desks.next(bull(), Desks.market(6, 450), calm(6)).recommendation();
        Recommendation quoted = next(bull(), 6, 450).recommendation();

        assertThat(unquoted.options().modelled()).isTrue();
        assertThat(quoted.options().modelled()).isFalse();
        assertThat(unquoted.options().value()).isCloseTo(quoted.options().value(), within(0.01));
    }

    @Test
    void bearishTradeIsTheMirrorImage() {
        Recommendation bear = filled(open(0.18, 0.52));

        assertThat(next(bear, 6, 451.6).recommendation().status())
                .isEqualTo(RecommendationStatus.EXITED_STOP);
        assertThat(next(bear, 6, 448.9).recommendation().status())
                .isEqualTo(RecommendationStatus.PARTIAL);
    }

    @Test
    void opposingConvictionHasToLastTwoSnapshots() {
        Recommendation one = Desks.next(bull(), at(6, ENTRY), bear(6)).recommendation();
        assertThat(one.status()).isEqualTo(RecommendationStatus.ACTIVE_OPEN);

        Recommendation calm = next(one, 7, ENTRY).recommendation();
        assertThat(calm.opposingSnapshots()).isZero();
        Recommendation two = Desks.next(one, at(7, ENTRY), bear(7)).recommendation();
        assertThat(two.status()).isEqualTo(RecommendationStatus.EXITED_CONVICTION);
    }

    @Test
    void regimeAgainstItAndTimeEndIt() {
        Verdict against =
                Verdicts.leaning(
                        6, 0.4, 0.3, EventRegimeName.HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL);
        assertThat(Desks.next(bull(), at(6, ENTRY), against).recommendation().status())
                .isEqualTo(RecommendationStatus.EXITED_REGIME);
        // Without any price the time stop still works.
        int late = (int) ((bull().exitByMillis() - Snapshots.TEN_O_CLOCK) / 1000);
        DeskMarket nothing = DeskMarket.of(Snapshots.at(late, new FeatureVector.Builder().build()));
        assertThat(Desks.next(bull(), nothing, calm(late)).recommendation().status())
                .isEqualTo(RecommendationStatus.EXITED_TIME);
    }

    @Test
    void levelThatComesNearerMovesStopAndTargetOnceAMinute() {
        DeskMarket support = Desks.withLevels(at(60, 451), 449.9, Double.NaN);
        RecommendationLife.Step stop = Desks.next(bull(), support, calm(60));
        // At 451 the first target is reached; just below it the stop follows the level.
        assertThat(stop.management().action()).isEqualTo(ManagementAction.PARTIAL_TAKE);

        DeskMarket below = Desks.withLevels(at(60, 450.9), 450.0, Double.NaN);
        RecommendationLife.Step moved = Desks.next(bull(), below, calm(60));
        assertThat(moved.management().action()).isEqualTo(ManagementAction.ADJUST_STOP);
        assertThat(moved.management().reasonCode()).isEqualTo(ManagementReason.LEVEL_MOVED);
        assertThat(moved.recommendation().stop().current().price()).isCloseTo(449.9, within(1e-9));
        assertThat(moved.recommendation().status()).isEqualTo(RecommendationStatus.ACTIVE_ADJUSTED);
        assertThat(Desks.next(bull(), withSecond(below, 61), calm(61)).management()).isNull();

        DeskMarket resistance = Desks.withLevels(at(60, 450), Double.NaN, 450.6);
        RecommendationLife.Step target = Desks.next(bull(), resistance, calm(60));
        assertThat(target.management().action()).isEqualTo(ManagementAction.ADJUST_TARGET_1);
        assertThat(target.recommendation().targets().get(0).current().price()).isEqualTo(450.6);
        assertThat(target.management().targets()).hasSize(2);
    }

    @Test
    void thatATradeIsHeldIsSaidEveryFiveMinutes() {
        RecommendationLife.Step hold = next(bull(), 300, ENTRY);

        assertThat(hold.management().action()).isEqualTo(ManagementAction.HOLD);
        assertThat(hold.management().reasonCode()).isEqualTo(ManagementReason.THESIS_INTACT);
        assertThat(hold.management().fraction()).isZero();
        assertThat(next(bull(), 301, ENTRY).management()).isNull();
    }

    @Test
    void volatilityTradeEndsWhenItsRegimeChangesSignForTwoSnapshots() {
        Recommendation straddle = straddle();
        DeskMarket flipped = withVri(6, -0.4);

        Recommendation one =
                Desks.next(straddle, flipped, Verdicts.volatility(6, 0.8, 0.05)).recommendation();
        assertThat(one.status().isActive()).isTrue();
        RecommendationLife.Step two =
                Desks.next(one, withVri(7, -0.4), Verdicts.volatility(7, 0.8, 0.05));
        assertThat(two.management().reasonCode())
                .isEqualTo(ManagementReason.VOLATILITY_VIEW_FLIPPED);
        assertThat(
                        Desks.next(one, withVri(7, 0.4), Verdicts.volatility(7, 0.8, 0.05))
                                .recommendation()
                                .opposingSnapshots())
                .isZero();
    }

    @Test
    void volatilityTradeEndsByTheWorthOfItsOptions() {
        Recommendation straddle = straddle();
        DeskMarket dearer =
                Desks.withChain(withVri(6, 0.5), Chains.at(6, ENTRY, 0.25, Chains.TIGHT));
        DeskMarket cheaper =
                Desks.withChain(withVri(6, 0.5), Chains.at(6, ENTRY, 0.10, Chains.TIGHT));
        Verdict still = Verdicts.volatility(6, 0.8, 0.05);

        assertThat(Desks.next(straddle, dearer, still).recommendation().status())
                .isEqualTo(RecommendationStatus.EXITED_TARGET);
        assertThat(Desks.next(straddle, cheaper, still).recommendation().status())
                .isEqualTo(RecommendationStatus.EXITED_STOP);
    }

    @Test
    void deskRestoredInTheMiddleGoesOnAsIfNothingHappened() throws IOException {
        Held straight = new Held();
        Held before = new Held();
        List<DirectiveDesk.Result> expected = straight.run(0, 1_200);
        List<DirectiveDesk.Result> half = new ArrayList<>(before.run(0, 700));
        Held after = before.restored();
        half.addAll(after.run(700, 1_200));

        assertThat(half).isEqualTo(expected);
        assertThat(after.bytes()).isEqualTo(straight.bytes());
        assertThat(expected).anyMatch(r -> r.directive() != null && r.directive().isTrade());
        assertThat(expected).anyMatch(r -> r.management() != null);
    }

    /** A desk with what it learned and holds. */
    private static final class Held {

        private final DirectiveDesk desk = new DirectiveDesk();
        private final Learning learning = new Learning();
        private Recommendation open;

        List<DirectiveDesk.Result> run(int from, int to) {
            SplittableRandom random = new SplittableRandom(9);
            List<DirectiveDesk.Result> results = new ArrayList<>();
            for (int i = 0; i < to; i++) {
                double up = 0.2 + 0.5 * random.nextDouble();
                double mid = 450 + 2 * Math.sin(i / 40.0);
                if (i >= from) {
                    Verdict verdict =
                            Verdicts.leaning(i, up, 0.75 - up, EventRegimeName.SIDEWAYS_MARKET);
                    DirectiveDesk.Result result =
                            desk.judge(
                                    Desks.MODEL,
                                    Desks.CONFIG,
                                    Desks.market(i, mid),
                                    verdict,
                                    open,
                                    Chains.at(i - i % 5, mid),
                                    learning);
                    open = result.open();
                    results.add(result);
                }
            }
            return results;
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            desk.writeTo(out);
            learning.writeTo(out);
            return bytes.toByteArray();
        }

        Held restored() throws IOException {
            Held held = new Held();
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes()));
            held.desk.readFrom(in);
            held.learning.readFrom(in);
            held.open = open;
            return held;
        }
    }

    private static RecommendationLife.Step next(Recommendation now, int second, double mid) {
        return Desks.next(now, at(second, mid), calm(second));
    }

    private static DeskMarket at(int second, double mid) {
        return Desks.withChain(second, mid);
    }

    private static DeskMarket chainOf(int chainSecond, int second, double mid) {
        return Desks.withChain(Desks.market(second, mid), Chains.at(chainSecond, mid));
    }

    private static DeskMarket withSecond(DeskMarket market, int second) {
        return new DeskMarket(
                Verdicts.market(second, 450.9),
                market.chain(),
                market.support(),
                market.resistance(),
                null);
    }

    private static DeskMarket withVri(int second, double vri) {
        FeatureVector features =
                new FeatureVector.Builder()
                        .set(Feature.MID, ENTRY)
                        .set(Feature.MINUTES_TO_CLOSE, 300)
                        .set(Feature.REALIZED_VOL_60M, 0.20)
                        .set(Feature.VOL_OF_VOL_60M, 0.02 / Math.sqrt(60))
                        .set(Feature.IV_RANK_252D, 0.4)
                        .set(Feature.VRI_STATE, vri)
                        .build();
        return Desks.withChain(
                DeskMarket.of(Snapshots.at(second, features)), Chains.at(second, ENTRY));
    }

    private static Recommendation straddle() {
        Directive directive = Desks.decide(withVri(0, 0.5), Verdicts.volatility(0, 0.80, 0.05));
        Recommendation fresh = RecommendationLife.open(directive, 0.5);
        return Desks.next(fresh, withVri(5, 0.5), Verdicts.volatility(5, 0.8, 0.05))
                .recommendation();
    }

    private static Verdict calm(int second) {
        return Verdicts.leaning(second, 0.4, 0.3);
    }

    private static Verdict bear(int second) {
        return Verdicts.leaning(second, 0.1, 0.6);
    }

    private static Recommendation bull() {
        return filled(open(0.52, 0.18));
    }

    private static Recommendation open(double up, double down) {
        return RecommendationLife.open(
                Desks.decide(
                        Desks.withChain(0, ENTRY),
                        Verdicts.leaning(0, up, down, EventRegimeName.SIDEWAYS_MARKET)),
                null);
    }

    private static Recommendation filled(Recommendation fresh) {
        Recommendation filled = Desks.next(fresh, at(5, ENTRY), calm(5)).recommendation();
        assertThat(filled.options().isFilled()).isTrue();
        return filled;
    }

    private static Recommendation withUnits(Recommendation now, int units) {
        var track = now.options();
        var fewer =
                new io.huihui.models.decision.OptionTrack(
                        units,
                        units,
                        track.multiplier(),
                        track.expiryTimeMillis(),
                        track.entryLimit(),
                        track.entryValidUntilMillis(),
                        track.filledMillis(),
                        track.entryValue(),
                        track.value(),
                        track.stopValue(),
                        track.targetValue(),
                        track.booked(),
                        track.profit(),
                        track.worstProfit(),
                        track.bestProfit(),
                        track.modelled());
        return new Recommendation(
                now.id(),
                now.directiveId(),
                now.issued(),
                now.updated(),
                now.thesis(),
                now.structure(),
                now.legs(),
                now.entry(),
                now.stop(),
                now.targets(),
                now.openFraction(),
                now.conviction(),
                now.signals(),
                now.stateAtIssue(),
                null,
                0,
                now.exitByMillis(),
                now.status(),
                null,
                0,
                0,
                0,
                null,
                now.gateVersion(),
                now.configVersion(),
                fewer,
                null);
    }
}
