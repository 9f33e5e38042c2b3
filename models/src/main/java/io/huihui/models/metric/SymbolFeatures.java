package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Bar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.event.UnderlyingSnapshot;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.Thresholds;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * All metrics of one symbol. Seconds are closed one after another, each with its events in effect
 * order; late events correct seconds that are closed already.
 */
public final class SymbolFeatures implements BinaryState {

    /** 2 adds the pulse, 3 the flow tape; a state of an earlier version begins with none. */
    private static final int VERSION = 3;

    private static final long NEVER = Long.MIN_VALUE;

    /** A bar of a whole day, or of more than half of one (half days), is a daily bar. */
    private static final int DAILY_BAR_SECONDS = 3 * 3600 + 1;

    private final SeenEvents seen = new SeenEvents();
    private final EmittedSeconds emitted = new EmittedSeconds();
    private final PriceMeasures price = new PriceMeasures();
    private final RealizedVolatility volatility = new RealizedVolatility();
    private final FiveMinuteBars bars = new FiveMinuteBars();
    private final DailyHistory history = new DailyHistory();
    private final TradeTape tape = new TradeTape();
    private final VolumeBuckets volumeBuckets = new VolumeBuckets();
    private final Microstructure microstructure = new Microstructure();
    private final OptionMarket options = new OptionMarket();
    private final SecondPulse pulse = new SecondPulse();
    private final FomcClock fomc = new FomcClock();
    private final FlowTape flowTape = new FlowTape();

    /** Result of the last second beside its snapshot; not stored. */
    private Thresholds thresholds;

    private long lastEndMillis = NEVER;
    private long lastEventMillis = NEVER;
    private long date = NEVER;
    private long duplicates;

    /**
     * Ends a second: applies its events and returns its snapshot.
     *
     * @param endMillis end of the second; above that of the second before
     * @param events events of that second in {@link MarketEvent#EFFECT_ORDER}; may be empty
     * @param scratch emptied and filled here, so that one may serve all symbols
     */
    public FeatureSnapshot closeSecond(
            String symbol,
            long endMillis,
            List<MarketEvent> events,
            MetricConfig config,
            FeatureVector.Builder scratch) {
        Moment now = Moment.at(endMillis);
        if (now.date() != date) {
            startDay(now);
        }
        for (int i = 0; i < events.size(); i++) {
            MarketEvent event = events.get(i);
            if (seen.isNew(event, now.second())) {
                apply(event, now);
            } else {
                duplicates++;
            }
        }
        if (!events.isEmpty()) {
            lastEventMillis = endMillis;
        }
        lastEndMillis = endMillis;
        close(now);
        double rank = history.percentile(options.impliedVol());
        options.close(now, price.mid(), rank, symbol, config);
        publish(now, config, scratch.reset());
        thresholds = options.thresholds(now, symbol);
        FeatureSnapshot snapshot =
                new FeatureSnapshot(new SnapshotId(symbol, endMillis), 0, scratch.build());
        emitted.keep(snapshot);
        return snapshot;
    }

    /**
     * Adds late events to their own second and returns the corrected snapshot of that second; null
     * when all are repeated events, or of kinds that correct nothing, or their second was not made.
     *
     * @param id of the second in which all of them lie
     */
    public FeatureSnapshot correct(
            SnapshotId id, List<MarketEvent> events, FeatureVector.Builder scratch) {
        Moment then = Moment.at(id.secondEndMillis());
        boolean traded = false;
        boolean optionsTraded = false;
        for (MarketEvent event : events) {
            if (!seen.isNew(event, then.second())) {
                duplicates++;
            } else if (event instanceof Trade trade) {
                tape.correct(trade, then.second(), then.date() == date);
                flowTape.correct(trade, then.second());
                traded = true;
            } else if (event instanceof OptionTrade trade) {
                options.correct(trade, price.mid(), then, then.second());
                optionsTraded = true;
            }
        }
        FeatureSnapshot before = traded || optionsTraded ? emitted.at(id) : null;
        if (before == null) {
            return null;
        }
        scratch.from(before.features());
        if (traded) {
            tape.publishAsOf(then.second(), lastEndMillis / Moment.SECOND_MILLIS, scratch);
            flowTape.publishAsOf(then.second(), scratch);
        }
        if (optionsTraded) {
            options.publishAsOf(then.second(), scratch);
        }
        FeatureSnapshot corrected = new FeatureSnapshot(id, before.revision() + 1, scratch.build());
        emitted.keep(corrected);
        return corrected;
    }

    /** Returns the end of the second in which a time lies. */
    public static long endOfSecond(long timeMillis) {
        return (Math.floorDiv(timeMillis, Moment.SECOND_MILLIS) + 1) * Moment.SECOND_MILLIS;
    }

    /** Returns the end of the last second that was closed. */
    public long lastEndMillis() {
        return lastEndMillis;
    }

    /** Returns the end of the last second that held events. */
    public long lastEventMillis() {
        return lastEventMillis;
    }

    /** Returns the strikes if the last second's chain was analysed, else null. */
    public StrikeProfile strikeProfile() {
        return options.profile();
    }

    /** Returns the strikes by days to expiry; none if the last second's chain was not analysed. */
    public List<StrikeGrid> strikeGrids() {
        return options.grids();
    }

    /** Returns what the last second told about the units of providers' greeks. */
    public List<ProviderUnits> providerUnits() {
        return options.units();
    }

