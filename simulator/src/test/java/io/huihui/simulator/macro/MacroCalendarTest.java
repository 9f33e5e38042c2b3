package io.huihui.simulator.macro;

import io.huihui.models.calendar.TradingCalendar;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MacroCalendarTest {

    private static final long MONDAY = LocalDate.of(2026, 1, 5).toEpochDay();

    @Test
    void everyDayOfAWeekSeesTheSameThreeReleases() {
        MacroCalendar calendar = new MacroCalendar(5, 3);

        List<PlannedRelease> week = calendar.week(MONDAY);

        assertThat(week).hasSize(3);
        assertThat(week).extracting(PlannedRelease::day).doesNotHaveDuplicates();
        assertThat(week).allMatch(r -> TradingCalendar.newYork().isOpen(r.releaseTimeMillis()));
        assertThat(calendar.week(MONDAY + 4)).isEqualTo(week);
        assertThat(calendar.week(MONDAY + 7)).isNotEqualTo(week);
        assertThat(new MacroCalendar(6, 3).week(MONDAY)).isNotEqualTo(week);
    }

    @Test
    void theActualFigureIsConsensusPlusSurprise() {
        for (PlannedRelease release : new MacroCalendar(5, 3).week(MONDAY)) {
            double miss = MacroSeries.valueOf(release.seriesId()).usualMiss();

            assertThat((release.actual() - release.consensus()) / miss)
                    .isCloseTo(release.surpriseZ(), within(1e-9));
            assertThat(release.announcement(MONDAY * 86_400_000L, MONDAY, 0).actual()).isNull();
        }
    }

    @Test
    void aWeekOpensOnItsFirstTradingDay() {
        assertThat(MacroCalendar.opensWeek(MONDAY)).isTrue();
        assertThat(MacroCalendar.opensWeek(MONDAY + 1)).isFalse();
        // Tuesday after Martin Luther King Day.
        assertThat(MacroCalendar.opensWeek(LocalDate.of(2026, 1, 20).toEpochDay())).isTrue();
    }
}
