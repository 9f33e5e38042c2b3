package io.huihui.models.calendar;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TradingCalendarTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

    /** Closed days as the exchange published them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1998-01-19", "1998-04-10", "1999-12-24", "2000-04-21", "2001-09-11", "2001-09-14",
                "2004-06-11", "2007-01-02", "2008-03-21", "2012-10-29", "2012-10-30", "2015-07-03",
                "2016-12-26", "2017-01-02", "2018-12-05", "2019-04-19", "2021-12-24", "2022-06-20",
                "2023-06-19", "2023-01-02", "2024-03-29", "2025-01-09", "2025-04-18", "2026-04-03",
                "2026-06-19", "2026-07-03", "2027-03-26", "2027-06-18", "2027-07-05", "2027-12-24",
                "2028-11-23"
            })
    void closedDays(String date) {
        assertThat(CALENDAR.isTradingDay(day(date))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-06-18",
                "2021-12-31",
                "2010-12-31",
                "2013-10-07",
                "2019-06-26",
                "2012-06-21",
                "2028-01-03",
                "1999-04-05"
            })
    void openDays(String date) {
        assertThat(CALENDAR.isTradingDay(day(date))).isTrue();
        assertThat(CALENDAR.isHalfDay(day(date))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-12-31", "2002-07-05", "2003-12-26", "2012-07-03", "2012-11-23", "2013-07-03",
                "2014-07-03", "2018-07-03", "2018-12-24", "2019-11-29", "2024-07-03", "2024-11-29",
                "2024-12-24", "2025-07-03", "2026-11-27", "2026-12-24"
            })
    void halfDays(String date) {
        long day = day(date);

        assertThat(CALENDAR.isHalfDay(day)).isTrue();
        assertThat(CALENDAR.closeMillis(day)).isEqualTo(at(date + "T13:00"));
    }

    /** Full-year counts of trading days as published. */
    @ParameterizedTest
    @CsvSource({
        "1998,252",
        "2001,248",
        "2004,252",
        "2007,251",
        "2012,250",
        "2018,251",
        "2020,253",
        "2021,252",
        "2022,251",
        "2023,250",
        "2024,252",
        "2025,250",
        "2026,251"
    })
    void tradingDaysOfYear(int year, int expected) {
        long count =
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(date -> CALENDAR.isTradingDay(date.toEpochDay()))
                        .count();

        assertThat(count).isEqualTo(expected);
    }

    /** The open moves in UTC when New York changes its clocks, 2024-03-10 and 2024-11-03. */
    @Test
    void openFollowsSummerTime() {
        assertThat(CALENDAR.openMillis(day("2024-03-08")))
                .isEqualTo(Instant.parse("2024-03-08T14:30:00Z").toEpochMilli());
        assertThat(CALENDAR.openMillis(day("2024-03-11")))
                .isEqualTo(Instant.parse("2024-03-11T13:30:00Z").toEpochMilli());
        assertThat(CALENDAR.openMillis(day("2024-11-04")))
                .isEqualTo(Instant.parse("2024-11-04T14:30:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-10T00:00, 2024-06-10", "2024-06-10T23:59, 2024-06-10",
        "2024-01-10T00:00, 2024-01-10", "2024-01-10T23:59, 2024-01-10",
        "2024-03-10T00:30, 2024-03-10", "2024-03-10T23:30, 2024-03-10",
        "2024-11-03T00:30, 2024-11-03", "2024-11-03T23:30, 2024-11-03"
    })
    void dateOfAnInstant(String local, String date) {
        assertThat(CALENDAR.date(at(local))).isEqualTo(day(date));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-10T09:29:59, CLOSED", "2024-06-10T09:30, OPENING_RUSH",
        "2024-06-10T10:15, MORNING", "2024-06-10T12:00, LUNCH_LULL",
        "2024-06-10T13:30, AFTERNOON", "2024-06-10T15:00, POWER_HOUR",
        "2024-06-10T15:49:59, POWER_HOUR", "2024-06-10T15:50, EOD_AUCTION",
        "2024-06-10T16:00, CLOSED", "2024-06-08T12:00, CLOSED",
        "2024-07-03T12:00, POWER_HOUR", "2024-07-03T12:50, EOD_AUCTION",
        "2024-07-03T13:00, CLOSED"
    })
    void sessions(String local, Session expected) {
        assertThat(CALENDAR.session(at(local))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-10T09:00, 0, -1",
        "2024-06-10T09:30, 0, 0",
        "2024-06-10T12:45, 0.5, 13",
        "2024-06-10T15:59:59, 0.99996, 25",
        "2024-06-10T16:00, 1, -1",
        "2024-07-03T11:15, 0.5, 7",
        "2024-06-09T12:00, 0, -1"
    })
    void elapsedShareAndSlot(String local, double elapsed, int slot) {
        assertThat(CALENDAR.sessionElapsed(at(local))).isCloseTo(elapsed, within(1e-5));
        assertThat(CALENDAR.slot(at(local))).isEqualTo(slot);
    }

    /** Defect 1: a contract that expires today is 0 days away all day, and its time is above 0. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-06-10T09:30", "2024-06-10T15:59"})
    @Tag("defect-1")
    void contractThatExpiresTodayIsZeroDaysAway(String local) {
        long expiry = at("2024-06-10T16:00");

        assertThat(CALENDAR.daysToExpiry(at(local), expiry)).isZero();
        assertThat(TradingCalendar.yearsToExpiry(at(local), expiry)).isPositive();
        assertThat(DteBucket.of(CALENDAR.daysToExpiry(at(local), expiry)))
                .isEqualTo(DteBucket.TODAY);
    }

    @Test
    void yearsToExpiryCountsTheFractionOfTheDay() {
        double years =
                TradingCalendar.yearsToExpiry(at("2024-06-10T10:00"), at("2024-06-11T16:00"));

        assertThat(years).isCloseTo(1.25 / 365, within(1e-15));
    }

    @Test
    void neighboursSkipWeekendsAndHolidays() {
        assertThat(CALENDAR.nextTradingDate(day("2024-03-28"))).isEqualTo(day("2024-04-01"));
        assertThat(CALENDAR.previousTradingDate(day("2024-04-01"))).isEqualTo(day("2024-03-28"));
    }

    @Test
    void closeOfADayWithoutTradingIsRefused() {
        assertThatThrownBy(() -> CALENDAR.closeMillis(day("2024-03-29")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("need a trading day, was 2024-03-29 without trading");
    }

    @ParameterizedTest
    @CsvSource({
        "0,TODAY",
        "1,DAYS_1_2",
        "2,DAYS_1_2",
        "3,DAYS_3_7",
        "21,DAYS_8_21",
        "46,DAYS_46_UP"
    })
    void bucketsOfDays(int days, DteBucket expected) {
        assertThat(DteBucket.of(days)).isEqualTo(expected);
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private static long at(String local) {
        return LocalDateTime.parse(local)
                .atZone(TradingCalendar.NEW_YORK)
                .toInstant()
                .toEpochMilli();
    }
}
