package io.huihui.connectors.codec;

import io.huihui.models.event.Trade;

/** Prints of the underlying by hand. */
final class TradeCodec extends HotCodec<Trade> {

    TradeCodec(SchemaHistory history) {
        super(Trade.class, history);
    }

    @Override
    Trade read(BinaryReader in) throws UndecodableException {
        return new Trade(
                name(in),
                in.readLong(),
                name(in),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                aggressor(in),
                name(in),
                in.readBoolean(),
                name(in));
    }

    @Override
    void write(Trade trade, BinaryWriter out) {
        out.writeText(trade.symbol());
        out.writeLong(trade.eventTimeMillis());
        out.writeText(trade.source());
        out.writeLong(trade.sequence());
        out.writeDouble(trade.price());
        out.writeDouble(trade.size());
        out.writeLong(trade.aggressor().ordinal());
        out.writeText(trade.exchange());
        out.writeBoolean(trade.offExchange());
        out.writeText(trade.conditions());
    }
}
