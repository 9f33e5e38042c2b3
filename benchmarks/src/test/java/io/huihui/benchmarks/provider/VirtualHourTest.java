package io.huihui.benchmarks.provider;

import io.huihui.connectors.provider.ChainRequest;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualHourTest {

    @Test
    void theCollectorAsksForAllAndScreensForWhatIsPopular() {
        List<Asking.Ask> asks = Asking.hour();

        Map<Integer, Long> byWho =
                asks.stream()
                        .collect(Collectors.groupingBy(Asking.Ask::who, Collectors.counting()));
        Map<String, Long> ofScreens =
                asks.stream()
                        .filter(ask -> ask.who() != Asking.COLLECTOR)
                        .collect(
                                Collectors.groupingBy(
                                        Function.<Asking.Ask>identity().andThen(Asking.Ask::symbol),
                                        Collectors.counting()));
        assertThat(asks).isEqualTo(Asking.hour()).hasSize(11 * 720 + 5 * 120);
        assertThat(byWho).containsEntry(Asking.COLLECTOR, 11 * 720L).hasSize(6);
        // Zipf with 1.1 over eleven: the first has .37, the last .026.
        assertThat(ofScreens.get("SPY")).isBetween(170L, 270L);
        assertThat(ofScreens.get("NVDA")).isLessThan(40);
    }

    @Test
    void theStubCountsItsCallsAndHoldsTheRange() throws Exception {
        try (StubTradier stub = new StubTradier(VirtualHour.EXPIRIES)) {
            new PlainTradier(stub.address(), VirtualHour.EXPIRIES).chain("SPY");

            assertThat(stub.calls()).isEqualTo(5);
            assertThat(stub.chainCalls()).isEqualTo(3);
        }
        ChainRequest request = VirtualHour.request("SPY");
        assertThat(request.mostDaysToExpiry()).isEqualTo(5);
    }
}
