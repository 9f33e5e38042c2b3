package io.huihui.simulator.macro;

import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.SwitchCause;
import io.huihui.simulator.price.LatentMarket;
import io.huihui.simulator.random.Draws;

/**
 * How one symbol takes a macro figure: a jump at once, and after up to two minutes a new state when
 * the surprise is large. A figure above consensus is bad for prices.
 */
public final class MacroReaction {

    /** Log return per unit of surprise. */
    private static final double JUMP_PER_Z = 0.0015;

    /** Surprises from here on switch the state; beyond the second figure into stress. */
    private static final double SWITCHING_Z = 1;

    private static final double STRESS_Z = 2;

    /** A symbol switches at most this long after the release, seconds. */
    private static final int LONGEST_DELAY = 120;

    private final LatentMarket market;
    private final Draws draws;
    private long switchMillis = Long.MAX_VALUE;
    private MarketState target = MarketState.STRESS;
    private int direction = 1;

    public MacroReaction(LatentMarket market, Draws draws) {
        this.market = market;
        this.draws = draws;
    }

    /** Takes in a release. */
    public void released(long nowMillis, double surpriseZ) {
        market.path().push(-JUMP_PER_Z * surpriseZ);
        double size = Math.abs(surpriseZ);
        if (size < SWITCHING_Z) {
            return;
        }
        direction = surpriseZ > 0 ? -1 : 1;
        target = size >= STRESS_Z ? MarketState.STRESS : MarketState.HIGH_TREND;
        switchMillis = nowMillis + 1_000L * draws.below(LONGEST_DELAY);
    }

    /** Switches when the time has come. */
    public void tick(long nowMillis) {
        if (nowMillis >= switchMillis) {
            switchMillis = Long.MAX_VALUE;
            market.force(nowMillis, target, direction, SwitchCause.MACRO);
        }
    }
}
