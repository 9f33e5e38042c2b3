package io.huihui.connectors.provider;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

    private final TestTime time = new TestTime();
    private final RateLimit rate = new RateLimit(60, 2, time);

    @Test
    void afterTheBurstACallASecondIsLeft() {
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isEqualTo(1_000);

        time.advance(Duration.ofMillis(999));
        assertThat(rate.take()).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isEqualTo(1_000);
    }

    @Test
    void aMinuteOfRestGivesNoMoreThanTheBurst() {
        rate.take();
        time.advance(Duration.ofMinutes(1));

        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isPositive();
    }

    @Test
    void whatTheProviderSaysGoesBeforeWhatWeCounted() {
        rate.exhausted(5_000);

        assertThat(rate.take()).isEqualTo(6_000);
        time.advance(Duration.ofMillis(5_999));
        assertThat(rate.take()).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(rate.take()).isZero();
    }
}
