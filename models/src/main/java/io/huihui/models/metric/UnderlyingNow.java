package io.huihui.models.metric;

/**
 * What the measures of options need to know about the underlying at the end of a second. NaN where
 * it is not known.
 *
 * @param mid currency per share
 * @param fiveMinuteVol realised, annual
 * @param halfHourVol realised, annual
 * @param volForecast of the next session, annual
 * @param dayTurnover currency traded today
 */
record UnderlyingNow(
        double mid,
        double fiveMinuteVol,
        double halfHourVol,
        double volForecast,
        double dayTurnover) {}
