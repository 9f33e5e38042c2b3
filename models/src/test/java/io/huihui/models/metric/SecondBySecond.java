package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;

/** Drives the features of one symbol in tests, and makes short events for it. */
final class SecondBySecond {

    static final String SYMBOL = "SPY";

    private final MetricConfig config;
    private final FeatureVector.Builder scratch = new FeatureVector.Builder();
    private SymbolFeatures features = new SymbolFeatures();

    SecondBySecond(MetricConfig config) {
        this.config = config;
    }

    SecondBySecond() {
        this(MetricConfig.defaults());
    }

    SymbolFeatures features() {
        return features;
    }

    /** Ends the second in which the events lie. */
    FeatureVector second(long endMillis, MarketEvent... events) {
        return snapshot(endMillis, List.of(events)).features();
    }

    FeatureSnapshot snapshot(long endMillis, List<MarketEvent> events) {
        return features.closeSecond(SYMBOL, endMillis, events, config, scratch);
    }

    /** Ends empty seconds after {@code from} up to {@code to} and returns the last. */
    FeatureVector quiet(long from, long to) {
        FeatureVector last = null;
        for (long end = from + 1000; end <= to; end += 1000) {
            last = second(end);
        }
        return last;
    }

    FeatureSnapshot late(MarketEvent event) {
        long end = SymbolFeatures.endOfSecond(event.eventTimeMillis());
        return features.correct(new SnapshotId(SYMBOL, end), List.of(event), scratch);
    }

    /** Writes the state and goes on with what is read back. */
    void restart() {
        features = copy(features);
    }

    static SymbolFeatures copy(SymbolFeatures features) {
        try {
            SymbolFeatures copy = new SymbolFeatures();
            copy.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(features))));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(SymbolFeatures features) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            features.writeTo(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the instant of a New York time, e.g. {@code 2024-06-10T10:00}. */
    static long at(String local) {
        return LocalDateTime.parse(local)
                .atZone(TradingCalendar.NEW_YORK)
                .toInstant()
                .toEpochMilli();
    }

    static Quote quote(long time, long sequence, double bid, double ask) {
        return quote(time, sequence, bid, 100, ask, 100);
    }

    static Quote quote(
            long time, long sequence, double bid, double bidSize, double ask, double askSize) {
        return new Quote(SYMBOL, time, "test", sequence, bid, bidSize, ask, askSize);
    }

    static Trade trade(long time, long sequence, double price, double size, Aggressor side) {
        return new Trade(SYMBOL, time, "test", sequence, price, size, side, "P", false, "");
    }

    static Trade offExchange(long time, long sequence, double price, double size) {
        return new Trade(
                SYMBOL, time, "test", sequence, price, size, Aggressor.UNKNOWN, "D", true, "");
    }

    static OptionContract contract(long expiry, double strike, OptionKind kind) {
        return new OptionContract(SYMBOL, SYMBOL, expiry, strike, kind, 100);
    }

    static OptionTrade optionTrade(
            OptionContract contract,
            long time,
            long sequence,
            double price,
            double size,
            Aggressor side) {
        return new OptionTrade(
                contract, time, "test", sequence, price, size, side, "C", sequence % 4 == 0);
    }

    /** The row with a delta of the provider's. */
    static ContractRow withDelta(ContractRow row, Double delta) {
        return new ContractRow(
                row.contract(),
                row.last(),
                row.bid(),
                row.ask(),
                row.bidSize(),
                row.askSize(),
                row.theoretical(),
                row.impliedVolAnnual(),
                row.openInterest(),
                delta,
                null,
                null,
                null,
                null,
                null,
                null,
                row.dayVolume(),
                row.dayBuyVolume(),
                row.daySellVolume(),
                row.dayBuyPremium(),
                row.daySellPremium());
    }

    /** A row with a quote, a theoretical price and open interest. */
    static ContractRow row(
            OptionContract contract, double mid, double halfSpread, double openInterest) {
        return new ContractRow(
                contract,
                null,
                Math.max(mid - halfSpread, 0),
                mid + halfSpread,
                10.0,
                10.0,
                mid * 1.001,
                null,
                openInterest,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
