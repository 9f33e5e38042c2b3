package io.huihui.models.metric;

import io.huihui.models.calendar.FomcCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import java.util.List;

/** How far away the next decision of the Fed is. Holds nothing but what follows from its inputs. */
final class FomcClock {

    private static final double MINUTE_MILLIS = Moment.MINUTE_MILLIS;

    private long date = Long.MIN_VALUE;
    private long decision;
    private int sessions;

    /**
     * @param isoDates the decisions that are known
     */
    void publish(Moment now, List<String> isoDates, FeatureVector.Builder out) {
        if (isoDates.isEmpty()) {
            return;
        }
        if (now.date() != date) {
            date = now.date();
            decision = FomcCalendar.of(isoDates).nextDecision(date);
            sessions = FomcCalendar.sessionsBetween(date, decision);
        }
        if (decision >= 0) {
            long left = FomcCalendar.decisionMillis(decision) - now.endMillis();
            out.set(Feature.SESSIONS_TO_FOMC, sessions);
            out.set(Feature.MINUTES_TO_FOMC, left / MINUTE_MILLIS);
        }
    }
}
