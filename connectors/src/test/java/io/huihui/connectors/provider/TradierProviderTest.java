package io.huihui.connectors.provider;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class TradierProviderTest {

    /** Far longer than an answer of this machine takes. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final ChainRequest SPY = new ChainRequest("SPY", 5, 0.2);

    private final TestTime time = new TestTime();
    private final StubServer server = new StubServer(new StubTradier());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aChainIsReadAndWhatTradierDoesNotSayIsNull() throws Exception {
        ChainProvider tradier = tradier(LONG);

        RawChain raw = tradier.fetch(SPY);
        ProviderChain chain = tradier.read(SPY, raw);

        assertThat(server.calls())
                .extracting(call -> call.path() + "?" + call.query())
                .startsWith(
                        "/v1/markets/options/expirations?includeAllRoots=true&symbol=SPY",
                        "/v1/markets/quotes?symbols=QQQ,SPY")
                .containsExactlyInAnyOrder(
                        "/v1/markets/options/expirations?includeAllRoots=true&symbol=SPY",
                        "/v1/markets/quotes?symbols=QQQ,SPY",
                        "/v1/markets/options/chains?greeks=true&symbol=SPY&expiration=2026-01-16",
                        "/v1/markets/options/chains?greeks=true&symbol=SPY&expiration=2026-01-20");
        assertThat(server.calls())
                .extracting(StubServer.Call::authorization)
                .containsOnly("Bearer secret");
        assertThat(chain.refused()).isEmpty();
        assertThat(chain.underlying().price()).isEqualTo(601.25);
        assertThat(chain.underlying().dayVolume()).isEqualTo(12_000_000);
        assertThat(chain.underlying().dayLow()).isNull();
        assertThat(chain.underlying().impliedVolAnnual()).isNull();
        assertThat(chain.underlying().eventTimeMillis()).isEqualTo(TestTime.MORNING);
        // The strike of 900 is half of the price away.
        assertThat(chain.rows()).hasSize(4);
        ContractRow call = chain.rows().get(0);
        assertThat(call.contract().kind()).isEqualTo(OptionKind.CALL);
        assertThat(call.contract().strike()).isEqualTo(600);
        assertThat(Instant.ofEpochMilli(call.contract().expiryTimeMillis()))
                .isEqualTo("2026-01-16T21:00:00Z");
        assertThat(call.bid()).isEqualTo(4.5);
        assertThat(call.askSize()).isEqualTo(12);
        assertThat(call.openInterest()).isEqualTo(1200);
        assertThat(call.delta()).isEqualTo(0.51);
        assertThat(call.last()).isNull();
        assertThat(call.vanna()).isNull();
        assertThat(call.dayBuyVolume()).isNull();
        assertThat(chain.hasSignedFlow()).isFalse();
        // A mid volatility of 0 is none.
        assertThat(call.impliedVolAnnual()).isEqualTo(0.182);
    }

    /** None is answered before both are asked for. */
    @Test
    void expiriesAreAskedForAtTheSameTimeAndKeptInTheirOrder() throws Exception {
        StubTradier stub = new StubTradier();
        CountDownLatch asked = new CountDownLatch(2);
        server.behave(
                call -> {
                    if (call.path().endsWith("/chains")) {
                        asked.countDown();
                        awaitAll(asked);
                    }
                    return stub.answer(call);
                });

        List<ContractRow> rows = tradier(LONG).read(SPY, tradier(LONG).fetch(SPY)).rows();

        assertThat(rows)
                .extracting(row -> row.contract().expiryTimeMillis())
                .isSorted()
                .contains(
                        Instant.parse("2026-01-16T21:00:00Z").toEpochMilli(),
                        Instant.parse("2026-01-20T21:00:00Z").toEpochMilli());
    }

    private static void awaitAll(CountDownLatch asked) {
        try {
            asked.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theEventsOfAChainAreNumberedByWhenItCame() throws Exception {
        ChainProvider tradier = tradier(LONG);
        ProviderChain chain = tradier.read(SPY, tradier.fetch(SPY));

        assertThat(chain.events()).hasSize(2).isEqualTo(chain.events());
        ChainSlice slice = (ChainSlice) chain.events().get(1);
        assertThat(slice.source()).isEqualTo("tradier");
        assertThat(slice.sequence()).isEqualTo(chain.events().get(0).sequence() + 1);
        assertThat(slice.sliceCount()).isEqualTo(1);

        time.advance(Duration.ofMillis(1));
        assertThat(tradier.read(SPY, tradier.fetch(SPY)).events().get(0).sequence())
                .isGreaterThan(slice.sequence());
    }

    @Test
    void symbolsOfOneMomentShareOneCallForTheirPricesAndOthersHaveTheirOwn() throws Exception {
        ChainProvider tradier = tradier(LONG);
        ChainRequest qqq = new ChainRequest("QQQ", 5, 0.2);

        tradier.fetch(SPY);
        time.advance(Duration.ofSeconds(1));
        ProviderChain chain = tradier.read(qqq, tradier.fetch(qqq));
        tradier.fetch(new ChainRequest("IWM", 5, 0.2));
        time.advance(Duration.ofMillis(1));
        tradier.fetch(SPY);

        assertThat(chain.underlying().symbol()).isEqualTo("QQQ");
        assertThat(server.calls())
                .filteredOn(call -> call.path().endsWith("quotes"))
                .extracting(StubServer.Call::query)
                .containsExactly("symbols=QQQ,SPY", "symbols=IWM", "symbols=QQQ,SPY");
    }

    @Test
    void expiriesAreAskedForEveryFiveMinutes() throws Exception {
        ChainProvider tradier = tradier(LONG);

        for (int minute = 0; minute < 6; minute++) {
            tradier.fetch(SPY);
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(server.calls())
                .filteredOn(call -> call.path().endsWith("expirations"))
                .hasSize(1);
        tradier.fetch(SPY);
        assertThat(server.calls())
                .filteredOn(call -> call.path().endsWith("expirations"))
                .hasSize(2);
    }

    @Test
    void aContractThatCannotBeReadIsNamedAndTheOthersStand() throws Exception {
        server.behave(
                call ->
                        call.path().endsWith("chains")
                                ? StubServer.Answer.ok(
                                        "{\"options\":{\"option\":["
                                                + StubTradier.option(
                                                                "SPY", "2026-01-16", 600, "call")
                                                        .replace("\"bid\":4.5", "\"bid\":5.5")
                                                + ","
                                                + StubTradier.option(
                                                        "SPY", "2026-01-16", 600, "put")
                                                + "]}}")
                                : new StubTradier().answer(call));
        ChainProvider tradier = tradier(LONG);

        ProviderChain chain = tradier.read(SPY, tradier.fetch(SPY));

        assertThat(chain.rows()).hasSize(2);
        assertThat(chain.refused()).hasSize(2);
        assertThat(chain.refused().get(0).reason()).startsWith("need bid <= ask, was bid=5.5");
        assertThat(chain.refused().get(0).row()).contains("SPY260116C00600000");
    }

    @Test
    void oneContractComesWithoutAList() throws Exception {
        server.behave(
                call ->
                        call.path().endsWith("chains")
                                ? StubServer.Answer.ok(
                                        "{\"options\":{\"option\":"
                                                + StubTradier.option(
                                                        "SPY", "2026-01-16", 600, "call")
                                                + "}}")
                                : new StubTradier().answer(call));
        ChainProvider tradier = tradier(LONG);

        assertThat(tradier.read(SPY, tradier.fetch(SPY)).rows()).hasSize(2);
    }

    @Test
    void aDayWithoutContractsIsNone() throws Exception {
        server.behave(
                call ->
                        call.path().endsWith("quotes")
                                ? new StubTradier().answer(call)
                                : StubServer.Answer.ok("{\"expirations\":null}"));
        ChainProvider tradier = tradier(LONG);

        ProviderChain chain = tradier.read(SPY, tradier.fetch(SPY));

        assertThat(chain.rows()).isEmpty();
        assertThat(chain.events()).hasSize(1);
    }

    @Test
    void aSymbolItDoesNotKnowIsASentence() throws Exception {
        server.behave(
                call ->
                        call.path().endsWith("quotes")
                                ? StubServer.Answer.ok(
                                        "{\"quotes\":{\"unmatched_symbols\":{\"symbol\":\"SPY\"}}}")
                                : new StubTradier().answer(call));
        ChainProvider tradier = tradier(LONG);
        RawChain raw = tradier.fetch(SPY);

        assertThatThrownBy(() -> tradier.read(SPY, raw))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage(
                        "need a price of SPY from tradier, was none; check that it knows the symbol");
    }

    @Test
    void aFaultOfTheServerIsTriedAgainAfterAPause() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        server.behave(
                call ->
                        calls.getAndIncrement() == 0
                                ? StubServer.Answer.status(503)
                                : new StubTradier().answer(call));

        tradier(LONG).fetch(SPY);

        assertThat(server.calls()).hasSize(5);
        assertThat(time.waitedMillis()).isBetween(50L, 150L);
    }

    @Test
    void aServerThatGoesOnFailingIsASentenceWithoutTheToken() {
        server.behave(call -> StubServer.Answer.status(500));

        assertThatThrownBy(() -> tradier(LONG).fetch(SPY))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage(
                        "need an answer of tradier to /v1/markets/options/expirations, was status 500"
                                + " twice");
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void wrongCredentialsAreNotTriedAgainAndSayWhereTheyComeFrom() {
        server.behave(call -> StubServer.Answer.status(401));

        assertThatThrownBy(() -> tradier(LONG).fetch(SPY))
                .hasMessageEndingWith("was status 401; check HUIHUI_TRADIER_TOKEN");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void tooManyCallsAreNoFaultAndNobodyAsksBeforeTheTime() throws Exception {
        server.behave(call -> StubServer.Answer.status(429, "Retry-After", "60"));
        ChainProvider tradier = tradier(LONG);

        assertThatThrownBy(() -> tradier.fetch(SPY)).isInstanceOf(NoCallLeftException.class);
        server.behave(new StubTradier());
        assertThatThrownBy(() -> tradier.fetch(SPY))
                .isInstanceOf(NoCallLeftException.class)
                .hasMessageContaining("no call left for 60");
        assertThat(server.calls()).hasSize(1);

        time.advance(Duration.ofSeconds(61));
        tradier.fetch(SPY);
        assertThat(server.calls()).hasSize(5);
    }

    @Test
    void whenItSaysThatNoneIsLeftTheNextCallWaits() throws Exception {
        server.behave(
                call -> {
                    StubServer.Answer answer = new StubTradier().answer(call);
                    return new StubServer.Answer(
                            200, answer.body(), List.of("X-Ratelimit-Available", "0"), 1);
                });

        tradier(LONG).fetch(SPY);

        // Four calls, three of them half a second after the one before: 120 a minute.
        assertThat(time.waitedMillis()).isEqualTo(1_500);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpAtTheDeadline() {
        server.behave(call -> StubServer.Answer.stuck(StubTradier.EXPIRATIONS));

        assertThatThrownBy(() -> tradier(Duration.ofMillis(300)).fetch(SPY))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageEndingWith("was not there within 300 ms for all calls of a chain");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void halfAnAnswerIsASentence() throws Exception {
        server.behave(
                call -> {
                    String body = new StubTradier().answer(call).body();
                    return StubServer.Answer.ok(
                            call.path().endsWith("chains")
                                    ? body.substring(0, body.length() / 2)
                                    : body);
                });
        ChainProvider tradier = tradier(LONG);
        RawChain raw = tradier.fetch(SPY);

        assertThatThrownBy(() -> tradier.read(SPY, raw))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageStartingWith(
                        "need a whole JSON answer of the known shape from tradier, was not one");
    }

    @Test
    void nobodyThereIsASentence() {
        server.close();

        assertThatThrownBy(() -> tradier(LONG).fetch(SPY))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("need an answer of tradier")
                .hasMessageContaining("twice");
    }

    private ChainProvider tradier(Duration deadline) {
        return new TradierProvider(
                server.address(),
                "secret",
                List.of("SPY", "QQQ"),
                TradierProvider.CALLS_PER_MINUTE,
                deadline,
                time,
                time);
    }
}
