package io.huihui.simulator;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.dirt.RawProviderRow;

/**
 * Takes the simulated feed. Calls come in the order of arrival; arrival is never before the event
 * time, and a late row has an event time up to 90 s back.
 */
public interface MarketSink {

    void event(MarketEvent event, long arrivalMillis);

    void news(NewsItem item, long arrivalMillis);

    void media(MediaItem item, long arrivalMillis);

    void macro(MacroRelease release, long arrivalMillis);

    /** A row as a provider would send it, for connectors that parse; most sinks need none. */
    default void raw(RawProviderRow row, long arrivalMillis) {}
}
