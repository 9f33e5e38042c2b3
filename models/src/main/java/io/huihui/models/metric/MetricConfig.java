package io.huihui.models.metric;

import io.huihui.models.Require;
import io.huihui.models.calendar.FomcCalendar;

import java.io.Serializable;
import java.util.List;

/**
 * What the metrics of section 2 leave to the user.
 *
 * @param chainIntervalSeconds the chain is computed anew at most once per this time
 * @param callPrior sign of the dealers' standing position in calls, +1 when customers overwrite
 * @param putPrior sign of the dealers' standing position in puts, -1 when customers buy protection
 * @param rateAnnual continuously compounded interest rate, 0.05 = 5 %
 * @param dividendYieldAnnual continuously compounded dividend yield
 * @param fomcDates days of FOMC decisions, e.g. {@code 2026-12-09}; none leaves the features that
 *     count down to them absent
 * @param multipliers how much each part of the structure counts, by class of volatility
 */
public record MetricConfig(
        int chainIntervalSeconds,
        double callPrior,
        double putPrior,
        double rateAnnual,
        double dividendYieldAnnual,
        List<String> fomcDates,
        RegimeMultipliers multipliers)
        implements Serializable {

    /** Bound of rates and yields: beyond 100 % a year it is a unit slip (percent for decimal). */
    private static final double HIGHEST_RATE = 1;

    public MetricConfig {
        Require.that(
                chainIntervalSeconds > 0,
                "chainIntervalSeconds > 0",
                () -> "chainIntervalSeconds=" + chainIntervalSeconds);
        Require.within("callPrior", callPrior, -1, 1);
        Require.within("putPrior", putPrior, -1, 1);
        Require.within("rateAnnual", rateAnnual, -HIGHEST_RATE, HIGHEST_RATE);
        Require.within("dividendYieldAnnual", dividendYieldAnnual, -HIGHEST_RATE, HIGHEST_RATE);
        fomcDates = List.copyOf(Require.present("fomcDates", fomcDates));
        FomcCalendar.of(fomcDates);
        Require.present("multipliers", multipliers);
    }

    /** Every 5 s, dealers long calls and short puts, rate and yield 0: what the chain implies. */
    public static MetricConfig defaults() {
        return new MetricConfig(5, 1, -1, 0, 0, List.of(), RegimeMultipliers.none());
    }
}
