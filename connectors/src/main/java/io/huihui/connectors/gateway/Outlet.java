package io.huihui.connectors.gateway;

import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MarketEvent;

import java.util.List;

/** Where the gateway sends what it got. */
public interface Outlet {

    /** Takes the events of one chain in their order, and what of it could not be read. */
    void send(List<MarketEvent> events, List<DeadLetter> refused);
}
