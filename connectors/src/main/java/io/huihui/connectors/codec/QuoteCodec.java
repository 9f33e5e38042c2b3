package io.huihui.connectors.codec;

import io.huihui.models.event.Quote;

/** Quotes by hand. */
final class QuoteCodec extends HotCodec<Quote> {

    QuoteCodec(SchemaHistory history) {
        super(Quote.class, history);
    }

    @Override
    Quote read(BinaryReader in) throws UndecodableException {
        return new Quote(
                name(in),
                in.readLong(),
                name(in),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    @Override
    void write(Quote quote, BinaryWriter out) {
        out.writeText(quote.symbol());
        out.writeLong(quote.eventTimeMillis());
        out.writeText(quote.source());
        out.writeLong(quote.sequence());
        out.writeDouble(quote.bid());
        out.writeDouble(quote.bidSize());
        out.writeDouble(quote.ask());
        out.writeDouble(quote.askSize());
    }
}
