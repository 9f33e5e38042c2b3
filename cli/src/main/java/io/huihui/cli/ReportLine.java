package io.huihui.cli;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.Report;
import io.huihui.stack.ProjectRoot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a report is printed: a table for people, or one JSON object as the last line. */
final class ReportLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN_COMMIT = "unknown";

    private ReportLine() {}

    /**
     * Prints what was measured. A goal that was missed is a result, in the report; the measurement
     * itself was done.
     *
     * @param command that measures it again
     * @param seeds null where there are none
     */
    static void print(
            PrintWriter out,
            boolean json,
            String name,
            String command,
            String seeds,
            Bench.Result result) {
        Report report =
                new Report(
                        name,
                        command,
                        commit(),
                        seeds,
                        result.metrics(),
                        result.guards(),
                        result.pass());
        out.println(table(report));
        if (json) {
            out.println(json(report));
        }
    }

    /** Returns where a measurement says how far it is. */
    static Bench.Progress progress(PrintWriter screen) {
        return line -> {
            screen.println(line);
            screen.flush();
        };
    }

    private static String json(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report without JSON form: " + report.name(), e);
        }
    }

    private static String table(Report report) {
        StringBuilder text = new StringBuilder();
        report.metrics().forEach(metric -> text.append(row(metric)));
        report.guards().forEach(guard -> text.append(row(guard)));
        return text.append(report.pass() ? "every goal was met" : "a goal was missed").toString();
    }

    /** Returns the short commit of the sources, {@code unknown} outside of a repository. */
    private static String commit() {
        try {
            Process git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty")
                            .directory(ProjectRoot.find().toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String name =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? name : UNKNOWN_COMMIT;
        } catch (IOException e) {
            return UNKNOWN_COMMIT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN_COMMIT;
        }
    }

    private static String row(Metric metric) {
        String range =
                metric.low() == null
                        ? ""
                        : String.format(Locale.ROOT, " [%.4g, %.4g]", metric.low(), metric.high());
        String baseline =
                metric.baseline() == null
                        ? ""
                        : String.format(Locale.ROOT, ", reference %.4g", metric.baseline());
        return String.format(
                Locale.ROOT,
                "%-32s %.6g %s%s%s%n",
                metric.name(),
                metric.value(),
                metric.unit(),
                range,
                baseline);
    }
}
