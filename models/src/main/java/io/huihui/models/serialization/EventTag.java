package io.huihui.models.serialization;

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

    private EventTag() {}
}
