package io.huihui.jobs.config;

import io.huihui.models.expert.regime.RegimeRules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegimeSettingsTest {

    @TempDir Path folder;

    @Test
    void withoutAFileTheRulesAreThoseThatShip() {
        assertThat(RegimeSettings.defaults().rules()).isSameAs(RegimeRules.shipped());
    }

    @Test
    void readsTheRulesOfAFile() throws IOException {
        RegimeRules rules = settings("MID gt 1").rules();

        assertThat(rules.version()).isEqualTo("desk/7");
        assertThat(rules.rules()).hasSize(1);
    }

    @Test
    void saysWhereAFileIsNotUnderstood() throws IOException {
        RegimeSettings settings = settings("MIDDLE gt 1");

        assertThatThrownBy(settings::rules)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("line 6, column 9")
                .hasMessageContaining("`MIDDLE`")
                .hasMessageContaining(settings.rulesFile());
    }

    @Test
    void saysThatAFileIsMissing() {
        RegimeSettings settings = new RegimeSettings(folder.resolve("none.yaml").toString());

        assertThatThrownBy(settings::rules)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("regime.rulesFile")
                .hasMessageContaining("none.yaml");
    }

    private RegimeSettings settings(String condition) throws IOException {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(
                file,
                "version: desk/7\nregimes:\n  SKEW_SHIFT:\n    lasts: 5m\n    when:\n      - "
                        + condition
                        + "\n");
        return new RegimeSettings(file.toString());
    }
}
