package io.huihui.models.event;

import java.util.Comparator;

/**
 * Anything that happens to one symbol at one event time. {@code source} and {@code sequence} name
 * the message at its origin: they order equal times and recognise a duplicate.
 */
public sealed interface MarketEvent
        permits Quote, Trade, Depth, OptionQuote, OptionTrade, ChainSlice, UnderlyingSnapshot, Bar {

    /** Total order in which events take effect: event time, then source, then sequence. */
    Comparator<MarketEvent> EFFECT_ORDER =
            Comparator.comparingLong(MarketEvent::eventTimeMillis)
                    .thenComparing(MarketEvent::source)
                    .thenComparingLong(MarketEvent::sequence);

    /** The underlying this event belongs to; the key of every dataflow. */
    String symbol();

    /** When it happened, milliseconds since the epoch. */
    long eventTimeMillis();

    /** Feed that sent it, e.g. {@code "simulator"} or {@code "tradier"}. */
    String source();

    /** Number given by the source; rises within (source, symbol, kind of event). */
    long sequence();
}
