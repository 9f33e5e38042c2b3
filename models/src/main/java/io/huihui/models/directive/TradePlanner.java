package io.huihui.models.directive;

import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/** Turns a judgement into a plan: structure by rule, stop and targets by the average true range. */
final class TradePlanner {

    /** A 15-minute thesis has to be out this long before the close. */
    private static final long EXIT_BEFORE_CLOSE_MILLIS = 2 * 60_000L;

    private static final long MINUTE_MILLIS = 60_000L;

    private TradePlanner() {}

    /**
     * Returns stop and targets in the space of the underlying, and when to be out.
     *
     * @param range average true range, currency
     */
    static TradePlan plan(
            StrategyRule rule,
            Judgement judgement,
            SnapshotId snapshot,
            double mid,
            double range,
            double minutesToClose,
            DirectiveConfig config) {
        int sign = judgement.thesis().bias().sign();
        PriceLevel stop = level(mid - sign * config.stopRanges() * range);
        PriceLevel first = level(mid + sign * config.targetRanges() * range);
        PriceLevel second = level(mid + sign * (config.targetRanges() + 1) * range);
        return new TradePlan(
                rule.structure(),
                rule.daysToExpiry(),
                rule.longDelta(),
                rule.shortDelta(),
                judgement.horizon(),
                stop,
                List.of(first, second),
                exitBy(judgement, snapshot, minutesToClose),
                config.riskPerTrade(),
                null);
    }

    /** Twice the horizon, or shortly before the close when that is earlier. */
    private static long exitBy(Judgement judgement, SnapshotId snapshot, double minutesToClose) {
        long now = snapshot.secondEndMillis();
        long byHorizon = now + 2 * judgement.horizon().millis();
        long byClose = now + (long) (minutesToClose * MINUTE_MILLIS) - EXIT_BEFORE_CLOSE_MILLIS;
        return Math.min(byHorizon, byClose);
    }

    private static PriceLevel level(double price) {
        return PriceLevel.underlying(Math.max(0, price));
    }

    /** Returns the average true range of five-minute bars; NaN when it is missing. */
    static double range(FeatureVector features) {
        return features.orNaN(Feature.AVERAGE_TRUE_RANGE_5M_BARS);
    }
}
