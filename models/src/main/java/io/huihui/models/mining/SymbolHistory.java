package io.huihui.models.mining;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is known of a symbol's past: a series per channel on the same steps, and events. */
public final class SymbolHistory implements BinaryState {

    private static final int STATE_VERSION = 1;

    private static final long DAY_MILLIS = 86_400_000L;
    private static final long PART_MILLIS = 1_800_000L;

    private String symbol = "";

    /** By step, in order of time. */
    private long[] endMillis = {};

    /** [channel][step]; NaN is missing. */
    private double[][] values = new double[MiningChannel.count()][0];

    private final List<MinedEvent> events = new ArrayList<>();

    /** For restore. */
    public SymbolHistory() {}

    /**
     * Returns the history of a symbol. Where steps are missing, overnight for one, a step without
     * values stands between, so that no shape goes across.
     *
     * @param points in any order; of those of one step the highest revision counts
     * @param events in any order
     * @param stepMillis between the ends of two steps
     * @throws io.huihui.models.InvalidRecordException when there are more than {@link
     *     MiningConfig#MOST_STEPS} steps, or two points of the same time and revision
     */
    public static SymbolHistory of(
            String symbol,
            Iterable<SeriesPoint> points,
            Iterable<MinedEvent> events,
            long stepMillis) {
        NavigableMap<Long, SeriesPoint> steps = new TreeMap<>();
        for (SeriesPoint point : points) {
            steps.merge(point.endMillis(), point, SymbolHistory::later);
        }
        SymbolHistory history = new SymbolHistory();
        history.symbol = symbol;
        history.set(withGaps(steps, stepMillis));
        events.forEach(history.events::add);
        return history;
    }

    private static SeriesPoint later(SeriesPoint one, SeriesPoint other) {
        Require.that(
                one.revision() != other.revision(),
                "one record of each step and revision",
                () ->
                        "two of "
                                + one.symbol()
                                + " at "
                                + one.endMillis()
                                + ": recordings of the same time cannot be mined together");
        return one.revision() > other.revision() ? one : other;
    }

    private static SortedMap<Long, SeriesPoint> withGaps(
            NavigableMap<Long, SeriesPoint> steps, long stepMillis) {
        SortedMap<Long, SeriesPoint> all = new TreeMap<>(steps);
        for (SeriesPoint point : steps.values()) {
            Long next = steps.higherKey(point.endMillis());
            if (next != null && next > point.endMillis() + stepMillis) {
                all.put(point.endMillis() + stepMillis, missing(point));
            }
        }
        return all;
    }

    private static SeriesPoint missing(SeriesPoint before) {
        List<Double> nothing = new ArrayList<>();
        before.values().forEach(value -> nothing.add(Double.NaN));
        return new SeriesPoint(before.symbol(), before.endMillis(), 0, nothing);
    }

    private void set(SortedMap<Long, SeriesPoint> steps) {
        Require.that(
                steps.size() <= MiningConfig.MOST_STEPS,
                "at most " + MiningConfig.MOST_STEPS + " steps of a symbol",
                () -> steps.size() + " of " + symbol + ": mine fewer sessions, or longer steps");
        endMillis = new long[steps.size()];
        values = new double[MiningChannel.count()][steps.size()];
        double priceBefore = Double.NaN;
        int step = 0;
        for (var each : steps.entrySet()) {
            endMillis[step] = each.getKey();
            for (MiningChannel channel : MiningChannel.values()) {
                double value = each.getValue().values().get(channel.ordinal());
                values[channel.ordinal()][step] = value;
            }
            double price = values[MiningChannel.RETURN.ordinal()][step];
            values[MiningChannel.RETURN.ordinal()][step] = Math.log(price / priceBefore);
            priceBefore = price;
            step++;
        }
    }

    public String symbol() {
        return symbol;
    }

    public int steps() {
        return endMillis.length;
    }

    /** Returns the end of a step. */
    public long endMillis(int step) {
        return endMillis[step];
    }

    /** Returns the values of a channel by step; NaN is missing. */
    public double[] series(MiningChannel channel) {
        return values[channel.ordinal()].clone();
    }

    /** Returns the half hour of the day of each step, by number. */
    public int[] partsOfDay() {
        return Arrays.stream(endMillis)
                .mapToInt(end -> (int) ((end - 1) % DAY_MILLIS / PART_MILLIS))
                .toArray();
    }

    public List<MinedEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeUTF(symbol);
        out.writeInt(endMillis.length);
        for (int step = 0; step < endMillis.length; step++) {
            out.writeLong(endMillis[step]);
            for (double[] channel : values) {
                out.writeDouble(channel[step]);
            }
        }
        out.writeInt(events.size());
        for (MinedEvent event : events) {
            out.writeLong(event.timeMillis());
            out.writeUTF(event.name());
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "history of a symbol");
        symbol = in.readUTF();
        endMillis = new long[in.readInt()];
        values = new double[MiningChannel.count()][endMillis.length];
        for (int step = 0; step < endMillis.length; step++) {
            endMillis[step] = in.readLong();
            for (double[] channel : values) {
                channel[step] = in.readDouble();
            }
        }
        events.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            events.add(new MinedEvent(symbol, in.readLong(), in.readUTF()));
        }
    }
}
