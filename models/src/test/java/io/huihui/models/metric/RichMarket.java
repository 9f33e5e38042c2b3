package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Bar;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.quant.BlackScholes;
import io.huihui.models.quant.ImpliedVolatility;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A seeded market that feeds everything there is: for tests that every feature gets a value. */
final class RichMarket {

    private static final long DAY = TradingCalendar.DAY_MILLIS;
    private static final double[] STRIKES = {90, 92, 94, 96, 98, 100, 102, 104, 106, 108, 110};
    private static final int[] EXPIRY_DAYS = {0, 7, 35, 98};

    private final Random random;
    private double spot = 100;
    private long sequence;

    RichMarket(long seed) {
        random = new Random(seed);
    }

    /** Daily bars of the weekdays before a date. */
    List<MarketEvent> dailyBars(long date, int days) {
        List<MarketEvent> bars = new ArrayList<>();
        TradingCalendar calendar = TradingCalendar.newYork();
        long day = date;
        List<Long> dates = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            day = calendar.previousTradingDate(day);
            dates.add(0, day);
        }
        double close = 100;
        for (long each : dates) {
            double open = close * (1 + 0.004 * random.nextGaussian());
            close = open * (1 + 0.01 * random.nextGaussian());
            double high = Math.max(open, close) * 1.004;
            double low = Math.min(open, close) * 0.996;
            bars.add(
                    new Bar(
                            SecondBySecond.SYMBOL,
                            calendar.closeMillis(each),
                            "daily",
                            ++sequence,
                            86_400,
                            open,
                            high,
                            low,
                            close,
                            1e6));
        }
        return bars;
    }

    /** Events of one second, in effect order; a chain when asked for. */
    List<MarketEvent> second(long endMillis, boolean withChain) {
        long time = endMillis - 900;
        spot *= 1 + 2e-5 * random.nextGaussian();
        List<MarketEvent> events = new ArrayList<>();
        double half = 0.005 * (1 + random.nextInt(3));
        int bidSize = 100 + random.nextInt(900);
        int askSize = 100 + random.nextInt(900);
        events.add(
                SecondBySecond.quote(time, ++sequence, spot - half, bidSize, spot + half, askSize));
        Aggressor side = random.nextBoolean() ? Aggressor.BUY : Aggressor.SELL;
        events.add(
                SecondBySecond.trade(time + 1, ++sequence, spot, 500 + random.nextInt(5000), side));
        if (random.nextInt(4) == 0) {
            double usual = 100 + random.nextInt(15_000);
            // Now and then a block: many times a usual print.
            double size = sequence % 20 == 0 ? 40 * usual : usual;
            events.add(SecondBySecond.offExchange(time + 2, ++sequence, spot, size));
        }
        events.add(book(time + 3));
        if (withChain) {
            events.add(chain(time + 4, endMillis));
        }
        for (int i = 0; i < 2; i++) {
            events.add(optionTrade(time + 5 + i, endMillis));
        }
        return events;
    }

    private Depth book(long time) {
        double[] bids = new double[5];
        double[] asks = new double[5];
        double[] bidSizes = new double[5];
        double[] askSizes = new double[5];
        for (int level = 0; level < 5; level++) {
            bids[level] = spot - 0.01 * (level + 1);
            asks[level] = spot + 0.01 * (level + 1);
            bidSizes[level] = 100 + random.nextInt(500);
            askSizes[level] = 100 + random.nextInt(500);
        }
        return new Depth(
                SecondBySecond.SYMBOL,
                time,
                "test",
                ++sequence,
                BookSide.of(bids, bidSizes),
                BookSide.of(asks, askSizes));
    }

    private ChainSlice chain(long time, long endMillis) {
        List<ContractRow> rows = new ArrayList<>();
        double level = 0.2 + 0.01 * random.nextGaussian();
        double lean = 0.3 + 0.05 * random.nextGaussian();
        for (int days : EXPIRY_DAYS) {
            for (double strike : STRIKES) {
                for (OptionKind kind : OptionKind.values()) {
                    OptionContract contract =
                            SecondBySecond.contract(expiry(endMillis, days), strike, kind);
                    double years = TradingCalendar.yearsToExpiry(time, contract.expiryTimeMillis());
                    double x = Math.log(strike / spot);
                    double vol = level + 0.02 / (1 + days) - lean * x + x * x;
                    double price =
                            BlackScholes.price(
                                    spot, strike, years, 0, 0, vol, kind == OptionKind.CALL);
                    double side = kind == OptionKind.CALL ? 0.02 : -0.02;
                    double openInterest = 100 + 2000 * Math.exp(-(x - side) * (x - side) * 1000);
                    rows.add(
                            SecondBySecond.withDelta(
                                    SecondBySecond.row(contract, price + 0.02, 0.01, openInterest),
                                    delta(contract, price + 0.02, years)));
                }
            }
        }
        return new ChainSlice(SecondBySecond.SYMBOL, time, "test", ++sequence, spot, 0, 1, rows);
    }

    /** As a provider would send it; null where the price has no volatility. */
    private Double delta(OptionContract contract, double price, double years) {
        boolean call = contract.kind() == OptionKind.CALL;
        double vol =
                ImpliedVolatility.of(price, spot, contract.strike(), years, 1, call).volAnnual();
        return vol > 0 ? BlackScholes.delta(spot, contract.strike(), years, 0, 0, vol, call) : null;
    }

    private MarketEvent optionTrade(long time, long endMillis) {
        OptionContract contract =
                SecondBySecond.contract(
                        expiry(endMillis, EXPIRY_DAYS[random.nextInt(EXPIRY_DAYS.length)]),
                        STRIKES[random.nextInt(STRIKES.length)],
                        random.nextBoolean() ? OptionKind.CALL : OptionKind.PUT);
        Aggressor side = random.nextInt(3) > 0 ? Aggressor.BUY : Aggressor.SELL;
        return SecondBySecond.optionTrade(
                contract,
                time,
                ++sequence,
                0.5 + random.nextInt(300) / 100.0,
                1 + random.nextInt(50),
                side);
    }

    /** The close of a weekday on or after that many days. */
    private static long expiry(long now, int days) {
        TradingCalendar calendar = TradingCalendar.newYork();
        long date = calendar.date(now + days * DAY);
        return calendar.closeMillis(
                calendar.isTradingDay(date) ? date : calendar.nextTradingDate(date));
    }
}
