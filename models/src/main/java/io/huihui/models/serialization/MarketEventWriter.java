package io.huihui.models.serialization;

import io.huihui.models.event.Bar;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.event.UnderlyingSnapshot;

import java.io.DataOutput;
import java.io.IOException;

/** Writes market events; {@link MarketEventReader} reads them. */
final class MarketEventWriter {

    void write(MarketEvent event, DataOutput out) throws IOException {
        out.writeByte(EventTag.of(event));
        identity(event, out);
        body(event, out);
    }

    /** Writes all but the tag and the identity: symbol, time, source and sequence. */
    static void body(MarketEvent event, DataOutput out) throws IOException {
        // Ordered by how often they come.
        if (event instanceof Quote quote) {
            market(quote.bid(), quote.bidSize(), quote.ask(), quote.askSize(), out);
        } else if (event instanceof OptionQuote quote) {
            contract(quote.contract(), out);
            market(quote.bid(), quote.bidSize(), quote.ask(), quote.askSize(), out);
        } else if (event instanceof Trade trade) {
            trade(trade, out);
        } else if (event instanceof Depth depth) {
            side(depth.bids(), out);
            side(depth.asks(), out);
        } else if (event instanceof OptionTrade trade) {
            optionTrade(trade, out);
        } else if (event instanceof ChainSlice slice) {
            slice(slice, out);
        } else if (event instanceof UnderlyingSnapshot snapshot) {
            underlying(snapshot, out);
        } else if (event instanceof Bar bar) {
            bar(bar, out);
        }
    }

    private static void identity(MarketEvent event, DataOutput out) throws IOException {
        ShortText.write(event.symbol(), out);
        out.writeLong(event.eventTimeMillis());
        ShortText.write(event.source(), out);
        out.writeLong(event.sequence());
    }

    private static void market(
            double bid, double bidSize, double ask, double askSize, DataOutput out)
            throws IOException {
        out.writeDouble(bid);
        out.writeDouble(bidSize);
        out.writeDouble(ask);
        out.writeDouble(askSize);
    }

    private static void trade(Trade trade, DataOutput out) throws IOException {
        out.writeDouble(trade.price());
        out.writeDouble(trade.size());
        out.writeByte(trade.aggressor().ordinal());
        ShortText.write(trade.exchange(), out);
        out.writeBoolean(trade.offExchange());
        ShortText.write(trade.conditions(), out);
    }

    private static void optionTrade(OptionTrade trade, DataOutput out) throws IOException {
        contract(trade.contract(), out);
        out.writeDouble(trade.price());
        out.writeDouble(trade.size());
        out.writeByte(trade.aggressor().ordinal());
        ShortText.write(trade.exchange(), out);
        out.writeBoolean(trade.multiLeg());
    }

    /** The underlying is the event's symbol and is not written again. */
    private static void contract(OptionContract contract, DataOutput out) throws IOException {
        ShortText.write(contract.root(), out);
        out.writeLong(contract.expiryTimeMillis());
        out.writeDouble(contract.strike());
        out.writeByte(contract.kind().ordinal());
        out.writeInt(contract.multiplier());
    }

    private static void side(BookSide side, DataOutput out) throws IOException {
        out.writeShort(side.levels());
        for (int level = 0; level < side.levels(); level++) {
            out.writeDouble(side.price(level));
            out.writeDouble(side.size(level));
        }
    }

    private static void slice(ChainSlice slice, DataOutput out) throws IOException {
        out.writeDouble(slice.underlyingPrice());
        out.writeInt(slice.sliceIndex());
        out.writeInt(slice.sliceCount());
        out.writeInt(slice.rows().size());
        for (ContractRow row : slice.rows()) {
            contract(row.contract(), out);
            for (Double value : ContractRowFields.of(row)) {
                nullable(value, out);
            }
        }
    }

    private static void underlying(UnderlyingSnapshot snapshot, DataOutput out) throws IOException {
        out.writeDouble(snapshot.price());
        nullable(snapshot.dayOpen(), out);
        nullable(snapshot.dayHigh(), out);
        nullable(snapshot.dayLow(), out);
        nullable(snapshot.previousClose(), out);
        nullable(snapshot.dayVolume(), out);
        nullable(snapshot.vwap(), out);
        nullable(snapshot.impliedVolAnnual(), out);
    }

    private static void bar(Bar bar, DataOutput out) throws IOException {
        out.writeInt(bar.intervalSeconds());
        out.writeDouble(bar.open());
        out.writeDouble(bar.high());
        out.writeDouble(bar.low());
        out.writeDouble(bar.close());
        out.writeDouble(bar.volume());
    }

    /** Records refuse NaN, so NaN stands for null. */
    private static void nullable(Double value, DataOutput out) throws IOException {
        out.writeDouble(value == null ? Double.NaN : value);
    }
}
