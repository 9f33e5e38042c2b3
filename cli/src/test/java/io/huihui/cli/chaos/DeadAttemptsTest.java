package io.huihui.cli.chaos;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DeadAttemptsTest {

    private final DeadAttempts attempts = new DeadAttempts(List.of(1_000L, 5_000L));

    @Test
    void whatTheNextAttemptDidNotGiveAgainIsTakenBack() {
        assertThat(attempts.tookBack(900, 1_200)).isTrue();
        assertThat(attempts.tookBack(1_200, 6_000)).isTrue();
    }

    @Test
    void whatNoFaultPartsFromItsSecondIsOwed() {
        assertThat(attempts.tookBack(1_200, 1_100)).isFalse();
        assertThat(attempts.tookBack(1_100, 1_200)).isFalse();
        assertThat(attempts.tookBack(900, 950)).isFalse();
        assertThat(new DeadAttempts(List.of()).tookBack(0, 9_000)).isFalse();
    }
}
