package io.huihui.jobs.release;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A small market given by formulas: it must be the same for ever, since half of it stands in stored
 * savepoints. Nothing here may change; a market for a later release is another class.
 */
final class ReleaseMarket {

    static final String SYMBOL = "SPY";

    /** Monday 2026-01-05, 9:30 in New York. */
    static final long OPEN_MILLIS = Instant.parse("2026-01-05T14:30:00Z").toEpochMilli();

    private static final long SECOND = 1000;
    private static final long EXPIRY_MILLIS = Instant.parse("2026-01-16T21:00:00Z").toEpochMilli();
    private static final String SOURCE = "formula";
    private static final int CHAIN_EVERY_SECONDS = 30;

    private ReleaseMarket() {}

    /** Returns the events of the seconds {@code from} to {@code to} after the open, exclusive. */
    static List<MarketEvent> events(int from, int to) {
        List<MarketEvent> events = new ArrayList<>();
        for (int second = from; second < to; second++) {
            addSecond(second, OPEN_MILLIS + second * SECOND, events);
        }
        return events;
    }

    /** Shares traded in the first {@code seconds} seconds. */
    static double volume(int seconds) {
        double volume = 0;
        for (int second = 0; second < seconds; second++) {
            volume += size(second);
        }
        return volume;
    }

    /** Returns the price of the trade in a second. */
    static double price(int second) {
        return Math.rint((600 + 0.8 * Math.sin(second / 47.0) + 0.3 * Math.sin(second / 7.0)) * 100)
                / 100;
    }

    /** Returns a story that comes with this trade, or null. */
    static NewsItem newsWith(MarketEvent event) {
        if (!(event instanceof Trade) || event.sequence() % 60 != 30) {
            return null;
        }
        long at = event.eventTimeMillis();
        return new NewsItem(
                "story-" + event.sequence(),
                at,
                at,
                SOURCE,
                event.sequence(),
                "SPY surges on strong earnings and record growth",
                null,
                List.of(SYMBOL));
    }

    private static double size(int second) {
        return 100 + second % 9 * 50;
    }

    private static void addSecond(int second, long start, List<MarketEvent> events) {
        double price = price(second);
        double bid = price - 0.01;
        double ask = price + 0.01;
        Aggressor aggressor = second % 3 == 0 ? Aggressor.SELL : Aggressor.BUY;
        events.add(new Quote(SYMBOL, start + 100, SOURCE, second, bid, 300, ask, 400));
        events.add(
                new Depth(
                        SYMBOL,
                        start + 200,
                        SOURCE,
                        second,
                        BookSide.of(new double[] {bid, bid - 0.01}, new double[] {300, 500}),
                        BookSide.of(new double[] {ask, ask + 0.01}, new double[] {400, 600})));
        events.add(
                new Trade(
                        SYMBOL,
                        start + 300,
                        SOURCE,
                        second,
                        price,
                        size(second),
                        aggressor,
                        "XNAS",
                        second % 10 == 0,
                        ""));
        OptionContract call = contract(600, OptionKind.CALL);
        double premium = 6 + 0.5 * (price - 600);
        events.add(
                new OptionQuote(
                        call, start + 400, SOURCE, second, premium - 0.05, 20, premium + 0.05, 30));
        events.add(
                new OptionTrade(
                        call, start + 500, SOURCE, second, premium, 5, aggressor, "XCBO", false));
        if (second % CHAIN_EVERY_SECONDS == 0) {
            events.add(
                    new ChainSlice(SYMBOL, start + 600, SOURCE, second, price, 0, 1, chain(price)));
        }
    }

    private static OptionContract contract(double strike, OptionKind kind) {
        return new OptionContract(SYMBOL, SYMBOL, EXPIRY_MILLIS, strike, kind, 100);
    }

    private static List<ContractRow> chain(double price) {
        List<ContractRow> rows = new ArrayList<>();
        for (double strike = 580; strike <= 620; strike += 5) {
            for (OptionKind kind : OptionKind.values()) {
                double intrinsic = Math.max(0, kind.isCall() ? price - strike : strike - price);
                double mid = intrinsic + 6 * Math.exp(-Math.abs(price - strike) / 12);
                rows.add(row(contract(strike, kind), mid));
            }
        }
        return rows;
    }

    private static ContractRow row(OptionContract contract, double mid) {
        return new ContractRow(
                contract,
                mid,
                mid - 0.05,
                mid + 0.05,
                10.0,
                10.0,
                null,
                0.2,
                1000.0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                50.0,
                null,
                null,
                null,
                null);
    }
}
