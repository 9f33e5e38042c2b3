package io.huihui.models.expert.regime;

import io.huihui.models.calendar.Session;
import io.huihui.models.decision.Bias;
import io.huihui.models.feature.FeatureSnapshot;

import java.time.DayOfWeek;

/** What a rule may ask about one snapshot. */
record Situation(FeatureSnapshot snapshot, Session session, DayOfWeek weekday, Bias trend) {

    String attribute(Attribute attribute) {
        return switch (attribute) {
            case SYMBOL -> snapshot.id().symbol();
            case SESSION -> session.name();
            case WEEKDAY -> weekday.name();
            case TREND -> trend.name();
        };
    }
}
