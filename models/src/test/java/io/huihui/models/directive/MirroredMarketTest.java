package io.huihui.models.directive;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.PriceLevel;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A market with up and down swapped is decided on the same way, with up and down swapped. */
class MirroredMarketTest {

    private static final double MID = 450;

    @Property(tries = 200)
    void mirroredMarketGivesTheMirroredDirective(
            @ForAll @DoubleRange(min = 0.05, max = 0.85) double up,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double share,
            @ForAll @DoubleRange(min = 0.2, max = 4) double below,
            @ForAll @DoubleRange(min = 0.2, max = 4) double above,
            @ForAll @IntRange(min = 0, max = 3) int regime,
            @ForAll @IntRange(min = 0, max = 50) int past) {
        double down = (1 - up) * share;
        Directive one = decide(up, down, MID - below, MID + above, BULL[regime], past, false);
        Directive other = decide(down, up, MID - above, MID + below, BEAR[regime], past, true);

        if (Math.abs(up - down) < 1e-9) {
            return;
        }
        if (isOnTheEdge(one) || isOnTheEdge(other)) {
            return;
        }
        assertThat(other.noTradeReason()).isEqualTo(one.noTradeReason());
        assertThat(other.thesis()).isEqualTo(ThesisInputs.opposite(one.thesis()));
        assertThat(other.conviction()).isCloseTo(one.conviction(), within(1e-9));
        assertThat(other.basis().calibrated()).isEqualTo(one.basis().calibrated());
        if (one.isTrade()) {
            mirrored(one, other);
        }
    }

    /**
     * A lognormal price has more room above than below, so the values of mirrored options differ a
     * little; where one is hardly worth its costs, the other may not be.
     */
    private static boolean isOnTheEdge(Directive directive) {
        return directive.noTradeReason() == NoTradeReason.EXPECTED_VALUE_TOO_LOW
                || (directive.isTrade() && directive.plan().options().expectedValue() < 0.05);
    }

    private static void mirrored(Directive one, Directive other) {
        assertThat(other.plan().structure()).isEqualTo(one.plan().structure().mirror());
        assertThat(other.plan().exitByMillis()).isEqualTo(one.plan().exitByMillis());
        assertPrice(one.plan().stop(), other.plan().stop());
        for (int i = 0; i < one.plan().targets().size(); i++) {
            assertPrice(one.plan().targets().get(i), other.plan().targets().get(i));
        }
        int legs = one.plan().options().legs().size();
        for (int i = 0; i < legs; i++) {
            var leg = one.plan().options().legs().get(i);
            var twin = other.plan().options().legs().get(legs - 1 - i);
            assertThat(twin.side()).isEqualTo(leg.side());
            assertThat(twin.kind()).isNotEqualTo(leg.kind());
            assertThat(twin.terms().delta()).isEqualTo(-leg.terms().delta());
            assertThat(twin.contract().strike() * leg.contract().strike())
                    .isCloseTo(MID * MID, within(1e-6));
        }
    }

    private static void assertPrice(PriceLevel one, PriceLevel other) {
        assertThat(MID - other.price()).isCloseTo(one.price() - MID, within(1e-9));
    }

    private static final EventRegimeName[] BULL = {
        EventRegimeName.SIDEWAYS_MARKET,
        EventRegimeName.HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL,
        EventRegimeName.EOD_HEDGING_PRESSURE_BUY,
        EventRegimeName.NVP_STRONG_BUY_IMBALANCE_AT_KEY_STRIKE
    };

    private static final EventRegimeName[] BEAR = {
        EventRegimeName.SIDEWAYS_MARKET,
        EventRegimeName.HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL,
        EventRegimeName.EOD_HEDGING_PRESSURE_SELL,
        EventRegimeName.NVP_STRONG_SELL_IMBALANCE_AT_KEY_STRIKE
    };

    /** A desk with a past of so many hundred outcomes, the same from either side. */
    private static Directive decide(
            double up,
            double down,
            double support,
            double resistance,
            EventRegimeName regime,
            int past,
            boolean mirrored) {
        Learning learning = new Learning();
        SplittableRandom random = new SplittableRandom(past);
        for (int i = 0; i < 100 * past; i++) {
            ThesisInputs inputs =
                    new ThesisInputs(random.nextDouble(), random.nextDouble() - 0.5, -0.1, 0.1);
            learning.calibration()
                    .learn(ThesisQuestion.DIRECTION, i % 9, inputs, random.nextInt(3) > 0);
        }
        var chain = mirrored ? Chains.mirror(Chains.at(0, MID)) : Chains.at(0, MID);
        DeskMarket market =
                Desks.withLevels(Desks.withChain(Desks.market(0, MID), chain), support, resistance);
        return new DirectiveDesk()
                .judge(
                        Desks.MODEL,
                        Desks.CONFIG,
                        market,
                        Verdicts.leaning(0, up, down, regime),
                        null,
                        chain,
                        learning)
                .directive();
    }
}
