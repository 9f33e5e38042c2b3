package io.huihui.models.breaker;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BreakerTest {

    private static final BreakerConfig CONFIG = BreakerConfig.standard();

    private long now = 1_000_000;
    private final Breaker breaker = new Breaker("test", CONFIG.rule(), () -> now);

    @Test
    void fiveFailuresInARowOpenItAndFourDoNot() {
        fail(4);
        succeed(1);
        fail(4);
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);

        fail(1);

        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(breaker.mayCall()).isFalse();
    }

    @Test
    void halfOfTheLastTwentyOpensItHoweverTheyAreMixed() {
        succeed(10);
        for (int i = 0; i < 9; i++) {
            fail(1);
            succeed(1);
        }
        assertThat(breaker.state()).as("nine of twenty").isEqualTo(Breaker.State.CLOSED);

        fail(1);

        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void oneTrialAfterTheCoolDownClosesItWhenItSucceeds() {
        fail(5);
        now += CONFIG.coolDownMillis() - 1;
        assertThat(breaker.mayCall()).isFalse();

        now += 2;

        assertThat(breaker.mayCall()).isTrue();
        assertThat(breaker.state()).isEqualTo(Breaker.State.HALF_OPEN);
        assertThat(breaker.mayCall()).as("one trial only").isFalse();
        breaker.succeeded();
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void aFailedTrialDoublesTheCoolDownUpToTheLongest() {
        fail(5);
        now += CONFIG.coolDownMillis() + 1;
        for (int trial = 1; trial <= 4; trial++) {
            assertThat(breaker.mayCall()).isTrue();
            breaker.failed();
            assertThat(breaker.failedTrials()).isEqualTo(trial);

            now += CONFIG.longestCoolDownMillis() - 1;
            assertThat(breaker.mayCall()).as("trial %s", trial).isFalse();
            now += 2;
        }
    }

    @Test
    void afterAnEndedFaultTheFirstCoolDownIsShortAgain() {
        fail(5);
        now += CONFIG.coolDownMillis() + 1;
        fail(1);
        now += CONFIG.longestCoolDownMillis() + 1;
        succeed(1);
        assertThat(breaker.failedTrials()).isZero();

        fail(5);
        now += CONFIG.coolDownMillis() + 1;

        assertThat(breaker.mayCall()).isTrue();
    }

    @Test
    void aTrialThatIsNotMadeIsAllowedAgain() {
        fail(5);
        now += CONFIG.coolDownMillis() + 1;
        assertThat(breaker.mayCall()).isTrue();

        breaker.notCalled();

        assertThat(breaker.mayCall()).isTrue();
    }

    @Test
    void worseThanAFailureOpensItAtOnce() {
        assertThat(breaker.mayCall()).isTrue();

        breaker.tripped();

        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void aConfigurationThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new BreakerConfig(5, 20, 0.5, 5000, 4000, 30, 40, 800, 30_000))
                .hasMessageContaining("coolDownMillis <= longestCoolDownMillis");
        assertThatThrownBy(() -> new BreakerConfig(5, 20, 0.5, 5000, 10_000, 30, 900, 800, 30_000))
                .hasMessageContaining("answerMillis <= budgetMillis");
        assertThatThrownBy(() -> new BreakerConfig(5, 20, 0, 5000, 10_000, 30, 40, 800, 30_000))
                .hasMessageContaining("failureShare");
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.mayCall()).isTrue();
            breaker.failed();
        }
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.mayCall()).isTrue();
            breaker.succeeded();
        }
    }
}
