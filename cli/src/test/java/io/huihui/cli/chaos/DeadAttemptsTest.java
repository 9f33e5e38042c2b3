package io.huihui.cli.chaos;

import io.huihui.cli.chaos.DeadAttempts.End;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DeadAttemptsTest {

    private final DeadAttempts attempts =
            new DeadAttempts(List.of(new End(1_000, 1_500), new End(5_000, 5_500)));

    @Test
    void whatTheNextAttemptDidNotGiveAgainIsTakenBack() {
        assertThat(attempts.tookBack(900, 1_200)).isTrue();
        assertThat(attempts.tookBack(1_700, 6_000)).isTrue();
    }

    @Test
    void anAttemptMayWriteOnForAWhile() {
        assertThat(attempts.tookBack(1_100, 1_400)).isTrue();
    }

    @Test
    void whatNoFaultPartsFromItsSecondIsOwed() {
        assertThat(attempts.tookBack(1_200, 1_100)).isFalse();
        assertThat(attempts.tookBack(1_600, 1_700)).isFalse();
        assertThat(attempts.tookBack(900, 950)).isFalse();
        assertThat(new DeadAttempts(List.of()).tookBack(0, 9_000)).isFalse();
    }
}
