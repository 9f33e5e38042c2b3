package io.huihui.models.metric;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.calendar.FomcCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FomcClockTest {

    private static final List<String> DATES = List.of("2024-07-31", "2024-06-12");

    private final FomcClock clock = new FomcClock();

    private FeatureVector at(String local, List<String> dates) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        clock.publish(Moment.at(SecondBySecond.at(local)), dates, out);
        return out.build();
    }

    @Test
    void countsDownToTheDecisionAtTwo() {
        assertThat(at("2024-06-11T14:00", DATES).get(Feature.SESSIONS_TO_FOMC)).isEqualTo(1.0);
        assertThat(at("2024-06-11T14:00", DATES).get(Feature.MINUTES_TO_FOMC)).isEqualTo(1440.0);
        assertThat(at("2024-06-12T12:00", DATES).get(Feature.SESSIONS_TO_FOMC)).isZero();
        assertThat(at("2024-06-12T12:00", DATES).get(Feature.MINUTES_TO_FOMC)).isEqualTo(120.0);
        assertThat(at("2024-06-12T14:45", DATES).get(Feature.MINUTES_TO_FOMC)).isEqualTo(-45.0);
    }

    /** From Friday over the weekend to Wednesday are three sessions; 4 July is no session. */
    @Test
    void countsSessionsAndNotDays() {
        assertThat(at("2024-06-07T12:00", DATES).get(Feature.SESSIONS_TO_FOMC)).isEqualTo(3.0);
        assertThat(at("2024-07-03T12:00", DATES).get(Feature.SESSIONS_TO_FOMC)).isEqualTo(19.0);
    }

    @Test
    void withoutAKnownDecisionNothingIsSaid() {
        assertThat(at("2024-08-01T12:00", DATES).has(Feature.SESSIONS_TO_FOMC)).isFalse();
        assertThat(at("2024-06-12T12:00", List.of()).has(Feature.MINUTES_TO_FOMC)).isFalse();
    }

    @Test
    void datesThatCannotBeAreRefusedByName() {
        assertThatThrownBy(() -> FomcCalendar.of(List.of("12.6.2024")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("2026-12-09")
                .hasMessageContaining("12.6.2024");
        assertThatThrownBy(() -> FomcCalendar.of(List.of("2024-06-15")))
                .hasMessageContaining("trading days, was 2024-06-15");
    }
}
