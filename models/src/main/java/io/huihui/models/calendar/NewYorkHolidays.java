package io.huihui.models.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Which days the New York Stock Exchange is closed, and which close early, by rule; days closed for
 * one event are listed. Checked against the exchange's published calendars from 1998 on; other
 * years follow the same rules.
 */
final class NewYorkHolidays {

    /** First year in which the exchange observed Martin Luther King Day. */
    private static final int FIRST_KING_DAY = 1998;

    /** First year in which the exchange observed Juneteenth. */
    private static final int FIRST_JUNETEENTH = 2022;

    /** From this year a half day on a Wednesday before 4 July replaced the one on Friday after. */
    private static final int FIRST_WEDNESDAY_HALF_DAY = 2013;

    /** Closed for one event: 11 September, funerals of presidents, hurricane Sandy. */
    private static final Set<LocalDate> SPECIAL_CLOSURES =
            Set.of(
                    LocalDate.of(2001, 9, 11),
                    LocalDate.of(2001, 9, 12),
                    LocalDate.of(2001, 9, 13),
                    LocalDate.of(2001, 9, 14),
                    LocalDate.of(2004, 6, 11),
                    LocalDate.of(2007, 1, 2),
                    LocalDate.of(2012, 10, 29),
                    LocalDate.of(2012, 10, 30),
                    LocalDate.of(2018, 12, 5),
                    LocalDate.of(2025, 1, 9));

    /** Early closes outside the rules: the eve of 2000, the Friday after Christmas 2003. */
    private static final Set<LocalDate> SPECIAL_HALF_DAYS =
            Set.of(LocalDate.of(1999, 12, 31), LocalDate.of(2003, 12, 26));

    private NewYorkHolidays() {}

    /** Returns whether the exchange opens at all on this date. */
    static boolean isTradingDay(LocalDate date) {
        return !isWeekend(date) && !SPECIAL_CLOSURES.contains(date) && !isHoliday(date);
    }

    /** Returns whether trading ends at 13:00 on this date. */
    static boolean isHalfDay(LocalDate date) {
        return isTradingDay(date)
                && (SPECIAL_HALF_DAYS.contains(date)
                        || isDayAfterThanksgiving(date)
                        || isChristmasEve(date)
                        || isHalfDayAroundIndependenceDay(date));
    }

    private static boolean isHoliday(LocalDate date) {
        int year = date.getYear();
        return switch (date.getMonth()) {
            case JANUARY ->
                    isNewYearsDay(date)
                            || (year >= FIRST_KING_DAY && date.equals(monday(year, date, 3)));
            case FEBRUARY -> date.equals(monday(year, date, 3));
            case MARCH, APRIL -> date.equals(easter(year).minusDays(2));
            case MAY ->
                    date.getDayOfWeek() == DayOfWeek.MONDAY
                            && date.plusWeeks(1).getMonth() != Month.MAY;
            case JUNE ->
                    year >= FIRST_JUNETEENTH
                            && date.equals(observed(LocalDate.of(year, Month.JUNE, 19)));
            case JULY -> date.equals(observed(LocalDate.of(year, Month.JULY, 4)));
            case SEPTEMBER -> date.equals(monday(year, date, 1));
            case NOVEMBER -> date.equals(thanksgiving(year));
            case DECEMBER -> date.equals(observed(LocalDate.of(year, Month.DECEMBER, 25)));
            case AUGUST, OCTOBER -> false;
        };
    }

    /** On a Sunday it moves to Monday; on a Saturday it is not observed (end of fiscal year). */
    private static boolean isNewYearsDay(LocalDate date) {
        return date.getDayOfYear() == 1
                || (date.getDayOfYear() == 2 && date.getDayOfWeek() == DayOfWeek.MONDAY);
    }

    private static boolean isDayAfterThanksgiving(LocalDate date) {
        return date.getMonth() == Month.NOVEMBER
                && date.minusDays(1).equals(thanksgiving(date.getYear()));
    }

    private static boolean isChristmasEve(LocalDate date) {
        return date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 24;
    }

    private static boolean isHalfDayAroundIndependenceDay(LocalDate date) {
        if (date.getMonth() != Month.JULY) {
            return false;
        }
        boolean wednesdayRule = date.getYear() >= FIRST_WEDNESDAY_HALF_DAY;
        return switch (date.getDayOfMonth()) {
            case 3 ->
                    date.getDayOfWeek() == DayOfWeek.WEDNESDAY
                            ? wednesdayRule
                            : date.getDayOfWeek() != DayOfWeek.FRIDAY;
            case 5 -> date.getDayOfWeek() == DayOfWeek.FRIDAY && !wednesdayRule;
            default -> false;
        };
    }

    /** Saturday moves to Friday, Sunday to Monday. */
    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private static LocalDate monday(int year, LocalDate inMonth, int ordinal) {
        return LocalDate.of(year, inMonth.getMonth(), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    /**
     * Returns Easter Sunday of the Gregorian calendar.
     *
     * <p>Reference: anonymous, "To find Easter", Nature 13, 1876, p. 487 (Meeus/Jones/Butcher). The
     * letters are the reference's.
     */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
