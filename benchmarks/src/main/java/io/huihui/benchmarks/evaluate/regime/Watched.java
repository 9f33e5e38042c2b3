package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.expert.regime.forecast.ConditionHolder;
import io.huihui.models.expert.regime.forecast.ForecastModel;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model said of a recording, second by second: enough to try thresholds without running it
 * again.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Watched(
        Recording recording,
        Labels labels,
        int[] likeliest,
        float[] probability,
        float[][] leaving,
        float[][] conditions) {

    /** A change of the condition shown. */
    record Flip(long millis, int to) {}

    static Watched of(Recording recording, ForecastModel model, boolean withMacro) {
        int seconds = recording.seconds();
        Watched watched =
                new Watched(
                        recording,
                        Labels.of(recording),
                        new int[seconds],
                        new float[seconds],
                        new float[Horizon.values().length][seconds],
                        new float[ForecastModel.CONDITIONS][seconds]);
        RegimeTraining.Run.over(
                recording,
                model,
                withMacro,
                (t, forecaster) -> {
                    int best = forecaster.likeliest();
                    watched.likeliest[t] = best;
                    watched.probability[t] = (float) forecaster.probability(best);
                    for (int c = 0; c < ForecastModel.CONDITIONS; c++) {
                        watched.conditions[c][t] = (float) forecaster.probability(c);
                    }
                    for (Horizon horizon : Horizon.values()) {
                        watched.leaving[horizon.ordinal()][t] =
                                (float) forecaster.leaving(horizon, recording.endMillis(t));
                    }
                });
        return watched;
    }

    /** Returns the flips that a holder shows, without the first condition of the session. */
    List<Flip> flips(ConditionHolder holder) {
        List<Flip> flips = new ArrayList<>();
        for (int t = 0; t < likeliest.length; t++) {
            boolean first = holder.held() == MarketCondition.UNCLEAR_OR_TRANSITIONING;
            long now = recording.endMillis(t);
            if (holder.observe(likeliest[t], probability[t], now) && !first) {
                flips.add(new Flip(now, holder.held().ordinal()));
            }
        }
        return flips;
    }

    double hours() {
        return likeliest.length / 3600.0;
    }
}
