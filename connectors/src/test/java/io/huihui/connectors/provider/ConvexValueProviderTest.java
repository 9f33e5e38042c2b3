package io.huihui.connectors.provider;

import io.huihui.models.event.ContractRow;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class ConvexValueProviderTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ChainRequest SPY = new ChainRequest("SPY", 5, 0.05);

    private final TestTime time = new TestTime();
    private final StubServer server = new StubServer(new StubConvexValue());
    private final ChainProvider provider =
            new ConvexValueProvider(
                    server.address(),
                    "desk@example.com",
                    "secret",
                    List.of("SPY"),
                    ConvexValueProvider.CALLS_PER_MINUTE,
                    LONG,
                    time,
                    time);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void numbersWrittenAsTextAreNumbersAndWhatIsNullStaysNull() throws Exception {
        ProviderChain chain = provider.read(SPY, provider.fetch(SPY));

        assertThat(chain.refused()).isEmpty();
        assertThat(chain.underlying().price()).isEqualTo(601.5);
        assertThat(chain.underlying().dayHigh()).isEqualTo(602.5);
        assertThat(chain.underlying().impliedVolAnnual()).isEqualTo(0.171);
        // The expiry in May is beyond five days.
        assertThat(chain.rows()).hasSize(2);
        ContractRow call = chain.rows().get(0);
        assertThat(call.contract().root()).isEqualTo("SPY");
        assertThat(call.contract().strike()).isEqualTo(600);
        assertThat(call.bid()).isEqualTo(5);
        assertThat(call.bidSize()).isEqualTo(10);
        assertThat(call.gamma()).isEqualTo(0.025);
        assertThat(call.vanna()).isEqualTo(-0.000012);
        assertThat(call.dayVolume()).isEqualTo(700);
        assertThat(call.dayBuyVolume()).isEqualTo(400);
        assertThat(call.daySellVolume()).isEqualTo(250);
        assertThat(call.dayBuyPremium()).isEqualTo(204_000);
        ContractRow put = chain.rows().get(1);
        assertThat(put.last()).isNull();
        assertThat(put.dayBuyVolume()).isNull();
        assertThat(chain.hasSignedFlow()).isTrue();
    }

    @Test
    void itLogsInOnceAndAsksForAllParametersInTheirOrder() throws Exception {
        provider.fetch(SPY);
        time.advance(Duration.ofMillis(1_001));
        provider.fetch(SPY);

        assertThat(server.calls())
                .extracting(StubServer.Call::path)
                .containsExactly(
                        "/api/v8/user/login",
                        "/api/v8/alloy/core/data/und",
                        "/api/v8/alloy/core/data/chain",
                        "/api/v8/alloy/core/data/und",
                        "/api/v8/alloy/core/data/chain");
        assertThat(server.calls().get(0).body())
                .isEqualTo("{\"email\":\"desk@example.com\",\"password\":\"secret\"}");
        assertThat(server.calls().get(2).body())
                .contains("\"symbols\":[\"SPY\"]", "\"exps\":[1,2,3]", "\"rng\":0.05")
                .contains("\"price\",\"bid_price\",\"ask_price\",\"bid_size\"");
    }

    @Test
    void afterALapsedSessionItLogsInAgain() throws Exception {
        provider.fetch(SPY);
        server.behave(call -> StubServer.Answer.status(401));
        assertThatThrownBy(() -> provider.fetch(SPY))
                .hasMessageEndingWith(
                        "check HUIHUI_CONVEXVALUE_EMAIL and HUIHUI_CONVEXVALUE_PASSWORD")
                .hasMessageNotContaining("secret");
        server.behave(new StubConvexValue());

        provider.fetch(SPY);

        assertThat(server.calls()).filteredOn(call -> call.path().endsWith("login")).hasSize(2);
    }

    @Test
    void anUnderlyingMayLieALevelDeeper() throws Exception {
        server.behave(
                call ->
                        call.path().endsWith("und")
                                ? StubServer.Answer.ok(
                                        StubConvexValue.underlying("SPY")
                                                .replace("[[", "[ [[")
                                                .replace("]]", "]]]"))
                                : new StubConvexValue().answer(call));

        assertThat(provider.read(SPY, provider.fetch(SPY)).underlying().price()).isEqualTo(601.5);
    }

    @Test
    void halfAnArrayIsARefusedContractAndTheOthersStand() throws Exception {
        ProviderChain chain = chainWithCall("[5.1,5.0,5.2]");

        assertThat(chain.rows()).hasSize(1);
        assertThat(chain.refused()).hasSize(1);
        assertThat(chain.refused().get(0).reason())
                .isEqualTo("need as many values as were asked for, 21, was 3 for .SPY260116C600");
    }

    @Test
    void aWordInPlaceOfANumberNeverBecomesOne() throws Exception {
        ProviderChain chain = chainWithCall(StubConvexValue.CALL.replace("0.52", "\"n/a\""));

        assertThat(chain.rows()).hasSize(1);
        assertThat(chain.refused().get(0).reason())
                .isEqualTo("need a number for delta, was delta=n/a");
    }

    @Test
    void aContractWithoutAMultiplierIsRefused() throws Exception {
        ProviderChain chain =
                chainWithCall(StubConvexValue.CALL.replace("1500,100,", "1500,null,"));

        assertThat(chain.refused().get(0).reason()).contains("multiplier");
    }

    @Test
    void aChainCutOffIsASentence() throws Exception {
        String whole = StubConvexValue.chain("SPY", StubConvexValue.CALL);
        RawChain raw = raw(whole.substring(0, whole.length() / 2));

        assertThatThrownBy(() -> provider.read(SPY, raw))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining(
                        "need a whole JSON answer of the known shape from convexvalue");
    }

    @Test
    void anotherShapeIsASentence() throws Exception {
        RawChain raw = raw("{\"data\":\"maintenance\"}");

        assertThatThrownBy(() -> provider.read(SPY, raw))
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void whatIsNullInALevelAboveContractsIsLeftOut() throws Exception {
        RawChain raw =
                raw("{\"data\":[{\"chain\":[{\"exp\":20469,\"stks\":null}]},{\"chain\":null}]}");

        assertThat(provider.read(SPY, raw).rows()).isEmpty();
    }

    @Test
    void thoseWhoComeTogetherLogInOnce() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] =
                    new Thread(
                            () -> {
                                try {
                                    provider.fetch(SPY);
                                } catch (ProviderUnavailableException failed) {
                                    failures.incrementAndGet();
                                }
                            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).hasValue(0);
        assertThat(server.calls()).filteredOn(call -> call.path().endsWith("login")).hasSize(1);
    }

    private ProviderChain chainWithCall(String values) throws ProviderUnavailableException {
        return provider.read(SPY, raw(StubConvexValue.chain("SPY", values)));
    }

    private static RawChain raw(String chain) {
        return new RawChain(StubConvexValue.underlying("SPY"), List.of(chain), TestTime.MORNING);
    }
}
