package io.huihui.models.strategy;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Structure;
import io.huihui.models.event.OptionKind;
import io.huihui.models.quant.BlackScholes;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PositionTest {

    private static final long NOW = 1_767_625_200_000L;
    private static final ExitRule EXIT = new ExitRule(50, 100, 60);

    private static Position of(Structure structure, int bought, int sold) {
        return Position.of(
                new StrategyTemplate(structure, 7, bought, sold, List.of(), EXIT), 500, 0.2, NOW);
    }

    @Test
    void strikesHaveTheirDeltas() {
        Position condor = of(Structure.IRON_CONDOR, 10, 20);

        assertThat(condor.legs().stream().map(PositionTest::delta).toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(0.10, 0.20, 0.10, 0.20);
    }

    private static double delta(Position.Leg leg) {
        return Math.abs(
                BlackScholes.delta(
                        500,
                        leg.strike(),
                        7 / TradingCalendar.DAYS_PER_YEAR,
                        0,
                        0,
                        0.2,
                        leg.kind() == OptionKind.CALL));
    }

    @Test
    void aSpreadCanLoseNoMoreThanItsWidth() {
        Position spread = of(Structure.CALL_CREDIT_SPREAD, 10, 30);
        double width = spread.legs().get(0).strike() - spread.legs().get(1).strike();

        assertThat(width).isPositive();
        assertThat(spread.least()).isCloseTo(-width, within(1e-9));
        assertThat(spread.value(500, 0.2, NOW)).isNegative();
    }

    @Test
    void whatIsBoughtIsNeverWorthLessThanNothing() {
        for (Structure structure : List.of(Structure.LONG_CALL, Structure.LONG_STRADDLE)) {
            assertThat(of(structure, 50, 0).least()).isZero();
        }
        assertThat(of(Structure.CALL_DEBIT_SPREAD, 60, 30).least()).isZero();
        assertThat(of(Structure.PUT_DEBIT_SPREAD, 60, 30).least()).isZero();
    }

    @Test
    void aNakedShortCallHasNoBound() {
        List<Position.Leg> naked = List.of(new Position.Leg(OptionKind.CALL, -1, 510));

        assertThat(new Position(naked, NOW + 1).least()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aNakedShortPutLosesItsStrikeAtMost() {
        List<Position.Leg> naked = List.of(new Position.Leg(OptionKind.PUT, -1, 490));

        assertThat(new Position(naked, NOW + 1).least()).isEqualTo(-490);
    }

    /** The bound that sizes a trade holds before expiry too, wherever price and volatility go. */
    @Property
    void noPositionOfTheGrammarIsWorthLessThanItsBound(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 50, max = 2_000) double spot,
            @ForAll @DoubleRange(min = 0.02, max = 3) double vol,
            @ForAll @DoubleRange(min = 0, max = 1) double elapsed) {
        StrategyTemplate template = TemplateGrammar.draw(new SplittableRandom(seed));
        Position position = Position.of(template, 500, 0.2, NOW);
        long then = NOW + (long) (elapsed * TradingCalendar.DAY_MILLIS);

        assertThat(position.least()).isGreaterThan(Double.NEGATIVE_INFINITY);
        assertThat(position.value(spot, vol, then)).isGreaterThanOrEqualTo(position.least() - 1e-6);
    }

    @Test
    void costsAreHalfOfEachSpreadAndTheCommission() {
        TradingCosts costs = new TradingCosts(0.04, 0.02, 0.30, 0.01);

        assertThat(costs.of(5)).isCloseTo(0.11, within(1e-12));
        assertThat(costs.of(0.1)).isCloseTo(0.02, within(1e-12));
        assertThat(costs.of(100)).isCloseTo(0.16, within(1e-12));
        assertThat(costs.most()).isCloseTo(0.16, within(1e-12));
        Position call = of(Structure.LONG_CALL, 50, 0);
        assertThat(call.cost(500, 0.2, NOW, costs))
                .isCloseTo(costs.of(call.value(500, 0.2, NOW)), within(1e-12));
    }
}
