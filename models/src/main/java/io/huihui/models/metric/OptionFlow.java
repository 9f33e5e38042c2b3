package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Customer flow in options, buys less sells by aggressor, in trailing windows: from option trades,
 * or where none are fed from the differences of a provider's day totals. Greeks are those of the
 * last chain analysis; a contract without any adds to volume and premium only.
 */
final class OptionFlow implements BinaryState {

    private static final int VERSION = 2;

    /** Release 0.1.0: no volume out of the money. */
    private static final int WITHOUT_MONEYNESS = 1;

    private static final double PERCENT = 0.01;

    /** Additive measures, kept per second. */
    enum Measure {
        NET_PREMIUM,
        NET_VOLUME,
        DIRECTIONAL,
        DELTA,
        GAMMA,
        VEGA,
        THETA,
        CALL_VOLUME,
        PUT_VOLUME,
        CALL_PREMIUM,
        PUT_PREMIUM,
        TRADES,
        MULTI_LEG,
        /** Contracts signed by direction, weighted by how tight the contract is quoted. */
        LIQUID,
        VEGA_TODAY,
        /** Contracts without greeks at the time. */
        UNPRICED
    }

    static final int MEASURES = Measure.values().length;

    private final SecondBuckets buckets = new SecondBuckets(MEASURES, Window.lengths());

    /** Directional premium over three horizons: 45, 90 and 180 minutes; 15 is in the others. */
    private final SecondBuckets threefold =
            new SecondBuckets(
                    1,
                    3 * Window.MINUTES_15.seconds(),
                    3 * Window.MINUTES_30.seconds(),
                    3 * Window.MINUTES_60.seconds());

    private boolean fed;
    private boolean tradesFed;
    private double medianSpread = Double.NaN;
    private double dayDelta;
    private double dayGamma;
    private double dayVolume;
    private double dayVolumeToday;
    private double dayVolumeOutOfTheMoney;
    private long revisionMillis = Long.MIN_VALUE;

    /** Begins a New York date; day totals of a provider start anew. */
    void startDay() {
        dayDelta = 0;
        dayGamma = 0;
        dayVolume = 0;
        dayVolumeToday = 0;
        dayVolumeOutOfTheMoney = 0;
        tradesFed = false;
    }

    /** Takes a trade of the second that is being filled. */
    void onTrade(OptionTrade trade, ChainBook chain, double spot, Moment now) {
        tradesFed = true;
        take(trade, chain, spot, now, Long.MIN_VALUE);
    }

    /** Adds a late trade to its own second, with the greeks of now. */
    void correct(OptionTrade trade, ChainBook chain, double spot, Moment now, long second) {
        take(trade, chain, spot, now, second);
    }

    private void take(OptionTrade trade, ChainBook chain, double spot, Moment now, long second) {
        int number = chain.number(trade.contract());
        if (number == ChainBook.UNKNOWN) {
            return;
        }
        double value = trade.price() * trade.size() * trade.contract().multiplier();
        int sign = side(trade, chain, number);
        add(
                chain,
                number,
                sign * trade.size(),
                sign * value,
                trade.size(),
                value,
                spot,
                now,
                second);
        put(second, Measure.TRADES, 1);
        put(second, Measure.MULTI_LEG, trade.multiLeg() ? trade.size() : 0);
    }

    /**
     * Side the feed says; else the side of the contract's mid it was on; 0 when it cannot be told.
     */
    private static int side(OptionTrade trade, ChainBook chain, int number) {
        if (trade.aggressor() != Aggressor.UNKNOWN) {
            return trade.aggressor().sign();
        }
        double bid = chain.arrays().column(ChainColumn.BID)[number];
        double ask = chain.arrays().column(ChainColumn.ASK)[number];
        double difference = trade.price() - 0.5 * (bid + ask);
        return Double.isNaN(difference) ? 0 : (int) Math.signum(difference);
    }

    /**
     * Takes the differences of day totals, unless trades are fed; the first of a day is the base.
     */
    void onSlice(ChainSlice slice, ChainBook chain, double spot, Moment now) {
        if (tradesFed) {
            return;
        }
        for (ContractRow row : slice.rows()) {
            int number = chain.number(row.contract());
            if (number != ChainBook.UNKNOWN
                    && row.dayBuyVolume() != null
                    && row.daySellVolume() != null) {
                onTotals(row, chain, number, spot, now);
            }
        }
    }

