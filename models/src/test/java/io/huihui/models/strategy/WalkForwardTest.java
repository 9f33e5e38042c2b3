package io.huihui.models.strategy;

import io.huihui.models.decision.Structure;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A call on a price that is told minute by minute. */
class WalkForwardTest {

    private static final EntryGate HIGH = new EntryGate(EntryInput.LEAN, GateSide.AT_LEAST, 90);

    private final SampleTape tape = new SampleTape();

    private static StrategyTemplate call(int stop, int target, int hold) {
        return new StrategyTemplate(
                Structure.LONG_CALL, 7, 50, 0, List.of(HIGH), new ExitRule(stop, target, hold));
    }

    private WalkForward.Result run(StrategyTemplate template, TradingCosts costs) {
        return new WalkForward(tape, costs).run(template);
    }

    /** The session before: leans of 0 and 1, of which 90 in 100 are 0. */
    private void past() {
        for (int minute = 0; minute < 390; minute++) {
            tape.add(PlantedMinutes.flat(0, minute, 500, minute % 20 == 0 ? 1 : 0));
        }
    }

    private void now(int minutes, Prices prices, Leans leans) {
        for (int minute = 0; minute < minutes; minute++) {
            tape.add(PlantedMinutes.flat(1, minute, prices.at(minute), leans.at(minute)));
        }
    }

    private interface Prices {
        double at(int minute);
    }

    private interface Leans {
        double at(int minute);
    }

    @Test
    void nothingIsTradedInTheFirstSession() {
        past();

        assertThat(run(call(100, 200, 30), TradingCosts.NONE).trades()).isEmpty();
    }

    @Test
    void itIsEnteredAMinuteLaterAndLeftAfterItsTime() {
        past();
        // The gate opens at minute 10. What the price does in that minute is not earned.
        now(60, minute -> minute <= 10 ? 500 : 510, minute -> minute == 10 ? 1 : -1);

        WalkForward.Result result = run(call(100, 200, 30), TradingCosts.NONE);

        assertThat(result.trades()).hasSize(1);
        // Nothing happens from minute 11 to 41 but half an hour of decay.
        assertThat(result.trades().get(0).profit()).isBetween(-0.01, 0.0);
        assertThat(result.trades().get(0).session()).isEqualTo(1);
    }

    @Test
    void theTargetEndsIt() {
        past();
        now(60, minute -> minute < 15 ? 500 : 510, minute -> minute == 10 ? 1 : -1);

        WalkForward.Result result = run(call(100, 50, 120), TradingCosts.NONE);

        // A call of 5.5 at 500 is worth more than 11 at 510.
        assertThat(result.trades()).hasSize(1);
        assertThat(result.trades().get(0).profit()).isBetween(1.0, 1.4);
    }

    @Test
    void theStopEndsItAndNeverMoreThanAllIsLost() {
        past();
        now(60, minute -> minute < 15 ? 500 : 400, minute -> minute == 10 ? 1 : -1);

        WalkForward.Result result = run(call(50, 50, 120), TradingCosts.standard());

        assertThat(result.trades()).hasSize(1);
        assertThat(result.worst()).isBetween(-1.0, -0.9);
        // 5.53 a share, and costs of both ways at most.
        assertThat(result.largestLoss()).isBetween(553.0, 590.0);
    }

    @Test
    void costsArePaidBothWays() {
        past();
        now(60, minute -> 500, minute -> minute == 10 ? 1 : -1);

        double free = run(call(100, 200, 30), TradingCosts.NONE).trades().get(0).profit();
        WalkForward.Trade dear = run(call(100, 200, 30), TradingCosts.standard()).trades().get(0);

        // Twice half of a spread of 3 % of 5.5, and two commissions of .0065, over 5.8 at risk.
        assertThat(dear.cost()).isCloseTo((0.166 + 0.013) / 5.78, within(0.001));
        assertThat(dear.profit()).isLessThan(free - 0.02);
    }

    @Test
    void theSessionsEndEndsIt() {
        past();
        now(390, minute -> 500, minute -> minute == 380 ? 1 : -1);
        tape.add(PlantedMinutes.flat(2, 0, 450, -1));

        // The fall of the night is nobody's who trades within a session.
        assertThat(run(call(100, 200, 120), TradingCosts.NONE).worst()).isBetween(-0.01, 0.0);
    }

    @Test
    void aTradeThatHasNotEndedIsNotCounted() {
        past();
        now(20, minute -> 500, minute -> minute == 10 ? 1 : -1);

        assertThat(run(call(100, 200, 30), TradingCosts.NONE).trades()).isEmpty();
    }

    /** The thresholds of a session are of those before: its own extremes do not close its gates. */
    @Test
    void aSessionIsNotInItsOwnThresholds() {
        past();
        now(390, minute -> 500, minute -> 5);

        // Open from the first minute on: a trade in every 31 minutes.
        assertThat(run(call(100, 200, 30), TradingCosts.NONE).trades()).hasSize(12);
    }

    @Test
    void whatIsMissingOpensNothing() {
        past();
        now(390, minute -> 500, minute -> Double.NaN);

        assertThat(run(call(100, 200, 30), TradingCosts.NONE).trades()).isEmpty();
    }
}
