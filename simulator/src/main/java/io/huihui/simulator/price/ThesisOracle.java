package io.huihui.simulator.price;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.quant.NormalDistribution;
import io.huihui.simulator.Clock;
import io.huihui.simulator.truth.ThesisTruth;
import io.huihui.simulator.truth.TruthSink;

/**
 * The best possible thesis: of someone who knows state, planned switch, planned drifts and
 * volatility, but not the noise. Beyond the planned switch it expects no drift of the state. No
 * model can do better on average; how much of it a model reaches is what counts.
 */
public final class ThesisOracle {

    private final LatentMarket market;

    public ThesisOracle(LatentMarket market) {
        this.market = market;
    }

    /** Writes one record per horizon. */
    public void tell(long nowMillis, TruthSink truth) {
        for (Horizon horizon : Horizon.values()) {
            truth.truth(thesis(nowMillis, horizon));
        }
    }

    private ThesisTruth thesis(long nowMillis, Horizon horizon) {
        long stay = Math.max(0, market.chain().plannedSwitchMillis() - nowMillis);
        double minutes = Math.min(stay, horizon.millis()) / (double) Clock.MINUTE_MILLIS;
        double mean =
                market.path().expectedReturn(market.chain(), market.volAnnual(), minutes)
                        + market.drift().between(nowMillis, nowMillis + horizon.millis());
        double deviation = market.deviation(horizon.millis());
        double band = Thesis.FLAT_BAND_SIGMAS * deviation;
        double up = NormalDistribution.cdf((mean - band) / deviation);
        double down = NormalDistribution.cdf((-mean - band) / deviation);
        return new ThesisTruth(
                market.symbol(), nowMillis, horizon, up, down, 1 - up - down, mean, deviation);
    }
}
