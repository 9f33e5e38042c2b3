package io.huihui.simulator.load;

import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TickLoadTest {

    private static final long START = 1_767_623_400_000L;

    private static List<MarketEvent> events(long seed, int count) {
        TickLoad load = new TickLoad(seed, 20, TickMix.defaults(), START, 100_000);
        List<MarketEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(load.next());
        }
        return events;
    }

    @Test
    void sameSeedGivesTheSameLoad() {
        assertThat(events(1, 5_000)).isEqualTo(events(1, 5_000));
        assertThat(events(1, 5_000)).isNotEqualTo(events(2, 5_000));
    }

    @Test
    void eventTimeRunsAtTheStatedRate() {
        List<MarketEvent> events = events(1, 100_000);

        long last = START;
        for (MarketEvent event : events) {
            assertThat(event.eventTimeMillis()).isGreaterThanOrEqualTo(last);
            last = event.eventTimeMillis();
        }
        assertThat(last - START).isEqualTo(999);
    }

    @Test
    void kindsComeInTheirMix() {
        List<MarketEvent> events = events(1, 100_000);

        assertThat(share(events, Quote.class)).isCloseTo(0.40, within(0.01));
        assertThat(share(events, Trade.class)).isCloseTo(0.20, within(0.01));
        assertThat(share(events, Depth.class)).isCloseTo(0.05, within(0.01));
        assertThat(share(events, OptionQuote.class)).isCloseTo(0.35, within(0.01));
        assertThat(events.stream().map(MarketEvent::symbol).distinct().count()).isEqualTo(20);
    }

    private static double share(List<MarketEvent> events, Class<? extends MarketEvent> kind) {
        return events.stream().filter(kind::isInstance).count() / (double) events.size();
    }
}
