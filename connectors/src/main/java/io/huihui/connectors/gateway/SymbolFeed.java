package io.huihui.connectors.gateway;

import io.huihui.connectors.provider.ChainAnswer;
import io.huihui.connectors.provider.ChainRequest;
import io.huihui.connectors.provider.ProviderChain;
import io.huihui.connectors.provider.ProviderFailover;
import io.huihui.connectors.provider.ProviderUnavailableException;
import io.huihui.connectors.provider.RefusedRow;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MarketEvent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One symbol's way from its providers to the topics. A chain is sent once, however often it is
 * served: what was sent before, or is older, says nothing new. One thread at a time may use it.
 */
final class SymbolFeed {

    private final ChainRequest request;
    private final ProviderFailover providers;
    private final Outlet outlet;
    private long sentMillis = Long.MIN_VALUE;

    SymbolFeed(ChainRequest request, ProviderFailover providers, Outlet outlet) {
        this.request = request;
        this.providers = providers;
        this.outlet = outlet;
    }

    /** Asks, sends what is new, and returns what came of it. */
    Polled poll() {
        ChainAnswer answer;
        try {
            answer = providers.chain(request);
        } catch (ProviderUnavailableException nobody) {
            return new Polled(
                    request.symbol(), null, 0, 0, 0, false, 0, false, nobody.getMessage());
        }
        ProviderChain chain = answer.chain();
        boolean isNew = chain.cameMillis() > sentMillis;
        List<MarketEvent> events = isNew ? chain.events() : List.of();
        if (isNew) {
            outlet.send(events, deadLetters(chain));
            sentMillis = chain.cameMillis();
        }
        return new Polled(
                request.symbol(),
                chain.source(),
                chain.cameMillis(),
                chain.rows().size(),
                chain.refused().size(),
                chain.hasSignedFlow(),
                events.size(),
                answer.stale(),
                answer.problem());
    }

    /** Rows that could not be read, by provider and symbol, numbered as the chain is. */
    private static List<DeadLetter> deadLetters(ProviderChain chain) {
        List<DeadLetter> letters = new ArrayList<>();
        for (RefusedRow row : chain.refused()) {
            letters.add(
                    new DeadLetter(
                            chain.source() + "/" + chain.underlying().symbol(),
                            0,
                            chain.underlying().sequence() + letters.size(),
                            row.reason(),
                            Base64.getEncoder()
                                    .encodeToString(row.row().getBytes(StandardCharsets.UTF_8))));
        }
        return letters;
    }
}
