package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Minute bars made by hand, as a provider's files, and the suites that read them. */
final class HandMadeBars {

    static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC", "DDD", "SPY");
    static final int MINUTES = 390;

    private static final String PROPERTY = "huihui.data";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private HandMadeBars() {}

    /** Gives the log returns of a minute, one per symbol. */
    interface Minute {
        double[] returns(int session, int minute);
    }

    static void write(Path folder, List<String> days, Minute returns) throws IOException {
        Path bars = Files.createDirectories(folder.resolve("bars_1m"));
        StringBuilder[] files =
                Stream.generate(() -> new StringBuilder("datetime,open,high,low,close,volume\n"))
                        .limit(SYMBOLS.size())
                        .toArray(StringBuilder[]::new);
        for (int session = 0; session < days.size(); session++) {
            double[] price = {100, 50, 200, 80, 270};
            LocalDateTime open = LocalDateTime.parse(days.get(session) + "T09:30");
            for (int minute = 0; minute < MINUTES; minute++) {
                double[] moved = returns.returns(session, minute);
                for (int i = 0; i < price.length; i++) {
                    price[i] *= Math.exp(moved[i]);
                    files[i].append(
                            String.format(
                                    Locale.ROOT,
                                    "%1$s,%2$.6f,%2$.6f,%2$.6f,%2$.6f,1000%n",
                                    STAMP.format(open.plusMinutes(minute)),
                                    price[i]));
                }
            }
        }
        for (int i = 0; i < files.length; i++) {
            Files.writeString(bars.resolve(SYMBOLS.get(i) + "_1min.csv"), files[i]);
        }
    }

    /** Runs a suite on the recordings of a folder. */
    static Bench.Result run(Suite suite, Path folder) {
        String before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, folder.toString());
        try {
            return suite.run(new SeedRange(1, 2), line -> {});
        } finally {
            if (before == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, before);
            }
        }
    }

    static Metric metric(List<Metric> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
