package io.huihui.connectors.gateway;

import io.huihui.connectors.provider.StubServer;
import io.huihui.connectors.provider.TestTime;
import io.huihui.models.event.ChainSlice;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class GatewayRoundsTest {

    private static final WatchedSymbol ALONE =
            new WatchedSymbol("SPY", ProviderName.CONVEXVALUE, ProviderName.NONE);

    private final TestTime time = new TestTime();
    private final DrillMarket market = new DrillMarket(time);
    private final StubServer primary = new StubServer(market::convexValue);
    private final StubServer fallback = new StubServer(market::tradier);
    private final KeptEvents kept = new KeptEvents();

    @AfterEach
    void close() {
        primary.close();
        fallback.close();
    }

    @Test
    void aChainIsSentOnceHoweverOftenItIsServed() throws Exception {
        try (GatewayRounds rounds = rounds(ALONE, kept)) {
            Polled first = rounds.once().get(0);
            Polled again = rounds.once().get(0);

            assertThat(first.source()).isEqualTo("convexvalue");
            assertThat(first.contracts()).isEqualTo(84);
            assertThat(first.sent()).isEqualTo(2);
            assertThat(first.signedFlow()).isTrue();
            assertThat(again.sent()).isZero();
            assertThat(kept.events).hasSize(2);
            time.advance(Duration.ofMillis(30_001));
            assertThat(rounds.once().get(0).sent()).isEqualTo(2);
        }
    }

    @Test
    void theSymbolsOfARoundAreAskedForTogetherAndToldInTheirOrder() throws Exception {
        primary.behave(call -> StubServer.Answer.status(503));
        GatewayConfig config =
                GatewayDrillIT.config(
                        primary, fallback, List.of(ALONE, both()), Duration.ofSeconds(30));
        try (GatewayRounds rounds = rounds(config, kept)) {
            List<Polled> polls = rounds.once();

            assertThat(polls).extracting(Polled::symbol).containsExactly("SPY", "QQQ");
            assertThat(polls.get(0).source()).isNull();
            assertThat(polls.get(0).line())
                    .startsWith("SPY: nothing: need an answer of convexvalue");
        }
    }

    @Test
    void aChainThatStandsInIsToldAndNotSentAgain() throws Exception {
        try (GatewayRounds rounds = rounds(ALONE, kept)) {
            rounds.once();
            primary.behave(call -> StubServer.Answer.status(503));
            time.advance(Duration.ofSeconds(31));
            rounds.once();

            Polled stale = rounds.once().get(0);

            assertThat(stale.stale()).isTrue();
            assertThat(stale.sent()).isZero();
            assertThat(stale.line())
                    .startsWith("SPY: convexvalue, stale, 84 contracts; need an answer");
            assertThat(kept.events).hasSize(2);
        }
    }

    @Test
    void whatCannotBeReadIsADeadLetterWithTheRow() throws Exception {
        primary.behave(
                call -> {
                    StubServer.Answer answer = market.convexValue(call);
                    return StubServer.Answer.ok(
                            answer.body()
                                    .replaceFirst(
                                            "\\[\"\\.SPY260116C00590000\",\\[[0-9.]+,",
                                            "[\".SPY260116C00590000\",[\"n/a\","));
                });
        try (GatewayRounds rounds = rounds(ALONE, kept)) {
            Polled polled = rounds.once().get(0);

            assertThat(polled.contracts()).isEqualTo(83);
            assertThat(polled.refused()).isEqualTo(1);
            assertThat(kept.refused).hasSize(1);
            assertThat(kept.refused.get(0).topic()).isEqualTo("convexvalue/SPY");
            assertThat(kept.refused.get(0).reason())
                    .isEqualTo("need a number for price, was price=n/a");
            assertThat(new String(Base64.getDecoder().decode(kept.refused.get(0).payload()), UTF_8))
                    .contains(".SPY260116C00590000", "n/a");
        }
    }

    @Test
    void anOutletThatIsAwayEndsTheRounds() throws Exception {
        Outlet away =
                (events, refused) -> {
                    throw new IllegalStateException("away");
                };
        try (GatewayRounds rounds = rounds(ALONE, away)) {
            assertThatThrownBy(rounds::once).hasMessage("away");
        }
    }

    @Test
    void roundsFollowEachOtherByTheIntervalAndRestWhileTheMarketIsClosed() throws Exception {
        // A quarter of an hour before trading ends, and one after.
        time.advance(Duration.ofMinutes(345));
        long close = time.getAsLong() + Duration.ofMinutes(15).toMillis();
        long end = close + Duration.ofMinutes(15).toMillis();
        List<Polled> heard = new ArrayList<>();
        try (GatewayRounds rounds = rounds(ALONE, kept)) {
            rounds.run(() -> time.getAsLong() < end, heard::add, time);
        }

        assertThat(time.getAsLong()).isEqualTo(end);
        assertThat(heard).hasSize(15 * 12);
        // A chain is asked for anew every seven polls: after 35 s.
        assertThat(kept.events)
                .filteredOn(event -> event instanceof ChainSlice)
                .hasSize((15 * 12 + 6) / 7)
                .allMatch(event -> event.eventTimeMillis() < close);
    }

    private static WatchedSymbol both() {
        return new WatchedSymbol("QQQ", ProviderName.CONVEXVALUE, ProviderName.TRADIER);
    }

    private GatewayRounds rounds(WatchedSymbol watched, Outlet outlet) {
        return rounds(
                GatewayDrillIT.config(primary, fallback, List.of(watched), Duration.ofSeconds(30)),
                outlet);
    }

    private GatewayRounds rounds(GatewayConfig config, Outlet outlet) {
        return new GatewayRounds(
                config, new Providers(config, name -> "secret", time, time), outlet, time);
    }
}
