package io.huihui.models.metric;

import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the flow expert needs of single quotes, prints and books, before they become windows. */
final class FlowTape implements BinaryState {

    private static final int VERSION = 1;

    private final SignedFlow signed = new SignedFlow();
    private final BookPressure pressure = new BookPressure();
    private final OffExchangeTape offExchange = new OffExchangeTape();
    private final OptionTradeSizes optionSizes = new OptionTradeSizes();

    /** Begins a New York date. */
    void startDay() {
        offExchange.startDay();
    }

    void onQuote(Quote quote) {
        onTouch(quote.bid(), quote.ask());
    }

    private void onTouch(double bid, double ask) {
        signed.onTouch(bid, ask);
        offExchange.onTouch(bid, ask);
    }

    void onTrade(Trade trade) {
        signed.onTrade(trade);
        offExchange.onTrade(trade);
    }

    void onOptionTrade(OptionTrade trade) {
        optionSizes.onTrade(trade);
    }

    /**
     * @param isTouch whether its best levels are the touch, since no quotes are fed
     */
    void onDepth(Depth book, boolean isTouch) {
        BookSide bids = book.bids();
        BookSide asks = book.asks();
        if (isTouch && bids.levels() > 0 && asks.levels() > 0) {
            onTouch(bids.price(0), asks.price(0));
        }
        pressure.onDepth(book);
    }

    /** Adds a late trade to its own second. */
    void correct(Trade trade, long second) {
        signed.correct(trade, second);
        offExchange.correct(trade, second);
    }

    void close(Moment now) {
        signed.close(now);
        offExchange.close(now);
    }

    void publish(Moment now, FeatureVector.Builder out) {
        signed.publish(out);
        pressure.publish(now, out);
        offExchange.publish(out);
        optionSizes.publish(out);
    }

    /** Puts what late trades change, as of the end of an earlier second, into a vector. */
    void publishAsOf(long second, FeatureVector.Builder out) {
        signed.publishAsOf(second, out);
        offExchange.publishAsOf(second, out);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        signed.writeTo(out);
        pressure.writeTo(out);
        offExchange.writeTo(out);
        optionSizes.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "flow-tape");
        signed.readFrom(in);
        pressure.readFrom(in);
        offExchange.readFrom(in);
        optionSizes.readFrom(in);
    }
}
