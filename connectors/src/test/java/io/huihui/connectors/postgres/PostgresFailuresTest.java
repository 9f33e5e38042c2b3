package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.batch.StoreUnavailableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresFailuresTest {

    private static final PostgresConfig CONFIG =
            PostgresConfig.of(
                    "jdbc:postgresql://db.example:5432/huihui?sslpassword=hidden",
                    "writer",
                    "secret",
                    "main");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "57P01", "57P03", "57014", "40P01", "53300", "55P03", "25006"
            })
    void whatPassesIsTriedAgain(String code) {
        assertThat(PostgresFailures.translate(new SQLException("x", code), CONFIG, "huihui.t"))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, to let user writer in, check user and password",
        "08004, to let user writer in, check user and password",
        "3D000, the database of, create it first",
        "42501, to be allowed to write huihui.t, grant it huihui_writer",
        "42P01, huihui.t as this release writes it, apply supabase/migrations",
        "42703, huihui.t as this release writes it, apply supabase/migrations"
    })
    void whatAnOperatorMustMendIsOneSentence(String code, String need, String remedy) {
        SQLException failure = new SQLException("words of\n  the server", code);

        assertThatThrownBy(() -> PostgresFailures.translate(failure, CONFIG, "huihui.t"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageStartingWith("need ")
                .hasMessageContaining(need)
                .hasMessageContaining("words of the server")
                .hasMessageContaining(remedy)
                .hasMessageContaining("jdbc:postgresql://db.example:5432/huihui")
                .hasMessageNotContainingAny("secret", "hidden", "\n");
    }

    @Test
    void aRowTheServerRefusesStopsTheWriter() {
        assertThat(
                        PostgresFailures.translate(
                                new SQLException("out of range", "22003"), CONFIG, "huihui.t"))
                .isNotInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("cannot be stored as it is");
    }

    @Test
    void theConfigurationShowsNoSecret() {
        assertThat(CONFIG.toString()).doesNotContain("secret").doesNotContain("hidden");
    }
}
