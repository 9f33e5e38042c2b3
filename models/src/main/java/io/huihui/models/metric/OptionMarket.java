package io.huihui.models.metric;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.ThresholdLevels;
import io.huihui.models.feature.Thresholds;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The options of one symbol: chain, customer flow, dealers and strikes. What follows from an
 * analysis of the chain is kept and published every second until the next one.
 */
final class OptionMarket implements BinaryState {

    private static final int VERSION = 2;

    /** Release 0.1.0: three thresholds, no premium at strikes, no exhaustion. */
    private static final int RELEASED = 1;

    /** Wider quotes say nothing about the theoretical price. */
    private static final double WIDEST_SPREAD = 0.05;

    private final ChainBook chain = new ChainBook();
    private final OptionFlow flow = new OptionFlow();
    private final FlowTrio trio = new FlowTrio();
    private final DealerBook dealers = new DealerBook();
    private final VolatilityScores scores = new VolatilityScores();
    private final ZeroDte zeroDte = new ZeroDte();
    private final ProfileStability stability = new ProfileStability();
    private final DynamicThresholds thresholds = new DynamicThresholds();
    private final StrikePremium premium = new StrikePremium();
    private final FlowRatioScores ratios = new FlowRatioScores();
    private final FlowExhaustion exhaustion = new FlowExhaustion();
    private boolean fed;
    private FeatureVector ofChain = new FeatureVector.Builder().build();
    private double vannaToday = Double.NaN;
    private double volToday = Double.NaN;

    /** What can be traded, if the last second's chain was analysed; not stored. */
    private ChainView tradable;

    /** Begins a New York date; a daily close of volatility is taken by the caller before. */
    void startDay(Moment now) {
        chain.startDay(now.endMillis() - Moment.SECOND_MILLIS);
        flow.startDay();
        dealers.startDay();
    }

    void onQuote(OptionQuote quote) {
        fed = true;
        chain.onQuote(quote);
    }

    void onTrade(OptionTrade trade, double spot, Moment now) {
        fed = true;
        flow.onTrade(trade, chain, spot, now);
    }

    void onSlice(ChainSlice slice, Moment now) {
        fed = true;
        chain.onSlice(slice);
        flow.onSlice(slice, chain, slice.underlyingPrice(), now);
    }

    /** Adds a late trade to its own second. */
    void correct(OptionTrade trade, double spot, Moment now, long second) {
        flow.correct(trade, chain, spot, now, second);
    }

    /** Puts the flows as they were at the end of an earlier second into a vector. */
    void publishAsOf(long second, FeatureVector.Builder out) {
        flow.publishAsOf(second, out);
    }

    /** Returns the last at-the-money volatility of 30 days, annual; NaN before there is one. */
    double impliedVol() {
        return scores.impliedVol();
    }

    /** Returns it over its 20-session mean; NaN before there is one. */
    double impliedVolRatio() {
        return scores.ratio();
    }

    /** Ends a second; returns the strikes when the chain was analysed, else null. */
    StrikeProfile close(Moment now, double spot, String symbol, MetricConfig config) {
        tradable = null;
        if (!fed) {
            return null;
        }
        flow.close(now);
        StrikeProfile profile = null;
        if (chain.analyse(now, spot, config)) {
            profile = analysed(now, spot, symbol);
        }
        scores.observe(
                now, ofChain.orNaN(Feature.ATM_IV_30D), ofChain.orNaN(Feature.SKEW_25_DELTA));
        return profile;
    }

