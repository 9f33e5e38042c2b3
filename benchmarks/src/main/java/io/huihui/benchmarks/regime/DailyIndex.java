package io.huihui.benchmarks.regime;

import io.huihui.benchmarks.Recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Daily returns of the Nasdaq-100 from 1985 to 2024, and the VIX of the same days.
 *
 * @param dates as written, yyyy-mm-dd
 * @param returns simple returns
 * @param vix closes; NaN before 1990
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record DailyIndex(List<String> dates, double[] returns, double[] vix) {

    /** Reads both recordings. */
    public static DailyIndex read() {
        try {
            TreeMap<String, Double> vix = new TreeMap<>();
            for (String line : lines("vix_daily", "vix-daily.csv")) {
                String[] row = line.split(",", -1);
                vix.put(row[0], Double.parseDouble(row[4]));
            }
            List<String> dates = new ArrayList<>();
            List<Double> returns = new ArrayList<>();
            List<Double> levels = new ArrayList<>();
            for (String line : lines("ndx_daily", "NDX.csv")) {
                String[] row = line.split(",", -1);
                if (!row[2].isEmpty()) {
                    dates.add(row[0]);
                    returns.add(Double.parseDouble(row[2]));
                    levels.add(vix.getOrDefault(row[0], Double.NaN));
                }
            }
            return new DailyIndex(dates, array(returns), array(levels));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String folder, String name) throws IOException {
        List<String> lines = Files.readAllLines(Recordings.file(folder, name));
        return lines.subList(1, lines.size());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the returns of days from one up to another as a sequence of one dimension. */
    public double[][] sequence(int from, int until) {
        double[][] sequence = new double[until - from][];
        for (int i = from; i < until; i++) {
            sequence[i - from] = new double[] {returns[i]};
        }
        return sequence;
    }

    /** Returns the first day not before a date. */
    public int day(String date) {
        int day = 0;
        while (day < dates.size() && dates.get(day).compareTo(date) < 0) {
            day++;
        }
        return day;
    }
}
