package io.huihui.models.breaker;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {

    private static final long LEAST = 30_000;
    private static final long MOST = 400_000;

    private final Patience patience = new Patience(LEAST, MOST);

    @Test
    void waitsLongForTheFirstAnswers() {
        for (int i = 0; i < Patience.FIRST_ANSWERS; i++) {
            assertThat(patience.nanos()).isEqualTo(MOST);
            patience.answered(100);
        }
        assertThat(patience.nanos()).isEqualTo(LEAST);
    }

    @Test
    void waitsFourDeviationsWhereAnswersVary() {
        // 20 and 60 in turn: 40 on average, 20 from it, so 40 + 4 * 20 in units of a thousand.
        for (int i = 0; i < 10 * Patience.FIRST_ANSWERS; i++) {
            patience.answered(i % 2 == 0 ? 20_000 : 60_000);
        }
        assertThat(patience.nanos()).isBetween(115_000L, 130_000L);
    }

    @Test
    void waitsTwiceAsLongAfterEachThatDidNotComeUpToTheMost() {
        quick();

        patience.gaveUp();
        assertThat(patience.nanos()).isEqualTo(2 * LEAST);
        patience.gaveUp();
        assertThat(patience.nanos()).isEqualTo(4 * LEAST);
        for (int i = 0; i < 1_000; i++) {
            patience.gaveUp();
        }
        assertThat(patience.nanos()).isEqualTo(MOST);
    }

    @Test
    void remembersForAWhileHowLongALateOneTook() {
        quick();

        patience.gaveUp();
        patience.answered(200_000);
        // A quarter of what it deviated, four times, and an eighth of it.
        assertThat(patience.nanos()).isBetween(200_000L, 230_000L);
        quick();
        assertThat(patience.nanos()).isEqualTo(LEAST);
    }

    private void quick() {
        for (int i = 0; i < Patience.FIRST_ANSWERS; i++) {
            patience.answered(100);
        }
    }
}
