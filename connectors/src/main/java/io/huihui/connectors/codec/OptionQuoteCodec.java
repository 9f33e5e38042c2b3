package io.huihui.connectors.codec;

import io.huihui.models.event.OptionQuote;

/** Option quotes by hand. */
final class OptionQuoteCodec extends HotCodec<OptionQuote> {

    private final ContractCodec contracts = new ContractCodec();

    OptionQuoteCodec(SchemaHistory history) {
        super(OptionQuote.class, history);
    }

    @Override
    OptionQuote read(BinaryReader in) throws UndecodableException {
        return new OptionQuote(
                contracts.read(in, this),
                in.readLong(),
                name(in),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    @Override
    void write(OptionQuote quote, BinaryWriter out) {
        ContractCodec.write(quote.contract(), out);
        out.writeLong(quote.eventTimeMillis());
        out.writeText(quote.source());
        out.writeLong(quote.sequence());
        out.writeDouble(quote.bid());
        out.writeDouble(quote.bidSize());
        out.writeDouble(quote.ask());
        out.writeDouble(quote.askSize());
    }
}
