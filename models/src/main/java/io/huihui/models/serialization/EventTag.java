package io.huihui.models.serialization;

import io.huihui.models.event.MarketEvent;

/** First byte of a serialized market event. Never reuse a number. */
final class EventTag {

    static final int QUOTE = 1;
    static final int TRADE = 2;
    static final int DEPTH = 3;
    static final int OPTION_QUOTE = 4;
    static final int OPTION_TRADE = 5;
    static final int CHAIN_SLICE = 6;
    static final int UNDERLYING = 7;
    static final int BAR = 8;

    /** By {@link MarketEvent#kindOf}. */
    private static final int[] OF_KIND = {
        QUOTE, OPTION_QUOTE, TRADE, DEPTH, OPTION_TRADE, CHAIN_SLICE, UNDERLYING, BAR
    };

    private EventTag() {}

    /** Returns the tag of an event. */
    static int of(MarketEvent event) {
        return OF_KIND[MarketEvent.kindOf(event)];
    }
}
