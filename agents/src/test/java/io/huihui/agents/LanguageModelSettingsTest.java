package io.huihui.agents;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LanguageModelSettingsTest {

    private static final String URL = "http://127.0.0.1:11434/v1";

    @Test
    void thereIsNoModelWhereNoneIsNamed() {
        assertThat(LanguageModelSettings.from(Map.of("PATH", "/bin"))).isEmpty();
    }

    @Test
    void keyAndDeadlineHaveDefaults() {
        assertThat(
                        LanguageModelSettings.from(
                                Map.of("HUIHUI_LLM_URL", URL, "HUIHUI_LLM_MODEL", "qwen3:8b")))
                .contains(
                        new LanguageModelSettings(URL, "qwen3:8b", "none", Duration.ofSeconds(8)));
    }

    @Test
    void theKeyStandsInNoLog() {
        LanguageModelSettings settings =
                new LanguageModelSettings(URL, "qwen3:8b", "secret", Duration.ofSeconds(8));

        assertThat(settings.toString()).isEqualTo("qwen3:8b at " + URL);
    }

    @Test
    void whatIsUnknownOrUnusableIsRefusedWithItsName() {
        assertRefused(Map.of("HUIHUI_LLM_UR", URL), "was HUIHUI_LLM_UR");
        assertRefused(
                Map.of("HUIHUI_LLM_URL", URL),
                "need HUIHUI_LLM_MODEL beside HUIHUI_LLM_URL, was nothing");
        assertRefused(
                Map.of(
                        "HUIHUI_LLM_URL",
                        URL,
                        "HUIHUI_LLM_MODEL",
                        "m",
                        "HUIHUI_LLM_DEADLINE_MILLIS",
                        "60000"),
                "need HUIHUI_LLM_DEADLINE_MILLIS of 1 to 15000, was 60000");
    }

    private static void assertRefused(Map<String, String> environment, String sentence) {
        assertThatThrownBy(() -> LanguageModelSettings.from(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
