package io.huihui.cli;

import io.huihui.stack.Ports;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldHaveHelpForEveryCommand(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains("Usage: ./huihui " + command);
        Main.commandLine().getSubcommands().get(command).getCommandSpec().options().stream()
                .forEach(
                        option ->
                                assertThat(option.description())
                                        .as(option.longestName())
                                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-such-command",
                "simulate --seed x --out y",
                "up --rate -1",
                "up --tape no/such/tape",
                "tail no-such-topic",
                "bench no-such-bench",
                "submit --rest nowhere",
                "upgrade --watch-seconds -1",
            })
    void shouldAnswerUnusableArgumentsWithASentence(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void shouldSayWhereNoBrokerIs() {
        String nowhere = "127.0.0.1:" + Ports.free();

        assertThat(run("tail", "directives", "--brokers", nowhere)).isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString())
                .startsWith("huihui: need a Kafka broker at " + nowhere)
                .hasLineCount(1);
    }

    @Test
    void shouldSayWhereNoClusterIs() throws IOException {
        String nowhere = "http://127.0.0.1:" + Ports.free();
        Path jar = Files.writeString(folder.resolve("job.jar"), "");

        assertThat(
                        run(
                                "submit",
                                "--rest",
                                nowhere,
                                "--releases",
                                folder.toString(),
                                "--jar",
                                jar.toString()))
                .isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString())
                .startsWith("huihui: need a Flink cluster at " + nowhere)
                .hasLineCount(1);
    }

    @Test
    void shouldNotRollBackBeforeAnythingWasSubmitted() {
        assertThat(run("rollback", "--releases", folder.toString())).isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString()).contains("./huihui submit first");
    }

    @Test
    void shouldRefuseAFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("up", "--data", file.resolve("data").toString()))
                .isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString()).startsWith("huihui: need a folder that can be written");
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }
}
