package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/** What the passing of time does at each strike: charm pressure, D-TDPI and pins. */
final class PinStrikes {

    private static final double DAYS_PER_YEAR = 365;

    /** Score that "no strike pins" has in the softmax: as much as a typical strike at spot. */
    private static final double NO_PIN_SCORE = 1;

    /** Currency dealers buy as time passes until the close. */
    final double[] charmPressure;

    /** D-TDPI, score. */
    final double[] timeDecay;

    /** 0 and above. */
    final double[] pin;

    /** 0..1; NaN when nothing can pin. */
    final double[] pinProbability;

    private final double[] strikes;
    private final boolean pins;

    /**
     * @param proximity of each strike to spot, 0..1
     * @param impliedVol at-the-money, annual; NaN when not known
     */
    PinStrikes(StrikeTable table, double spot, double[] proximity, double impliedVol, Moment now) {
        strikes = table.strikes;
        TradingCalendar calendar = TradingCalendar.newYork();
        double elapsed = calendar.sessionElapsed(now.endMillis());
        double daysToClose =
                now.isOpen()
                        ? (calendar.closeMillis(now.date()) - now.endMillis())
                                / (double) TradingCalendar.DAY_MILLIS
                        : 0;
        double urgency = 0.5 + 0.5 * elapsed * elapsed;
        charmPressure = StrikeMath.scaled(table.charm, -daysToClose);
        timeDecay = StrikeMath.product(RobustScore.across(charmPressure), proximity, urgency);
        pins = now.isOpen() && impliedVol > 0 && daysToClose > 0;
        double toClose = impliedVol * Math.sqrt(daysToClose / DAYS_PER_YEAR);
        pin = pin(table, spot, toClose, urgency);
        pinProbability = softmax(pin);
    }

    private double[] pin(StrikeTable table, double spot, double deviationToClose, double urgency) {
        double scale = StrikeMath.mad(table.gamma);
        double[] near = StrikeMath.gaussian(strikes, spot, deviationToClose);
        double[] values = new double[strikes.length];
        for (int k = 0; k < values.length; k++) {
            double score = Math.max(table.gammaPin[k], 0) / scale * near[k] * urgency;
            values[k] = pins && Double.isFinite(score) ? score : 0;
        }
        return values;
    }

    /** Shares of exp(score) among the strikes that could pin and "no pin". */
    private double[] softmax(double[] scores) {
        double most = NO_PIN_SCORE;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double total = Math.exp(NO_PIN_SCORE - most);
        double[] values = new double[scores.length];
        for (int k = 0; k < scores.length; k++) {
            values[k] = scores[k] > 0 ? Math.exp(scores[k] - most) : 0;
            total += values[k];
        }
        for (int k = 0; k < scores.length; k++) {
            values[k] = pins ? values[k] / total : Double.NaN;
        }
        return values;
    }

    void publish(FeatureVector.Builder out) {
        out.set(Feature.CHARM_PRESSURE, StrikeMath.sum(charmPressure));
        int likeliest = -1;
        for (int k = 0; k < pin.length; k++) {
            if (pin[k] > 0 && (likeliest < 0 || pin[k] > pin[likeliest])) {
                likeliest = k;
            }
        }
        if (likeliest < 0) {
            out.missing(Feature.PIN_PROBABILITY, Quality.PARTIAL);
            out.missing(Feature.PIN_STRIKE, Quality.PARTIAL);
            return;
        }
        out.set(Feature.PIN_PROBABILITY, pinProbability[likeliest]);
        out.set(Feature.PIN_STRIKE, strikes[likeliest]);
    }
}
