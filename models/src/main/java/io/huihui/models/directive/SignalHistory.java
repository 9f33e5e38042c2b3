package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/** What signals need to remember of one symbol: at most about 25 KiB. */
final class SignalHistory implements BinaryState {

    /** Closes whose mean a bubble is measured from. */
    private static final int MOST_CLOSES = 20;

    private static final long NEVER = Long.MIN_VALUE;

    private static final int STATE_VERSION = 1;

    private final SignalRanks ranks = new SignalRanks();
    private final MinuteExtremes prices = new MinuteExtremes();
    private final MinuteExtremes surges = new MinuteExtremes();
    private final MinuteExtremes flows = new MinuteExtremes();
    private final MinuteExtremes structure = new MinuteExtremes();
    private final ArrayDeque<Double> closes = new ArrayDeque<>();
    private long date = NEVER;
    private double lastMid = Double.NaN;

    /** Of the newest analysed chain; null before the first. */
    private StrikeReading strikes;

    /** Takes note of what comes before the signals of a second are looked for. */
    void begin(DeskMarket market) {
        if (market.strikes() != null) {
            strikes = market.strikes();
        }
        long today = TradingCalendar.newYork().date(market.snapshot().id().secondEndMillis() - 1);
        if (today != date) {
            if (date != NEVER && !Double.isNaN(lastMid)) {
                closes.addLast(lastMid);
                if (closes.size() > MOST_CLOSES) {
                    closes.removeFirst();
                }
            }
            date = today;
        }
    }

    /** Takes the second in, after its signals were found. */
    void remember(DeskMarket market) {
        FeatureVector features = market.snapshot().features();
        long now = market.snapshot().id().secondEndMillis();
        ranks.remember(market, strikes);
        prices.remember(now, features.orNaN(Feature.MID));
        surges.remember(now, features.orNaN(Feature.VAPI_FA_5M));
        flows.remember(now, Math.abs(features.orNaN(Feature.RELATIVE_FLOW_INDEX)));
        structure.remember(now, features.orNaN(Feature.A_MSPI));
        double mid = features.orNaN(Feature.MID);
        lastMid = Double.isNaN(mid) ? lastMid : mid;
    }

    /** Returns the rank of a measure now, 0..1; NaN when it is missing or too new. */
    double rank(SignalMeasure measure, DeskMarket market) {
        return ranks.rank(measure, measure.of(market, strikes));
    }

    /** Returns +1 at a new high of 30 minutes, -1 at a new low, else 0. */
    int newExtreme(DeskMarket market) {
        long now = market.snapshot().id().secondEndMillis();
        double mid = market.snapshot().features().orNaN(Feature.MID);
        return mid > prices.high(now) ? 1 : mid < prices.low(now) ? -1 : 0;
    }

    MinuteExtremes surges() {
        return surges;
    }

    MinuteExtremes flows() {
        return flows;
    }

    MinuteExtremes structure() {
        return structure;
    }

    StrikeReading strikes() {
        return strikes;
    }

    /** Returns the mean of the last 20 closes; NaN before there are so many. */
    double meanClose() {
        return closes.size() < MOST_CLOSES
                ? Double.NaN
                : closes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private List<BinaryState> parts() {
        return List.of(ranks, prices, surges, flows, structure);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        for (BinaryState part : parts()) {
            part.writeTo(out);
        }
        out.writeByte(closes.size());
        for (double close : closes) {
            out.writeDouble(close);
        }
        out.writeLong(date);
        out.writeDouble(lastMid);
        out.writeBoolean(strikes != null);
        if (strikes != null) {
            out.writeDouble(strikes.strike());
            out.writeDouble(strikes.multiplicative());
            out.writeDouble(strikes.directional());
            out.writeDouble(strikes.volatilityFocused());
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "signal history");
        for (BinaryState part : parts()) {
            part.readFrom(in);
        }
        closes.clear();
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            closes.add(in.readDouble());
        }
        date = in.readLong();
        lastMid = in.readDouble();
        strikes =
                in.readBoolean()
                        ? new StrikeReading(
                                in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble())
                        : null;
    }
}