    private void onTotals(ContractRow row, ChainBook chain, int number, double spot, Moment now) {
        double[] fedBought = chain.day(ChainBook.Day.FED_BOUGHT);
        double[] fedSold = chain.day(ChainBook.Day.FED_SOLD);
        double[] fedPremiumBought = chain.day(ChainBook.Day.FED_PREMIUM_BOUGHT);
        double[] fedPremiumSold = chain.day(ChainBook.Day.FED_PREMIUM_SOLD);
        double bought = row.dayBuyVolume() - fedBought[number];
        double sold = row.daySellVolume() - fedSold[number];
        double premiumBought = orZero(row.dayBuyPremium()) - fedPremiumBought[number];
        double premiumSold = orZero(row.daySellPremium()) - fedPremiumSold[number];
        boolean first = Double.isNaN(bought);
        if (first) {
            chain.onFlow(
                    number,
                    row.dayBuyVolume() - row.daySellVolume(),
                    orZero(row.dayBuyPremium()) - orZero(row.daySellPremium()),
                    row.dayBuyVolume() + row.daySellVolume());
        } else if (bought < 0 || sold < 0 || premiumBought < 0 || premiumSold < 0) {
            revisionMillis = now.endMillis();
        } else if (bought + sold > 0) {
            add(
                    chain,
                    number,
                    bought - sold,
                    premiumBought - premiumSold,
                    bought + sold,
                    premiumBought + premiumSold,
                    spot,
                    now,
                    Long.MIN_VALUE);
        }
        fedBought[number] = row.dayBuyVolume();
        fedSold[number] = row.daySellVolume();
        fedPremiumBought[number] = orZero(row.dayBuyPremium());
        fedPremiumSold[number] = orZero(row.daySellPremium());
    }

    private void add(
            ChainBook chain,
            int number,
            double net,
            double netPremium,
            double volume,
            double premium,
            double spot,
            Moment now,
            long second) {
        fed = true;
        boolean call = chain.arrays().calls()[number];
        int direction = call ? 1 : -1;
        double shares = net * chain.arrays().multipliers()[number];
        chain.onFlow(number, net, netPremium, volume);
        put(second, Measure.NET_PREMIUM, netPremium);
        put(second, Measure.NET_VOLUME, net);
        put(second, Measure.DIRECTIONAL, direction * netPremium);
        putThreefold(second, direction * netPremium);
        put(second, call ? Measure.CALL_VOLUME : Measure.PUT_VOLUME, volume);
        put(second, call ? Measure.CALL_PREMIUM : Measure.PUT_PREMIUM, premium);
        dayVolume += volume;
        if (isToday(chain, number, now)) {
            dayVolumeToday += volume;
        }
        if (direction * (chain.arrays().strikes()[number] - spot) > 0) {
            dayVolumeOutOfTheMoney += volume;
        }
        double bid = chain.arrays().column(ChainColumn.BID)[number];
        double ask = chain.arrays().column(ChainColumn.ASK)[number];
        double relativeSpread = (ask - bid) / (0.5 * (ask + bid));
        if (medianSpread > 0 && relativeSpread >= 0) {
            put(second, Measure.LIQUID, direction * net / (1 + relativeSpread / medianSpread));
        }
        addGreeks(chain, number, shares, spot, now, second);
    }

    private void addGreeks(
            ChainBook chain, int number, double shares, double spot, Moment now, long second) {
        double delta = chain.arrays().column(ChainColumn.DELTA)[number];
        if (Double.isNaN(delta) || !(spot > 0)) {
            put(second, Measure.UNPRICED, 1);
            return;
        }
        double deltaFlow = delta * shares * spot;
        double gammaFlow =
                chain.arrays().column(ChainColumn.GAMMA)[number] * shares * spot * spot * PERCENT;
        double vegaFlow = chain.arrays().column(ChainColumn.VEGA)[number] * shares * PERCENT;
        put(second, Measure.DELTA, deltaFlow);
        put(second, Measure.GAMMA, gammaFlow);
        put(second, Measure.VEGA, vegaFlow);
        put(
                second,
                Measure.THETA,
                chain.arrays().column(ChainColumn.THETA_PER_DAY)[number] * shares);
        if (isToday(chain, number, now)) {
            put(second, Measure.VEGA_TODAY, vegaFlow);
        }
        dayDelta += deltaFlow;
        dayGamma += gammaFlow;
    }

