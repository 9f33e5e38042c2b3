package io.huihui.simulator;

import io.huihui.models.calendar.TradingCalendar;

/** Date, open and close of one session. */
record SessionTimes(long day, long openMillis, long closeMillis) {

    static SessionTimes of(long day) {
        TradingCalendar calendar = TradingCalendar.newYork();
        return new SessionTimes(day, calendar.openMillis(day), calendar.closeMillis(day));
    }
}
