package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.OptionQuote;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeGrid;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.ThresholdLevels;
import io.huihui.models.feature.Thresholds;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of one symbol: chain, customer flow, dealers and strikes. What follows from an
 * analysis of the chain is kept and published every second until the next one.
 */
final class OptionMarket implements BinaryState {

    private static final int VERSION = 2;

    /** Release 0.1.0: three thresholds, no premium at strikes, no exhaustion. */
    private static final int RELEASED = 1;

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
    private final HeatMap heat = new HeatMap();
    private final ProviderGreeks providers = new ProviderGreeks();
    private boolean fed;
    private FeatureVector ofChain = new FeatureVector.Builder().build();
    private double vannaToday = Double.NaN;
    private double volToday = Double.NaN;

    /** Results of the last second beside its snapshot; not stored. */
    private StrikeProfile profile;

    private ChainView tradable;
    private List<StrikeGrid> grids = List.of();
    private List<ProviderUnits> units = List.of();
    private long refusedSlices;

    /** Begins a New York date; a daily close of volatility is taken by the caller before. */
    void startDay(Moment now) {
        chain.startDay(now.endMillis() - Moment.SECOND_MILLIS);
        flow.startDay();
        dealers.startDay();
        providers.startDay();
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
        if (providers.isRefused(slice.source())) {
            refusedSlices++;
            return;
        }
        providers.offer(slice);
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

    /**
     * Ends a second.
     *
     * @param volatilityRank of implied volatility among a year of closes; NaN when not known
     */
    void close(Moment now, double spot, double volatilityRank, String symbol, MetricConfig config) {
        profile = null;
        tradable = null;
        grids = List.of();
        units = List.of();
        if (!fed) {
            return;
        }
        flow.close(now);
        if (chain.analyse(now, spot, providers.isWaiting(), config)) {
            SnapshotId id = new SnapshotId(symbol, now.endMillis());
            units = providers.judge(id, chain);
            if (units.stream().anyMatch(each -> each.refusal() != null)) {
                chain.clear();
                ofChain = new FeatureVector.Builder().build();
            } else {
                analysed(now, spot, id, volatilityRank, config.multipliers());
            }
        }
        providers.forget();
        scores.observe(
                now, ofChain.orNaN(Feature.ATM_IV_30D), ofChain.orNaN(Feature.SKEW_25_DELTA));
    }

    /** Returns the strikes when the chain was analysed in the last second, else null. */
    StrikeProfile profile() {
        return profile;
    }

    /** Returns them by days to expiry, none when the chain was not analysed. */
    List<StrikeGrid> grids() {
        return grids;
    }

    /** Returns what the last second told about the units of providers. */
    List<ProviderUnits> units() {
        return units;
    }

    /** Returns how many slices of refused providers were left out since the start or restore. */
    long refusedSlices() {
        return refusedSlices;
    }

    private void analysed(
            Moment now,
            double spot,
            SnapshotId id,
            double volatilityRank,
            RegimeMultipliers regimes) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        ConstantMaturity surface = ConstantMaturity.of(chain.arrays(), chain.ladder());
        StrikeTable table = new StrikeTable(chain, spot, now);
        surface.publish(spot, out);
        double impliedVol = out.valueOrNaN(Feature.ATM_IV_30D);
        dealers.publishChain(now, chain.analytics(), table, spot, impliedVol, out);
        ZeroDte.publishChain(table, out);
        flow.medianSpread(chain.medianRelativeSpread());
        if (flow.fed()) {
            premium.onChain(table, spot, out);
        }
        vannaToday =
                StrikeMath.absoluteSum(table.vannaToday) > 0 ? table.vannaDealersToday : Double.NaN;
        volToday = ConstantMaturity.atForwardOn(now.date(), chain.arrays(), chain.ladder());
        if (table.held > 0) {
            StrikeStructure structure =
                    new StrikeStructure(
                            table,
                            spot,
                            surface.nearest(),
                            now,
                            regimes.of(volatilityRank, impliedVol));
            structure.publish(out);
            stability.offer(now, table.strikes, structure.position());
            Smiles smiles = Smiles.of(chain.arrays());
            smiles.publish(out);
            table.addResiduals(smiles);
            profile =
                    new StrikeProfile(
                            id, spot, structure.rows(premium.againstHistory(table.netPremium)));
            grids = heat.grids(id, now, spot, table.strikes, table.cells);
        }
        ofChain = out.build();
        tradable = TradableContracts.of(chain, spot, now);
    }

    /** Returns what can be traded if the last second's chain was analysed, else null. */
    ChainView tradable() {
        return tradable;
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
        providers.publish(out);
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
        return List.of(thresholds, premium, ratios, exhaustion, heat, providers);
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
