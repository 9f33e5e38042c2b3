package io.huihui.connectors.recording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionExpiriesTest {

    @ParameterizedTest
    @CsvSource({
        "SPXW, 2026-01-16, 2026-01-16T21:00:00Z",
        "SPX, 2026-01-16, 2026-01-16T14:30:00Z",
        // A Saturday of old, and the half day before Christmas.
        "SPY, 2026-01-17, 2026-01-16T21:00:00Z",
        "SPY, 2026-12-24, 2026-12-24T18:00:00Z",
    })
    void contractsEndWithTradingInThem(String root, LocalDate expiry, Instant end) {
        assertThat(Instant.ofEpochMilli(OptionExpiries.millis(root, expiry))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "SPXW260116C05000000, SPXW",
        ".SPXW260116C5000, SPXW",
        "BRKB260116P00400000, BRKB",
        "SPY7260116C00600000, SPY7"
    })
    void theRootStandsBeforeTheDate(String symbol, String root) {
        assertThat(OptionExpiries.root(symbol)).isEqualTo(root);
    }

    @Test
    void aSymbolWithoutADateIsRefused() {
        assertThatThrownBy(() -> OptionExpiries.root("SPY"))
                .hasMessage("need a contract symbol like SPXW260116C05000000, was symbol=SPY");
        assertThatThrownBy(() -> OptionExpiries.root(null)).hasMessageContaining("symbol=null");
    }
}