    private static boolean isToday(ChainBook chain, int number, Moment now) {
        return TradingCalendar.newYork().date(chain.contract(number).expiryTimeMillis())
                == now.date();
    }

    private void put(long second, Measure measure, double value) {
        if (second == Long.MIN_VALUE) {
            buckets.add(measure.ordinal(), value);
        } else {
            buckets.correct(second, measure.ordinal(), value);
        }
    }

    private void putThreefold(long second, double value) {
        if (second == Long.MIN_VALUE) {
            threefold.add(0, value);
        } else {
            threefold.correct(second, 0, value);
        }
    }

    void close(Moment now) {
        buckets.close(now.second());
        threefold.close(now.second());
    }

    /** Takes the median relative spread of the chain, the yardstick of tight quotes. */
    void medianSpread(double spread) {
        medianSpread = spread;
    }

    boolean fed() {
        return fed;
    }

    double sum(Measure measure, Window window) {
        return buckets.sum(measure.ordinal(), window.ordinal());
    }

    /** Returns directional premium over three times the window. */
    double threefoldDirectional(Window window) {
        return window == Window.MINUTES_5
                ? sum(Measure.DIRECTIONAL, Window.MINUTES_15)
                : threefold.sum(0, window.ordinal() - 1);
    }

    double dayDelta() {
        return dayDelta;
    }

    double dayGamma() {
        return dayGamma;
    }

    void publish(Moment now, FeatureVector.Builder out) {
        if (!fed) {
            return;
        }
        for (Window window : Window.ALL) {
            double[] sums = new double[MEASURES];
            for (int measure = 0; measure < MEASURES; measure++) {
                sums[measure] = buckets.sum(measure, window.ordinal());
            }
            FlowFeatures.publish(window, sums, quality(now.endMillis(), window), out);
        }
        FlowFeatures.publishIncrements(this, out);
        out.setOrMissing(
                Feature.ZERO_DTE_VOLUME_SHARE,
                dayVolume > 0 ? dayVolumeToday / dayVolume : Double.NaN,
                Quality.WARMUP);
        out.setOrMissing(
                Feature.OUT_OF_THE_MONEY_VOLUME_SHARE,
                dayVolume > 0 ? dayVolumeOutOfTheMoney / dayVolume : Double.NaN,
                Quality.WARMUP);
    }

    /** Puts the sums as they were at the end of an earlier second into a vector. */
    void publishAsOf(long second, FeatureVector.Builder out) {
        for (Window window : Window.ALL) {
            double[] sums = new double[MEASURES];
            for (int measure = 0; measure < MEASURES; measure++) {
                sums[measure] = buckets.sumAsOf(second, measure, window.ordinal());
            }
            FlowFeatures.publish(window, sums, quality(second * Moment.SECOND_MILLIS, window), out);
        }
    }

    /** A provider's total that fell makes every window that holds it partial. */
    private Quality quality(long endMillis, Window window) {
        boolean revised =
                revisionMillis != Long.MIN_VALUE
                        && endMillis - revisionMillis < window.seconds() * Moment.SECOND_MILLIS;
        return revised ? Quality.PARTIAL : Quality.OK;
    }

    private static double orZero(Double premium) {
        return premium == null ? 0 : premium;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(fed);
        out.writeBoolean(tradesFed);
        out.writeDouble(medianSpread);
        out.writeDouble(dayDelta);
        out.writeDouble(dayGamma);
        out.writeDouble(dayVolume);
        out.writeDouble(dayVolumeToday);
        out.writeLong(revisionMillis);
        buckets.writeTo(out);
        threefold.writeTo(out);
        out.writeDouble(dayVolumeOutOfTheMoney);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "option-flow");
        fed = in.readBoolean();
        tradesFed = in.readBoolean();
        medianSpread = in.readDouble();
        dayDelta = in.readDouble();
        dayGamma = in.readDouble();
        dayVolume = in.readDouble();
        dayVolumeToday = in.readDouble();
        revisionMillis = in.readLong();
        buckets.readFrom(in);
        threefold.readFrom(in);
        dayVolumeOutOfTheMoney = version > WITHOUT_MONEYNESS ? in.readDouble() : 0;
    }
}
