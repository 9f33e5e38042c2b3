package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.expert.regime.forecast.DirectionWatch;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.outcome.OutcomeScorer;

/** What the thesis reads, and what the price then did, over a recording. */
final class ThesisRun {

    private static final int MID = Recording.place(Feature.MID);
    private static final int HOUR = Recording.place(Feature.REALIZED_VOL_60M);
    private static final int HALF_HOUR = Recording.place(Feature.REALIZED_VOL_30M);
    private static final int ELAPSED = Recording.place(Feature.SESSION_ELAPSED);

    /** Minutes of a trading year, as outcomes are scored. */
    private static final double MINUTES_PER_YEAR = 252.0 * 390;

    /** Sees the inputs and the outcome of one prediction. */
    interface Prediction {
        void made(int second, Horizon horizon, double[] leans, double[] sizes, Direction realized);
    }

    private ThesisRun() {}

    static void over(Recording recording, ForecastModel model, int step, Prediction prediction) {
        DirectionWatch watch = new DirectionWatch();
        FeatureVector.Builder scratch = new FeatureVector.Builder();
        RegimeTraining.Run.over(
                recording,
                model,
                (t, forecaster) -> {
                    float[] row = recording.rows()[t];
                    double volatility = forecaster.volatility(row[ELAPSED]);
                    FeatureVector features = recording.snapshot(t, scratch).features();
                    watch.observe(features, volatility);
                    if (t % step != 0) {
                        return;
                    }
                    double[] leans = watch.leaning(features, forecaster, volatility);
                    for (Horizon horizon : Horizon.values()) {
                        Direction realized = realized(recording, t, horizon);
                        if (realized != null) {
                            double leaving = forecaster.leaving(horizon, recording.endMillis(t));
                            double[] sizes = watch.size(features, forecaster, volatility, leaving);
                            prediction.made(t, horizon, leans, sizes, realized);
                        }
                    }
                });
    }

    private static Direction realized(Recording recording, int second, Horizon horizon) {
        int later = second + horizon.minutes() * 60;
        if (later >= recording.seconds()) {
            return null;
        }
        float[] row = recording.rows()[second];
        double volatility = Float.isNaN(row[HOUR]) ? row[HALF_HOUR] : row[HOUR];
        double change = Math.log(recording.rows()[later][MID] / (double) row[MID]);
        double sigma = volatility * Math.sqrt(horizon.minutes() / MINUTES_PER_YEAR);
        return sigma > 0 && Double.isFinite(change) ? OutcomeScorer.direction(change, sigma) : null;
    }
}
