package io.huihui.simulator.macro;

/** Macro series of the simulated calendar, in their own units. */
enum MacroSeries {
    MANUFACTURING_INDEX(10 * 60, 50, 1.5, 0.8),
    CONSUMER_SENTIMENT(10 * 60, 75, 4, 2),
    JOB_OPENINGS_MILLIONS(10 * 60, 7.5, 0.4, 0.25),
    NEW_HOME_SALES_THOUSANDS(10 * 60, 650, 40, 25),
    POLICY_RATE_PERCENT(14 * 60, 4.25, 0.25, 0.10),
    BUDGET_BALANCE_BILLIONS(14 * 60, -150, 60, 25);

    private final int minuteOfDay;
    private final double level;
    private final double spread;
    private final double usualMiss;

    MacroSeries(int minuteOfDay, double level, double spread, double usualMiss) {
        this.minuteOfDay = minuteOfDay;
        this.level = level;
        this.spread = spread;
        this.usualMiss = usualMiss;
    }

    /** When it comes out, minutes after midnight in New York. */
    int minuteOfDay() {
        return minuteOfDay;
    }

    double level() {
        return level;
    }

    /** Standard deviation of consensus and prior around the level. */
    double spread() {
        return spread;
    }

    /** Standard deviation of actual less consensus: surprise z is measured in it. */
    double usualMiss() {
        return usualMiss;
    }
}
