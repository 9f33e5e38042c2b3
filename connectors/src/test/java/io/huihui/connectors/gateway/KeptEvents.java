package io.huihui.connectors.gateway;

import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MarketEvent;

import java.util.ArrayList;
import java.util.List;

/** An outlet that keeps what it was sent. */
final class KeptEvents implements Outlet {

    final List<MarketEvent> events = new ArrayList<>();
    final List<DeadLetter> refused = new ArrayList<>();

    @Override
    public synchronized void send(List<MarketEvent> more, List<DeadLetter> letters) {
        events.addAll(more);
        refused.addAll(letters);
    }
}
