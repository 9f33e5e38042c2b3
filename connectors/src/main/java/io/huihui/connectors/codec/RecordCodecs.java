package io.huihui.connectors.codec;

import io.huihui.models.event.Depth;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;

/** Makes the codec of a record class: by hand where one is written, else from the components. */
public final class RecordCodecs {

    private RecordCodecs() {}

    /** Returns a new codec; every thread needs its own. */
    @SuppressWarnings("unchecked") // Each branch has just compared the class.
    public static <T> RecordCodec<T> of(Class<T> recordClass, SchemaHistory history) {
        if (recordClass == Quote.class) {
            return (RecordCodec<T>) new QuoteCodec(history);
        }
        if (recordClass == Trade.class) {
            return (RecordCodec<T>) new TradeCodec(history);
        }
        if (recordClass == Depth.class) {
            return (RecordCodec<T>) new DepthCodec(history);
        }
        if (recordClass == OptionQuote.class) {
            return (RecordCodec<T>) new OptionQuoteCodec(history);
        }
        if (recordClass == OptionTrade.class) {
            return (RecordCodec<T>) new OptionTradeCodec(history);
        }
        return MappedCodec.of(recordClass, history);
    }
}
