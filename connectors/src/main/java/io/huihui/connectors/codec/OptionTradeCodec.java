package io.huihui.connectors.codec;

import io.huihui.models.event.OptionTrade;

/** Option prints by hand. */
final class OptionTradeCodec extends HotCodec<OptionTrade> {

    private final ContractCodec contracts = new ContractCodec();

    OptionTradeCodec(SchemaHistory history) {
        super(OptionTrade.class, history);
    }

    @Override
    OptionTrade read(BinaryReader in) throws UndecodableException {
        return new OptionTrade(
                contracts.read(in, this),
                in.readLong(),
                name(in),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                aggressor(in),
                name(in),
                in.readBoolean());
    }

    @Override
    void write(OptionTrade trade, BinaryWriter out) {
        ContractCodec.write(trade.contract(), out);
        out.writeLong(trade.eventTimeMillis());
        out.writeText(trade.source());
        out.writeLong(trade.sequence());
        out.writeDouble(trade.price());
        out.writeDouble(trade.size());
        out.writeLong(trade.aggressor().ordinal());
        out.writeText(trade.exchange());
        out.writeBoolean(trade.multiLeg());
    }
}
