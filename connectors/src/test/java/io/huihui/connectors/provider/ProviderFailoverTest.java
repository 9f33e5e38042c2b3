package io.huihui.connectors.provider;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderFailoverTest {

    private static final ChainRequest SPY = new ChainRequest("SPY", 5, 0.05);
    private static final BreakerRule RULE = new BreakerRule(2, 20, 0.5, 5_000, 10_000);

    private final TestTime time = new TestTime();
    private final StubProvider first = new StubProvider("first", time);
    private final StubProvider second = new StubProvider("second", time);
    private final GuardedProvider guarded = new GuardedProvider(first, RULE, time);
    private final ProviderFailover both =
            new ProviderFailover(List.of(guarded, new GuardedProvider(second, RULE, time)));
    private final ProviderFailover alone = new ProviderFailover(List.of(guarded));

    @Test
    void anAnswerIsCalledForAndReadOnceInThirtySeconds() throws Exception {
        ProviderChain chain = both.chain(SPY).chain();
        for (int i = 0; i < 6; i++) {
            assertThat(both.chain(SPY).chain()).isSameAs(chain);
            time.advance(Duration.ofSeconds(5));
        }

        assertThat(first.fetched()).isEqualTo(1);
        assertThat(first.read()).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(both.chain(SPY).chain().cameMillis()).isEqualTo(time.getAsLong());
        assertThat(first.fetched()).isEqualTo(2);
        assertThat(second.fetched()).isZero();
    }

    @Test
    void whenTheFirstFailsTheSecondAnswersAtOnceAndTheFirstTakesOverAgain() throws Exception {
        first.is(StubProvider.Mood.DEAD);

        assertThat(both.chain(SPY).chain().source()).isEqualTo("second");
        for (int second = 0; second < 300; second += 5) {
            time.advance(Duration.ofSeconds(5));
            assertThat(both.chain(SPY).chain().source()).isEqualTo("second");
        }
        // Two failures open the breaker; then one trial after 5 s and one every 10 s.
        assertThat(first.fetched()).isLessThanOrEqualTo(2 + 1 + 30);

        first.is(StubProvider.Mood.WELL);
        time.advance(Duration.ofMillis(10_001));
        assertThat(both.chain(SPY).chain().source()).isEqualTo("first");
        assertThat(guarded.state()).isEqualTo(Breaker.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"NONSENSE", "UNTHOUGHT"})
    void anAnswerThatCannotBeReadIsAFailureAndIsNotKept(StubProvider.Mood mood) throws Exception {
        first.is(mood);

        assertThat(both.chain(SPY).chain().source()).isEqualTo("second");
        first.is(StubProvider.Mood.WELL);
        assertThat(both.chain(SPY).chain().source()).isEqualTo("first");
    }

    @Test
    void aProviderWithoutACallLeftIsPassedOverAndItsBreakerStaysClosed() throws Exception {
        first.is(StubProvider.Mood.BUSY);

        for (int i = 0; i < 50; i++) {
            assertThat(both.chain(SPY).chain().source()).isEqualTo("second");
        }
        assertThat(guarded.state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void withoutASecondTheLastStandsInFlaggedForTwoMinutesOnceTheBreakerIsOpen() throws Exception {
        ProviderChain last = alone.chain(SPY).chain();
        first.is(StubProvider.Mood.DEAD);
        time.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> alone.chain(SPY))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("need an answer of first, was none");
        assertThat(guarded.state()).isEqualTo(Breaker.State.CLOSED);

        ChainAnswer stale = alone.chain(SPY);
        assertThat(guarded.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(stale.stale()).isTrue();
        assertThat(stale.chain()).isEqualTo(last);

        time.advance(Duration.ofSeconds(89));
        assertThat(alone.chain(SPY).stale()).isTrue();
        time.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> alone.chain(SPY)).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void nothingOlderThanThirtySecondsComesUnflagged() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            first.is(i / 100 % 2 == 0 ? StubProvider.Mood.WELL : StubProvider.Mood.DEAD);
            try {
                ChainAnswer served = alone.chain(SPY);
                long age = time.getAsLong() - served.chain().cameMillis();
                assertThat(served.stale()).isEqualTo(age > 30_000);
                assertThat(age).isLessThanOrEqualTo(120_000);
            } catch (ProviderUnavailableException none) {
                assertThat(first.fetched()).isPositive();
            }
            time.advance(Duration.ofMillis(1_730));
        }
    }
}
