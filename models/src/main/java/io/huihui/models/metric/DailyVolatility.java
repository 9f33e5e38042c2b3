package io.huihui.models.metric;

/** Volatilities from daily bars, annualised by 252 sessions; oldest bar first. */
final class DailyVolatility {

    private static final double SESSIONS_PER_YEAR = 252;

    /** Terms of the autoregression: a constant, one day, one week, one month. */
    private static final int TERMS = 4;

    private static final int WEEK = 5;
    private static final int MONTH = 22;

    /** Fewer days to fit on give no forecast: ten per coefficient. */
    private static final int FEWEST_FIT_DAYS = 40;

    /** Ridge relative to the mean diagonal; keeps a constant volatility solvable. */
    private static final double RIDGE = 1e-9;

    /** Weight of the open-to-close part, Yang and Zhang's alpha = 1.34. */
    private static final double YANG_ZHANG_ALPHA = 0.34;

    private DailyVolatility() {}

    /**
     * Returns the standard deviation of close-to-close returns of {@code sessions} days, annual.
     */
    static double closeToClose(double[] closes, int days, int sessions) {
        if (days < sessions + 1) {
            return Double.NaN;
        }
        double[] returns = new double[sessions];
        for (int i = 0; i < sessions; i++) {
            int day = days - sessions + i;
            returns[i] = Math.log(closes[day] / closes[day - 1]);
        }
        return Math.sqrt(SESSIONS_PER_YEAR * variance(returns));
    }

    /** Returns the volatility of Yang and Zhang over {@code sessions} days, annual. */
    static double yangZhang(
            double[] opens,
            double[] highs,
            double[] lows,
            double[] closes,
            int days,
            int sessions) {
        if (days < sessions + 1) {
            return Double.NaN;
        }
        double[] overnight = new double[sessions];
        double[] openToClose = new double[sessions];
        double rogersSatchell = 0;
        for (int i = 0; i < sessions; i++) {
            int day = days - sessions + i;
            double up = Math.log(highs[day] / opens[day]);
            double down = Math.log(lows[day] / opens[day]);
            double close = Math.log(closes[day] / opens[day]);
            overnight[i] = Math.log(opens[day] / closes[day - 1]);
            openToClose[i] = close;
            rogersSatchell += up * (up - close) + down * (down - close);
        }
        double k = YANG_ZHANG_ALPHA / (1 + YANG_ZHANG_ALPHA + (sessions + 1.0) / (sessions - 1.0));
        double daily =
                variance(overnight)
                        + k * variance(openToClose)
                        + (1 - k) * rogersSatchell / sessions;
        return Math.sqrt(SESSIONS_PER_YEAR * daily);
    }

    /**
     * Returns the least-squares forecast of the next day's volatility, annual, from the variances
     * of the last day, week and month; a day's variance is the squared overnight return plus that
     * of Rogers and Satchell. NaN with too few days.
     */
    static double harForecast(
            double[] opens, double[] highs, double[] lows, double[] closes, int days) {
        int usable = days - 1;
        if (usable < MONTH + FEWEST_FIT_DAYS) {
            return Double.NaN;
        }
        double[] daily = new double[usable];
        for (int i = 0; i < usable; i++) {
            int day = i + 1;
            double up = Math.log(highs[day] / opens[day]);
            double down = Math.log(lows[day] / opens[day]);
            double close = Math.log(closes[day] / opens[day]);
            double overnight = Math.log(opens[day] / closes[day - 1]);
            daily[i] = overnight * overnight + up * (up - close) + down * (down - close);
        }
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int day = MONTH; day < usable; day++) {
            double[] terms = terms(daily, day);
            for (int row = 0; row < TERMS; row++) {
                for (int column = 0; column < TERMS; column++) {
                    normal[row][column] += terms[row] * terms[column];
                }
                normal[row][TERMS] += terms[row] * daily[day];
            }
        }
        double[] coefficients = solve(normal);
        double[] next = terms(daily, usable);
        double variance = 0;
        for (int term = 0; term < TERMS; term++) {
            variance += coefficients[term] * next[term];
        }
        return Math.sqrt(SESSIONS_PER_YEAR * Math.max(variance, 0));
    }

    /** Returns 1 and the mean variances of the day, week and month before {@code day}. */
    private static double[] terms(double[] daily, int day) {
        // The constant is on the scale of a variance, so that the ridge treats the terms alike.
        return new double[] {
            mean(daily, 0, daily.length),
            daily[day - 1],
            mean(daily, day - WEEK, day),
            mean(daily, day - MONTH, day)
        };
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    /**
     * Gaussian elimination with a small ridge on the diagonal; the last column is the right side.
     */
    private static double[] solve(double[][] rows) {
        double trace = 0;
        for (int i = 0; i < TERMS; i++) {
            trace += rows[i][i];
        }
        for (int i = 0; i < TERMS; i++) {
            rows[i][i] += RIDGE * trace / TERMS;
        }
        for (int pivot = 0; pivot < TERMS; pivot++) {
            for (int row = pivot + 1; row < TERMS; row++) {
                double factor = rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column <= TERMS; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }
        double[] solution = new double[TERMS];
        for (int row = TERMS - 1; row >= 0; row--) {
            double value = rows[row][TERMS];
            for (int column = row + 1; column < TERMS; column++) {
                value -= rows[row][column] * solution[column];
            }
            solution[row] = value / rows[row][row];
        }
        return solution;
    }

    private static double variance(double[] values) {
        double mean = mean(values, 0, values.length);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
