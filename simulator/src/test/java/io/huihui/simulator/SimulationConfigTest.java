package io.huihui.simulator;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.MarketEvent;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulationConfigTest {

    @Test
    void namesTickersFirstAndNumbersAfterwards() {
        assertThat(SimulationConfig.of(1, 1, 14).symbolNames())
                .startsWith("SPY", "QQQ", "IWM", "AAPL")
                .endsWith("SIM012", "SIM013")
                .doesNotHaveDuplicates();
    }

    @Test
    void sessionsSkipWeekendsAndHolidays() {
        long friday = LocalDate.of(2026, 1, 16).toEpochDay();

        long[] days = SimulationConfig.of(1, 2, 1).withFirstSession(friday).sessionDays();

        // Monday the 19th is Martin Luther King Day.
        assertThat(days).containsExactly(friday, LocalDate.of(2026, 1, 20).toEpochDay());
    }

    @Test
    void aHalfDayEndsAtOne() {
        long halfDay = LocalDate.of(2026, 11, 27).toEpochDay();
        SimulationConfig config =
                SimulationConfig.of(1, 1, 1)
                        .withFirstSession(halfDay)
                        .withRates(new Rates(0.2, 0.5, 0, 5, 0.1, 0.1, 0, 0));

        long last =
                Tape.of(config).events.stream()
                        .mapToLong(MarketEvent::eventTimeMillis)
                        .max()
                        .orElseThrow();

        assertThat(last).isLessThan(TradingCalendar.newYork().closeMillis(halfDay));
        assertThat(last).isGreaterThan(TradingCalendar.newYork().closeMillis(halfDay) - 60_000);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> SimulationConfig.of(1, 0, 1))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("sessions");
        assertThatThrownBy(() -> new Rates(Double.NaN, 1, 0, 5, 0, 1, 0, 0))
                .hasMessageContaining("tradesPerSecond");
        assertThatThrownBy(() -> new Rates(1, 1, 150, 5, 0, 1, 0, 0))
                .hasMessageContaining("depthIntervalMillis");
        assertThatThrownBy(() -> new OptionGrid(3, 8)).hasMessageContaining("odd strikesPerExpiry");
        assertThatThrownBy(() -> new Dirt(0, 0, 0, 0, 90_001, 0, 0, 0))
                .hasMessageContaining("longestDelayMillis");
        assertThatThrownBy(
                        () ->
                                SimulationConfig.of(1, 1, 1)
                                        .withRates(new Rates(1, 1, 0, 5, 0, 0, 0, 0)))
                .hasMessageContaining("optionTradesPerSecond > 0");
    }
}
