package io.huihui.cli;

import io.huihui.stack.Ports;

import com.sun.net.httpserver.HttpServer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
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
                "train sentiment --phrasebank no/such/file --out x",
                "pictures nowhere --out x",
                "pictures http://127.0.0.1:9 --out target/never",
                "bench no-such-bench",
                "submit --rest nowhere",
                "upgrade --watch-seconds -1",
                "replay no/such/tape",
                "replay --parallelism 0 no/such/tape",
                "simulate --minutes 0 --out target/never",
                "import no-such-format file --out target/never",
                "import lobster no/such/file --out target/never",
                "evaluate no-such-suite",
                "evaluate baseline --seeds 9-1",
            })
    void shouldAnswerUnusableArgumentsWithASentence(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void shouldNameTheKeyThatDoesNotExist() {
        Path tape = tape();

        assertThat(run("replay", tape.toString(), "--set", "gate.maxWait=1"))
                .isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString())
                .startsWith("huihui: need a known key, was gate.maxWait in --set")
                .hasLineCount(1);
    }

    @Test
    void shouldSayWhatIsWrongWithATapeThatCannotBeUsed() throws IOException {
        Path tape = tape();
        Path quotes = tape.resolve("quotes.avro");
        byte[] whole = Files.readAllBytes(quotes);
        Files.write(quotes, Arrays.copyOf(whole, whole.length - 3));

        assertThat(run("replay", tape.toString(), "--out", folder.resolve("out").toString()))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(lastLine(err)).startsWith("huihui: need ").contains("quotes");
        assertThat(err.toString()).doesNotContain("\tat ");

        Files.writeString(tape.resolve("tape.yaml"), "format: 99\n");
        assertThat(run("replay", tape.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(lastLine(err)).startsWith("huihui: need ");
    }

    @Test
    void shouldMineNothingThatIsNeitherATapeNorResults() {
        String out = folder.resolve("patterns").toString();

        assertThat(run("mine", folder.toString(), "--out", out)).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString())
                .startsWith("huihui: need a tape or the results of a replay, was neither")
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseADeviceThatNothingWouldBeComputedOn() {
        assertThat(
                        run(
                                "train",
                                "sentiment",
                                "--phrasebank",
                                "any",
                                "--out",
                                "other",
                                "--device",
                                "GPU"))
                .isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString()).contains("need --fine-tune with --device GPU, was without");
    }

    @Test
    void shouldRefuseFewerShufflesThanCanTellAnything() {
        String out = folder.resolve("patterns").toString();

        assertThat(run("mine", tape().toString(), "--out", out, "--shuffles", "20"))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("need shuffles >= 79").hasLineCount(1);
    }

    @Test
    void shouldRefuseAnOutputFolderThatCannotBeWritten() throws IOException {
        Path tape = tape();
        String below = Files.writeString(folder.resolve("file"), "").resolve("out").toString();

        for (String[] words :
                List.of(
                        new String[] {"replay", tape.toString(), "--out", below},
                        new String[] {"simulate", "--seed", "1", "--minutes", "1", "--out", below},
                        new String[] {"import", "bars-csv", bars().toString(), "--out", below})) {
            assertThat(run(words)).as(words[0] + "\n" + err).isEqualTo(ExitCodes.UNUSABLE);
            assertThat(lastLine(err))
                    .startsWith("huihui: need a folder that can be written, was " + below);
        }
    }

    /** Whoever has taken the port of a cluster that is gone is not Flink. */
    @Test
    void shouldSayThatSomebodyElseAnswers() throws IOException {
        HttpServer stranger =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.start();
        String address = "http://127.0.0.1:" + stranger.getAddress().getPort();
        Path jar = Files.writeString(folder.resolve("job.jar"), "");
        try {
            assertThat(run("submit", "--rest", address, "--jar", jar.toString()))
                    .isEqualTo(ExitCodes.UNUSABLE);
        } finally {
            stranger.stop(0);
        }

        assertThat(err.toString())
                .startsWith("huihui: Flink at " + address + " refused: status 404")
                .hasLineCount(1);
    }

    /** As bench does, whose jobs run in this process. */
    @Command(name = "failing")
    private static final class Failing implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            StreamExecutionEnvironment environment =
                    StreamExecutionEnvironment.createLocalEnvironment(1);
            environment
                    .fromSequence(1, 10)
                    .map(
                            number -> {
                                if (number > 3) {
                                    throw new IllegalStateException("need at most 3\nwas more");
                                }
                                return number;
                            })
                    .sinkTo(new DiscardingSink<>());
            environment.execute("failing");
            return ExitCodes.DONE;
        }
    }

    @Test
    void shouldSayInOneLineWhyAJobFailedAndWhereTheRestIs() throws IOException {
        CommandLine line =
                new CommandLine(new Failing()).setExecutionExceptionHandler(new ExitCodes());
        line.setErr(new PrintWriter(err));

        assertThat(line.execute()).isEqualTo(ExitCodes.FAILED);

        assertThat(err.toString())
                .startsWith(
                        "huihui: failed: java.lang.IllegalStateException: need at most 3; more in ")
                .hasLineCount(1);
        Path log = Path.of(err.toString().strip().replaceAll(".*; more in ", ""));
        assertThat(Files.readString(log)).contains("failing failed", "\tat ");
    }

    private Path tape() {
        Path tape = folder.resolve("tape");
        assertThat(
                        run(
                                "simulate",
                                "--seed",
                                "1",
                                "--symbols",
                                "1",
                                "--minutes",
                                "1",
                                "--out",
                                tape.toString()))
                .isZero();
        return tape;
    }

    private Path bars() throws IOException {
        return Files.writeString(folder.resolve("bars.csv"), "");
    }

    private static String lastLine(StringWriter screen) {
        List<String> lines = screen.toString().lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    void shouldSayWhereNoBrokerIs() {
        String nowhere = "127.0.0.1:" + Ports.free();

        assertThat(run("tail", "directives", "--brokers", nowhere)).isEqualTo(ExitCodes.UNUSABLE);

        assertThat(err.toString()).startsWith("huihui: need Kafka at " + nowhere).hasLineCount(1);
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
