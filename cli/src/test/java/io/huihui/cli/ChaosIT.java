package io.huihui.cli;

import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.Report;
import io.huihui.stack.ProjectRoot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A short drill of the nightly one: how long recovery takes is measured there and not here. */
@Tag("drill")
class ChaosIT {

    @Test
    void shouldLoseAndDoubleNothingWhenALeaderDiesAndTaskManagersDieAndHang() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar")),
                "the job jar is made by the package phase: run ./huihui verify");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));

        int status =
                line.execute(
                        "chaos",
                        "--rounds",
                        "3",
                        "--seed",
                        "3",
                        "--faults",
                        "KILL_TASK_MANAGER,KILL_JOB_MANAGER,FREEZE_TASK_MANAGER",
                        "--json");

        assertThat(status).as(err + "\n" + out).isZero();
        Report report = report(out.toString());
        assertThat(value(report, "kill_job_manager_median_seconds")).isPositive();
        assertThat(value(report, "snapshots")).isPositive();
        assertThat(value(report, "answered_share")).isEqualTo(1);
        for (String none : List.of("lost", "duplicated", "extra", "late")) {
            assertThat(value(report, none)).as(none).isZero();
        }
    }

    private static Report report(String screen) throws JsonProcessingException {
        List<String> lines = screen.lines().toList();
        return new ObjectMapper().readValue(lines.get(lines.size() - 1), Report.class);
    }

    private static double value(Report report, String name) {
        return Stream.concat(report.metrics().stream(), report.guards().stream())
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }
}
