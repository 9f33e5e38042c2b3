package io.huihui.cli;

import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's first command, on real servers, with the shaded jar. */
class UpIT {

    /** Enough for the first opinions; a market minute takes three seconds at the default rate. */
    private static final String MINUTES = "0.4";

    /** The first outcome comes after five minutes of the market, about when this one ends. */
    private static final Set<String> AFTER_OUTCOMES =
            Set.of(
                    "flink_taskmanager_job_task_operator_predictor_horizon_brier",
                    "flink_taskmanager_job_task_operator_predictor_horizon_calibration_error");

    @TempDir Path folder;

    @Test
    void shouldShowEventsFlowingIntoTheStoresAndLeaveNothingRunning() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar")),
                "the job jar is made by the package phase: run ./huihui verify");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));

        Set<String> asked = Scrape.queried();
        int status;
        try (Scrape scrape = Scrape.begin()) {
            status = line.execute("up", "--minutes", MINUTES, "--data", folder.toString());
            asked.removeAll(scrape.names());
            asked.removeAll(AFTER_OUTCOMES);
        }

        assertThat(status).as(err + "\n" + out).isZero();
        assertThat(asked)
                .as("what the dashboard and the alerts ask for and no process serves")
                .isEmpty();
        String screen = out.toString();
        assertThat(screen).contains("ready after").contains("events/s");
        String[] stores = screen.split("Postgres, rows by table:", -1);
        assertThat(count(stores[0], "huihui.features")).isPositive();
        assertThat(count(stores[0], "huihui.opinions")).isPositive();
        // What the topic got the table has: the job was stopped with a savepoint.
        assertThat(count(stores[1], "features"))
                .as(screen)
                .isEqualTo(count(stores[0], "huihui.features"));
        assertThat(count(stores[1], "opinions"))
                .as(screen)
                .isEqualTo(count(stores[0], "huihui.opinions"));
        assertThat(folder.resolve("addresses.properties")).doesNotExist();
        assertThat(runningIn(folder)).isEmpty();
    }

    private static long count(String text, String name) {
        Matcher row = Pattern.compile("\\s" + Pattern.quote(name) + "\\s+([\\d,]+)").matcher(text);
        return row.find() ? Long.parseLong(row.group(1).replace(",", "")) : 0;
    }

    /** Returns the processes whose command names the folder. */
    private static Stream<String> runningIn(Path folder) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(folder.toString()));
    }
}
