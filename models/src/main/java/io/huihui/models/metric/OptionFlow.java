package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Aggressor;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.metric.FlowSums.Measure;
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

    private static final int VERSION = 3;

    /** Release 0.1.0: no volume out of the money, and whose totals they are is not known. */
    private static final int WITHOUT_MONEYNESS = 1;

    private static final double PERCENT = 0.01;

    private final FlowSums sums = new FlowSums();
    private boolean fed;
    private boolean tradesFed;
    private double medianSpread = Double.NaN;
    private double dayDelta;
    private double dayGamma;
    private double dayVolume;
    private double dayVolumeToday;
    private double dayVolumeOutOfTheMoney;
    private long revisionMillis = Long.MIN_VALUE;
    private final SignedTotals totals = new SignedTotals();

    /** Whether the last second's flow is known; not stored, each second finds it anew. */
    private boolean known = true;

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
        totals.forget();
        take(trade, chain, spot, now, FlowSums.PRESENT);
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
        ContractFlow flow =
                new ContractFlow(sign * trade.size(), sign * value, trade.size(), value);
        add(chain, number, flow, spot, now, second);
        sums.add(second, Measure.TRADES, 1);
        sums.add(second, Measure.MULTI_LEG, trade.multiLeg() ? trade.size() : 0);
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

    /** Takes the differences of a provider's day totals, unless trades are fed. */
    void onSlice(ChainSlice slice, ChainBook chain, double spot, Moment now) {
        if (tradesFed) {
            return;
        }
        if (slice.rows().stream().noneMatch(DayTotals::areIn)) {
            totals.onUnsigned(slice.source(), slice.eventTimeMillis());
            return;
        }
        if (totals.onSigned(slice.source(), slice.eventTimeMillis())) {
            chain.restartTotals();
            revisionMillis = now.endMillis(); // what came between the two is in neither
        }
        DayTotals differences = new DayTotals(chain);
        for (int i = 0; i < slice.rows().size(); i++) {
            int number = differences.take(slice.rows().get(i));
            if (differences.revised()) {
                revisionMillis = now.endMillis();
            } else if (differences.flow() != null) {
                add(chain, number, differences.flow(), spot, now, FlowSums.PRESENT);
            }
        }
    }

    private void add(
            ChainBook chain, int number, ContractFlow flow, double spot, Moment now, long second) {
        fed = true;
        boolean call = chain.arrays().calls()[number];
        int direction = call ? 1 : -1;
        chain.onFlow(number, flow.net(), flow.netPremium(), flow.volume());
        sums.add(second, Measure.NET_PREMIUM, flow.netPremium());
        sums.add(second, Measure.NET_VOLUME, flow.net());
        sums.add(second, Measure.DIRECTIONAL, direction * flow.netPremium());
        sums.add(second, call ? Measure.CALL_VOLUME : Measure.PUT_VOLUME, flow.volume());
        sums.add(second, call ? Measure.CALL_PREMIUM : Measure.PUT_PREMIUM, flow.premium());
        dayVolume += flow.volume();
        if (isToday(chain, number, now)) {
            dayVolumeToday += flow.volume();
        }
        if (direction * (chain.arrays().strikes()[number] - spot) > 0) {
            dayVolumeOutOfTheMoney += flow.volume();
        }
        double bid = chain.arrays().column(ChainColumn.BID)[number];
        double ask = chain.arrays().column(ChainColumn.ASK)[number];
        double relativeSpread = (ask - bid) / (0.5 * (ask + bid));
        if (medianSpread > 0 && relativeSpread >= 0) {
            double liquid = direction * flow.net() / (1 + relativeSpread / medianSpread);
            sums.add(second, Measure.LIQUID, liquid);
        }
        addGreeks(chain, number, flow, spot, now, second);
    }

    private void addGreeks(
            ChainBook chain, int number, ContractFlow flow, double spot, Moment now, long second) {
        double delta = chain.arrays().column(ChainColumn.DELTA)[number];
        if (Double.isNaN(delta) || !(spot > 0)) {
            sums.add(second, Measure.UNPRICED, 1);
            return;
        }
        double shares = flow.net() * chain.arrays().multipliers()[number];
        double deltaFlow = delta * shares * spot;
        double gammaFlow =
                chain.arrays().column(ChainColumn.GAMMA)[number] * shares * spot * spot * PERCENT;
        double vegaFlow = chain.arrays().column(ChainColumn.VEGA)[number] * shares * PERCENT;
        double theta = chain.arrays().column(ChainColumn.THETA_PER_DAY)[number];
        sums.add(second, Measure.DELTA, deltaFlow);
        sums.add(second, Measure.GAMMA, gammaFlow);
        sums.add(second, Measure.VEGA, vegaFlow);
        sums.add(second, Measure.THETA, theta * shares);
        if (isToday(chain, number, now)) {
            sums.add(second, Measure.VEGA_TODAY, vegaFlow);
        }
        dayDelta += deltaFlow;
        dayGamma += gammaFlow;
    }

    private static boolean isToday(ChainBook chain, int number, Moment now) {
        return TradingCalendar.newYork().date(chain.contract(number).expiryTimeMillis())
                == now.date();
    }

    void close(Moment now) {
        sums.close(now);
        known = totals.isKnown(now.endMillis());
    }

    /** Takes the median relative spread of the chain, the yardstick of tight quotes. */
    void medianSpread(double spread) {
        medianSpread = spread;
    }

    /** Returns whether there is a flow: it is fed, and what feeds it has not fallen silent. */
    boolean fed() {
        return fed && known;
    }

    double sum(Measure measure, Window window) {
        return sums.sum(measure, window);
    }

    /** Returns directional premium over three times the window. */
    double threefoldDirectional(Window window) {
        return sums.threefoldDirectional(window);
    }

    double dayDelta() {
        return dayDelta;
    }

    double dayGamma() {
        return dayGamma;
    }

    void publish(Moment now, FeatureVector.Builder out) {
        if (!fed()) {
            return;
        }
        for (Window window : Window.ALL) {
            FlowFeatures.publish(window, sums.sums(window), quality(now.endMillis(), window), out);
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
            FlowFeatures.publish(
                    window,
                    sums.sumsAsOf(second, window),
                    quality(second * Moment.SECOND_MILLIS, window),
                    out);
        }
    }

    /**
     * A provider's total that fell makes every window that holds it partial; so does a beginning in
     * a time without totals.
     */
    private Quality quality(long endMillis, Window window) {
        long length = window.seconds() * Moment.SECOND_MILLIS;
        boolean revised = revisionMillis != Long.MIN_VALUE && endMillis - revisionMillis < length;
        boolean partial = revised || totals.beganUnknown(endMillis - length);
        return partial ? Quality.PARTIAL : Quality.OK;
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
        sums.writeTo(out);
        out.writeDouble(dayVolumeOutOfTheMoney);
        totals.writeTo(out);
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
        sums.readFrom(in);
        dayVolumeOutOfTheMoney = version > WITHOUT_MONEYNESS ? in.readDouble() : 0;
        if (version == VERSION) {
            totals.readFrom(in);
        }
    }
}
