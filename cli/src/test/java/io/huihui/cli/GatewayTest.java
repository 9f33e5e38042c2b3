package io.huihui.cli;

import io.huihui.connectors.gateway.GatewayConfig;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.stack.ProjectRoot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpShowsAnExample() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--once", "./huihui gateway --once --set");
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), "pollMilis: 1000\n");

        assertThat(run("--config", file.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString())
                .startsWith("huihui: need a known key, was pollMilis in " + file)
                .hasLineCount(1);
        assertThat(run("--set", "symbols=[{symbol: SPY, first: TRADIER}]"))
                .isEqualTo(ExitCodes.UNUSABLE);
    }

    @Test
    void aCredentialThatIsNotSetIsASentence() {
        assertThat(run("--once")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString())
                .startsWith("huihui: need a credential in the environment variable HUIHUI_")
                .hasLineCount(1);
    }

    @Test
    void aFileIsReadWhole() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("gateway.yaml"),
                        """
                        symbols:
                          - {symbol: SPX, primary: TRADIER, fallback: NONE}
                        tradier:
                          callsPerMinute: 60
                        """);

        GatewayConfig config = ConfigFile.read(GatewayConfig.defaults(), file, List.of());

        assertThat(config.symbols()).hasSize(1);
        assertThat(config.tradier().callsPerMinute()).isEqualTo(60);
        assertThat(config.tradier().address()).isEqualTo("https://api.tradier.com");
    }

    @Test
    void everyKeyIsInTheDocumentation() throws IOException {
        String page = Files.readString(ProjectRoot.find().resolve("docs/gateway.md"));

        assertThat(ConfigFile.keys(GatewayConfig.defaults()))
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    }

    private int run(String... words) {
        CommandLine line =
                new CommandLine(new Gateway(variable -> null))
                        .setExecutionExceptionHandler(new ExitCodes());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words);
    }
}
