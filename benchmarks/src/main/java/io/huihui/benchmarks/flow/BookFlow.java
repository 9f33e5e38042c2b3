package io.huihui.benchmarks.flow;

import io.huihui.models.event.Aggressor;
import io.huihui.models.metric.BookPressure;
import io.huihui.models.metric.Microstructure;
import io.huihui.models.metric.VolumeBuckets;

/** Order-flow imbalance, microprice, depth imbalance with decay and VPIN of recorded messages. */
final class BookFlow {

    /** AAPL traded some hundreds of these in the recorded half hour. */
    private static final double BUCKET_SHARES = 5_000;

    private static final double TICK = 0.01;
    private static final int SLACK_TICKS = 2_000;

    private final LobsterMessages messages;
    private final TickBook book;
    private final BookPressure pressure = new BookPressure();
    private final VolumeBuckets toxicity = new VolumeBuckets(BUCKET_SHARES);
    private double orderFlow;
    private double microprice;
    private int bid;
    private double bidSize;
    private int ask;
    private double askSize;

    BookFlow(LobsterMessages messages) {
        this.messages = messages;
        int middle = messages.seed[2];
        book = new TickBook(middle - SLACK_TICKS, middle + SLACK_TICKS);
        for (int at = 0; at < messages.seed.length; at += 4) {
            book.set(false, messages.seed[at], messages.seed[at + 1]);
            book.set(true, messages.seed[at + 2], messages.seed[at + 3]);
        }
        bid = book.bid();
        ask = book.ask();
        book.gather();
        bidSize = book.bids[0];
        askSize = book.asks[0];
    }

    /**
     * Takes all messages but the first, which the seed holds; returns a sum that depends on all.
     */
    double run() {
        double sum = 0;
        for (int i = 1; i < messages.count; i++) {
            take(i);
            sum += microprice;
        }
        return sum + pressure.at(messages.millis[messages.count - 1]) + orderFlow;
    }

    /** Takes one message. */
    void take(int i) {
        int type = messages.types[i];
        boolean isBid = messages.sides[i] == 1;
        int size = messages.sizes[i];
        switch (type) {
            case LobsterMessages.NEW -> book.add(isBid, messages.ticks[i], size);
            case LobsterMessages.PART_CANCELLED, LobsterMessages.DELETED ->
                    book.add(isBid, messages.ticks[i], -size);
            case LobsterMessages.EXECUTED -> {
                book.add(isBid, messages.ticks[i], -size);
                toxicity.onTrade(size, aggressor(i));
            }
            case LobsterMessages.EXECUTED_HIDDEN -> {
                toxicity.onTrade(size, aggressor(i));
                return;
            }
            default -> {
                return;
            }
        }
        book.gather();
        pressure.onSizes(messages.millis[i], book.bids, book.asks);
        int newBid = book.bid();
        int newAsk = book.ask();
        orderFlow +=
                Microstructure.orderFlow(
                        bid, bidSize, ask, askSize, newBid, book.bids[0], newAsk, book.asks[0]);
        bid = newBid;
        ask = newAsk;
        bidSize = book.bids[0];
        askSize = book.asks[0];
        microprice = TICK * (bid * askSize + ask * bidSize) / (bidSize + askSize);
    }

    /** Who crossed: the resting order's opposite. */
    Aggressor aggressor(int i) {
        return messages.sides[i] == 1 ? Aggressor.SELL : Aggressor.BUY;
    }

    double bidPrice() {
        return TICK * bid;
    }

    double askPrice() {
        return TICK * ask;
    }
}
