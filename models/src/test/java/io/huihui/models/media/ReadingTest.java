package io.huihui.models.media;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingTest {

    @Test
    void isATextOrAFailure() {
        assertThat(Reading.of("SPY 412.35", 0.9).isText()).isTrue();
        assertThat(Reading.failed(ReadingFailure.NO_TEXT, "nothing there").isText()).isFalse();
    }

    @Test
    void neverBothAndNeverNeither() {
        assertThatThrownBy(() -> new Reading("SPY", 0.5, ReadingFailure.DEADLINE, "late"))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("a text with its confidence, or a failure");
        assertThatThrownBy(() -> new Reading(null, null, null, null))
                .isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> new Reading("SPY", null, null, null))
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void aTextIsNotBlankAndAConfidenceIsAProbability() {
        assertThatThrownBy(() -> Reading.of(" ", 0.5)).hasMessageContaining("non-blank text");
        assertThatThrownBy(() -> Reading.of("SPY", 1.5)).hasMessageContaining("confidence");
        assertThatThrownBy(() -> Reading.of("SPY", Double.NaN)).hasMessageContaining("confidence");
    }
}