    private StrikeProfile analysed(Moment now, double spot, String symbol) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        VolatilitySurface surface = VolatilitySurface.of(chain.arrays(), chain.ladder());
        StrikeTable table = new StrikeTable(chain, spot, now);
        surface.publish(spot, out);
        double impliedVol = out.valueOrNaN(Feature.ATM_IV_30D);
        dealers.publishChain(now, chain.analytics(), table, spot, impliedVol, out);
        ZeroDte.publishChain(table, out);
        publishTheoretical(out);
        flow.medianSpread(medianSpread());
        if (flow.fed()) {
            premium.onChain(table, spot, out);
        }
        vannaToday =
                StrikeTable.absoluteSum(table.vannaToday) > 0
                        ? table.vannaDealersToday
                        : Double.NaN;
        volToday = volatilityToday(now);
        StrikeProfile profile = null;
        if (table.held > 0) {
            StrikeStructure structure = new StrikeStructure(table, spot, surface.nearest(), now);
            structure.publish(out);
            stability.offer(now, table.strikes, structure.position());
            profile =
                    new StrikeProfile(
                            new SnapshotId(symbol, now.endMillis()), spot, structure.rows());
        }
        ofChain = out.build();
        tradable = TradableContracts.of(chain, spot, now);
        return profile;
    }

    /** Returns what can be traded if the last second's chain was analysed, else null. */
    ChainView tradable() {
        return tradable;
    }

    /** At-the-money volatility of the first expiry, if it is today's. */
    private double volatilityToday(Moment now) {
        ChainArrays arrays = chain.arrays();
        double[] vols = VolatilitySurface.atForwardByExpiry(arrays, chain.ladder());
        for (int expiry = 0; expiry < vols.length; expiry++) {
            long date = TradingCalendar.newYork().date(arrays.expiryTimesMillis()[expiry]);
            if (date == now.date() && !Double.isNaN(vols[expiry])) {
                return vols[expiry];
            }
        }
        return Double.NaN;
    }

    private void publishTheoretical(FeatureVector.Builder out) {
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < chain.size(); i++) {
            double bid = chain.arrays().column(ChainColumn.BID)[i];
            double ask = chain.arrays().column(ChainColumn.ASK)[i];
            double mid = 0.5 * (bid + ask);
            double theoretical = chain.day(ChainBook.Day.THEORETICAL)[i];
            double openInterest = chain.arrays().column(ChainColumn.OPEN_INTEREST)[i];
            if (theoretical > 0 && openInterest > 0 && (ask - bid) / mid < WIDEST_SPREAD) {
                weighted += openInterest * (mid - theoretical) / theoretical;
                weights += openInterest;
            }
        }
        out.setOrMissing(
                Feature.THEORETICAL_DEVIATION,
                weights > 0 ? weighted / weights : Double.NaN,
                Quality.ABSENT);
    }

    private double medianSpread() {
        double[] spreads = new double[chain.size()];
        int count = 0;
        for (int i = 0; i < chain.size(); i++) {
            double bid = chain.arrays().column(ChainColumn.BID)[i];
            double ask = chain.arrays().column(ChainColumn.ASK)[i];
            if (bid > 0 && ask > 0) {
                spreads[count++] = (ask - bid) / (0.5 * (ask + bid));
            }
        }
        Arrays.sort(spreads, 0, count);
        return RobustScore.median(spreads, count);
    }

    void publish(Moment now, UnderlyingNow underlying, FeatureVector.Builder out) {
        if (!fed) {
            return;
        }
        out.merge(ofChain);
        if (chain.analysedMillis() != Long.MIN_VALUE) {
            PriceMeasures.publishAge(Feature.CHAIN_AGE, now, chain.analysedMillis(), out);
        }
        flow.publish(now, out);
        scores.publish(now, underlying.halfHourVol(), underlying.volForecast(), out);
        if (flow.fed()) {
            trio.publish(now, flow, impliedVol(), impliedVolRatio(), out);
            ratios.publish(now, out);
            premium.publish(now, out);
        }
        dealers.publish(now, flow.dayGamma(), flow.fed(), underlying.dayTurnover(), out);
        zeroDte.publish(now, vannaToday, volToday, underlying.fiveMinuteVol(), flow, out);
        exhaustion.publish(now, underlying.mid(), out.valueOrNaN(Feature.RELATIVE_FLOW_INDEX), out);
        if (ofChain.has(Feature.A_MSPI)) {
            out.setOrMissing(Feature.A_SSI, stability.stability(), Quality.WARMUP);
        }
        thresholds.publish(now, out);
    }

    /** Returns the present thresholds at whole minutes of regular trading, else null. */
    Thresholds thresholds(Moment now, String symbol) {
        if (!fed || !now.isOpen() || !now.isWholeMinute()) {
            return null;
        }
        List<ThresholdLevels> levels = new ArrayList<>(thresholds.levels(now.session()));
        levels.add(StaticLevels.orDynamic(Feature.GIB_Z, dealers.gaugeRanks(), now.session()));
        return new Thresholds(new SnapshotId(symbol, now.endMillis()), now.session(), levels);
    }

    /** Parts that release 0.1.0 has too, in the order of its bytes. */
    private List<BinaryState> parts() {
        return List.of(chain, flow, trio, dealers, scores, zeroDte, stability);
    }

    private List<BinaryState> laterParts() {
        return List.of(thresholds, premium, ratios, exhaustion);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(fed);
        if (!fed) {
            return;
        }
        out.writeDouble(vannaToday);
        out.writeDouble(volToday);
        ofChain.writeTo(out);
        for (BinaryState part : parts()) {
            part.writeTo(out);
        }
        for (BinaryState part : laterParts()) {
            part.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "option-market");
        fed = in.readBoolean();
        if (!fed) {
            return;
        }
        vannaToday = in.readDouble();
        volToday = in.readDouble();
        ofChain = FeatureVector.readFrom(in);
        for (BinaryState part : parts()) {
            part.readFrom(in);
        }
        if (version == RELEASED) {
            thresholds.readReleased(in);
            return;
        }
        for (BinaryState part : laterParts()) {
            part.readFrom(in);
        }
    }
}
