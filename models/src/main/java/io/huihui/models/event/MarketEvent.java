package io.huihui.models.event;

import java.util.Comparator;

/**
 * Anything that happens to one symbol at one event time. {@code source} and {@code sequence} name
 * the message at its origin: they order equal times and recognise a duplicate.
 */
public sealed interface MarketEvent
        permits Quote, Trade, Depth, OptionQuote, OptionTrade, ChainSlice, UnderlyingSnapshot, Bar {

    /** How many kinds of event there are; see {@link #kindOf}. */
    int KINDS = 8;

    /**
     * Total order in which events take effect: event time, then source, then sequence, then kind (a
     * sequence rises within a kind only). Events that compare equal are the same message.
     */
    Comparator<MarketEvent> EFFECT_ORDER = MarketEvent::compareEffect;

    /** The underlying this event belongs to; the key of every dataflow. */
    String symbol();

    /** When it happened, milliseconds since the epoch. */
    long eventTimeMillis();

    /** Feed that sent it, e.g. {@code "simulator"} or {@code "tradier"}. */
    String source();

    /** Number given by the source; rises within (source, symbol, kind of event). */
    long sequence();

    /** Returns a number per kind of event, 0 to {@link #KINDS} - 1, the same in every release. */
    static int kindOf(MarketEvent event) {
        if (event instanceof Quote) {
            return 0;
        }
        if (event instanceof OptionQuote) {
            return 1;
        }
        if (event instanceof Trade) {
            return 2;
        }
        if (event instanceof Depth) {
            return 3;
        }
        if (event instanceof OptionTrade) {
            return 4;
        }
        if (event instanceof ChainSlice) {
            return 5;
        }
        return event instanceof UnderlyingSnapshot ? 6 : 7;
    }

    private static int compareEffect(MarketEvent one, MarketEvent other) {
        int order = Long.compare(one.eventTimeMillis(), other.eventTimeMillis());
        if (order == 0) {
            order = one.source().compareTo(other.source());
        }
        if (order == 0) {
            order = Long.compare(one.sequence(), other.sequence());
        }
        return order == 0 ? Integer.compare(kindOf(one), kindOf(other)) : order;
    }
}