    /** Returns how many slices of refused providers were left out since the start or restore. */
    public long refusedSlices() {
        return options.refusedSlices();
    }

    /** Returns what can be traded if the last second's chain was analysed, else null. */
    public ChainView tradable() {
        return options.tradable();
    }

    /** Returns the thresholds if the last second ended a minute of trading, else null. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** Returns how many repeated events were left out so far. */
    public long duplicates() {
        return duplicates;
    }

    private void startDay(Moment now) {
        if (date != NEVER) {
            history.endSessionVol(options.impliedVol());
            history.endSession(
                    date, price.dayOpen(), price.dayHigh(), price.dayLow(), price.lastRegular());
        }
        price.startDay();
        volumeBuckets.startDay(tape.dayShares());
        tape.startDay();
        flowTape.startDay();
        options.startDay(now);
        date = now.date();
    }

    private void apply(MarketEvent event, Moment now) {
        if (event instanceof Quote quote) {
            price.onTouch(quote.eventTimeMillis(), quote.bid(), quote.ask());
            microstructure.onQuote(quote);
            pulse.onTouch(quote.bid(), quote.ask());
            flowTape.onQuote(quote);
        } else if (event instanceof Trade trade) {
            price.onTrade(trade, now.isOpen());
            Aggressor side = microstructure.sideOf(trade);
            tape.onTrade(trade, side);
            volumeBuckets.onTrade(trade.size(), side);
            pulse.onTrade(side);
            flowTape.onTrade(trade);
        } else if (event instanceof Depth book) {
            onDepth(book);
        } else if (event instanceof ChainSlice slice) {
            price.onReference(slice.eventTimeMillis(), slice.underlyingPrice());
            options.onSlice(slice, now);
        } else if (event instanceof OptionQuote quote) {
            options.onQuote(quote);
        } else if (event instanceof OptionTrade trade) {
            options.onTrade(trade, price.mid(), now);
            pulse.onOptionTrade();
            flowTape.onOptionTrade(trade);
        } else if (event instanceof UnderlyingSnapshot row) {
            price.onSnapshot(row);
        } else if (event instanceof Bar bar) {
            onBar(bar, now);
        }
    }

    private void onDepth(Depth book) {
        if (!microstructure.hasQuotes() && book.bids().levels() > 0 && book.asks().levels() > 0) {
            price.onTouch(book.eventTimeMillis(), book.bids().price(0), book.asks().price(0));
            pulse.onTouch(book.bids().price(0), book.asks().price(0));
        }
        flowTape.onDepth(book, !microstructure.hasQuotes());
        microstructure.onDepth(book);
        pulse.onDepth(book);
    }

    private void onBar(Bar bar, Moment now) {
        if (bar.intervalSeconds() >= DAILY_BAR_SECONDS) {
            history.onDailyBar(TradingCalendar.newYork().date(bar.eventTimeMillis() - 1), bar);
        } else {
            price.onBar(bar, now.isOpen());
        }
    }

    private void close(Moment now) {
        price.close(now);
        double mid = price.mid();
        volatility.close(now, mid);
        bars.close(now, mid);
        tape.close(now);
        flowTape.close(now);
        microstructure.close(now);
    }

    private void publish(Moment now, MetricConfig config, FeatureVector.Builder out) {
        price.publish(now, out);
        volatility.publish(now, price.logReturn(Window.MINUTES_60.seconds()), out);
        bars.publish(out);
        tape.publish(now, out);
        volumeBuckets.publish(out);
        history.publish(options.impliedVol(), price.mid(), out);
        microstructure.publish(now, options.impliedVol(), options.impliedVolRatio(), out);
        options.publish(
                now,
                new UnderlyingNow(
                        price.mid(),
                        volatility.volatility(Window.MINUTES_5),
                        volatility.volatility(Window.MINUTES_30),
                        history.forecast(),
                        tape.dayTurnover()),
                out);
        publishContext(now, out);
        pulse.publish(out);
        fomc.publish(now, config.fomcDates(), out);
        flowTape.publish(now, out);
    }

    private static void publishContext(Moment now, FeatureVector.Builder out) {
        TradingCalendar calendar = TradingCalendar.newYork();
        out.set(Feature.SESSION_ELAPSED, calendar.sessionElapsed(now.endMillis()));
        if (now.isOpen()) {
            double left = calendar.closeMillis(now.date()) - now.endMillis();
            out.set(Feature.MINUTES_TO_CLOSE, left / Moment.MINUTE_MILLIS);
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(lastEndMillis);
        out.writeLong(lastEventMillis);
        out.writeLong(date);
        out.writeLong(duplicates);
        for (BinaryState part : parts()) {
            part.writeTo(out);
        }
        pulse.writeTo(out);
        flowTape.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "symbol-features");
        lastEndMillis = in.readLong();
        lastEventMillis = in.readLong();
        date = in.readLong();
        duplicates = in.readLong();
        for (BinaryState part : parts()) {
            part.readFrom(in);
        }
        if (version > 1) {
            pulse.readFrom(in);
        }
        if (version > 2) {
            flowTape.readFrom(in);
        }
    }

    /** Every part of version 1, in the order of the bytes. */
    private List<BinaryState> parts() {
        return List.of(
                seen,
                emitted,
                price,
                volatility,
                bars,
                history,
                tape,
                volumeBuckets,
                microstructure,
                options);
    }
}
