package io.huihui.connectors.recording;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderNumberTest {

    /** Defect 2 of the predecessor: numbers in scientific notation became 0. */
    @ParameterizedTest
    @CsvSource({
        "1.2E-5, 0.000012",
        "1.2e-05, 0.000012",
        "-3.5E+2, -350",
        "7, 7",
        ".5, 0.5",
        "5., 5",
        "+1, 1",
        "' 42 ', 42"
    })
    @Tag("defect-2")
    void numbersAsProvidersWriteThemAreRead(String text, double expected) {
        assertThat(ProviderNumber.parse("gamma", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "NaN",
                "Infinity",
                "1,5",
                "0x10p1",
                "1d",
                "1f",
                "1e",
                "--1",
                "1e999",
                "1 2"
            })
    void whatIsNoNumberIsRefusedAndNeverBecomesOne(String text) {
        assertThatThrownBy(() -> ProviderNumber.parse("gamma", text))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("gamma=");
    }

    @Test
    void anEmptyTextMayMeanMissing() {
        assertThat(ProviderNumber.parseOrMissing("gamma", " ")).isNull();
    }

    @Test
    void aFractionIsNoWholeNumber() {
        assertThat(ProviderNumber.parseWhole("size", "1e3")).isEqualTo(1000);
        assertThatThrownBy(() -> ProviderNumber.parseWhole("size", "1.5"))
                .hasMessageContaining("a whole number for size");
    }
}
