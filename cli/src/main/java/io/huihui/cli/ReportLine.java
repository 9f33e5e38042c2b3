package io.huihui.cli;

import io.huihui.benchmarks.Report;
import io.huihui.stack.ProjectRoot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a report is printed: a table for people, or one JSON object as the last line. */
final class ReportLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN_COMMIT = "unknown";

    private ReportLine() {}

    static String json(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report without JSON form: " + report.name(), e);
        }
    }

    static String table(Report report) {
        StringBuilder text = new StringBuilder();
        report.metrics().forEach(metric -> text.append(row(metric)));
        report.guards().forEach(guard -> text.append(row(guard)));
        return text.append(report.pass() ? "every goal was met" : "a goal was missed").toString();
    }

    /** Returns the short commit of the sources, {@code unknown} outside of a repository. */
    static String commit() {
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

    private static String row(io.huihui.benchmarks.Metric metric) {
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
