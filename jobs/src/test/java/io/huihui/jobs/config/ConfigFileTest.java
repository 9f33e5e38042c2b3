package io.huihui.jobs.config;

import io.huihui.models.Require;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigFileTest {

    /** A configuration with every kind of value. */
    public record Sample(String name, int count, boolean on, Inner inner, List<String> symbols) {}

    /** A part with a rule of its own. */
    public record Inner(long waitMillis, double share) {
        public Inner {
            Require.within("share", share, 0, 1);
        }
    }

    private static final Sample DEFAULTS =
            new Sample("a", 3, true, new Inner(800, 0.5), List.of("SPY"));

    @TempDir Path folder;

    @Test
    void nothingGivenMeansDefaults() {
        assertThat(ConfigFile.read(DEFAULTS, null, List.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void fileChangesDefaultsAndSettingsChangeTheFile() throws IOException {
        Path file = write("count: 5\ninner:\n  waitMillis: 20\nsymbols: [SPX, QQQ]\n");

        Sample sample = ConfigFile.read(DEFAULTS, file, List.of("inner.waitMillis=30", "on=false"));

        assertThat(sample)
                .isEqualTo(new Sample("a", 5, false, new Inner(30, 0.5), List.of("SPX", "QQQ")));
    }

    @Test
    void unknownKeyIsNamedWithItsSiblings() throws IOException {
        Path file = write("inner:\n  waitMilis: 20\n");

        assertThatThrownBy(() -> ConfigFile.read(DEFAULTS, file, List.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("was inner.waitMilis")
                .hasMessageContaining("known here: waitMillis, share");
    }

    @Test
    void unknownSettingIsNamed() {
        assertThatThrownBy(() -> ConfigFile.read(DEFAULTS, null, List.of("outer.waitMillis=1")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("was outer.waitMillis in --set");
    }

    @Test
    void wrongTypeNamesTheKey() throws IOException {
        Path file = write("count: many\n");

        assertThatThrownBy(() -> ConfigFile.read(DEFAULTS, file, List.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("count");
    }

    @Test
    void valueThatTheRecordRefusesGivesItsSentence() {
        assertThatThrownBy(() -> ConfigFile.read(DEFAULTS, null, List.of("inner.share=2")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("need 0.0 <= share <= 1.0, was share=2.0")
                .hasMessageContaining("inner");
    }

    @Test
    void missingFileIsOneSentence() {
        assertThatThrownBy(() -> ConfigFile.read(DEFAULTS, folder.resolve("none.yaml"), List.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("need a readable configuration file");
    }

    @Test
    void brokenYamlNamesItsLine() throws IOException {
        Path file = write("count: 3\n  name: [\n");

        assertThatThrownBy(() -> ConfigFile.read(DEFAULTS, file, List.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void keysAreListedInOrder() {
        assertThat(ConfigFile.keys(DEFAULTS))
                .containsExactly(
                        "name", "count", "on", "inner.waitMillis", "inner.share", "symbols");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), text);
    }
}
