package io.huihui.simulator;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.dirt.RawProviderRow;

/** Something that arrives later than in the tick that made it. */
sealed interface Delivery {

    long arrivalMillis();

    void to(MarketSink sink);

    record OfEvent(MarketEvent event, long arrivalMillis) implements Delivery {
        @Override
        public void to(MarketSink sink) {
            sink.event(event, arrivalMillis);
        }
    }

    record OfNews(NewsItem item, long arrivalMillis) implements Delivery {
        @Override
        public void to(MarketSink sink) {
            sink.news(item, arrivalMillis);
        }
    }

    record OfMedia(MediaItem item, long arrivalMillis) implements Delivery {
        @Override
        public void to(MarketSink sink) {
            sink.media(item, arrivalMillis);
        }
    }

    record OfMacro(MacroRelease release, long arrivalMillis) implements Delivery {
        @Override
        public void to(MarketSink sink) {
            sink.macro(release, arrivalMillis);
        }
    }

    record OfRaw(RawProviderRow row, long arrivalMillis) implements Delivery {
        @Override
        public void to(MarketSink sink) {
            sink.raw(row, arrivalMillis);
        }
    }
}
