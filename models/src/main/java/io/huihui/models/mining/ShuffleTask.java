package io.huihui.models.mining;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A series that is to be shuffled some times: the piece of work that goes to any processor. What
 * comes out depends on the numbers of the shuffles alone, so it does not matter who does which.
 */
public final class ShuffleTask implements BinaryState {

    /**
     * Shuffles of a task: a second or so for ten thousand steps, so that all processors are busy to
     * the end.
     */
    private static final int SHUFFLES = 10;

    private static final int STATE_VERSION = 1;

    private String symbol = "";
    private MiningChannel channel = MiningChannel.RETURN;
    private int first;
    private int count;
    private double[] series = {};
    private int[] partOfDay = {};

    /** For restore. */
    public ShuffleTask() {}

    private ShuffleTask(
            String symbol,
            MiningChannel channel,
            int first,
            int count,
            double[] series,
            int[] partOfDay) {
        this.symbol = symbol;
        this.channel = channel;
        this.first = first;
        this.count = count;
        this.series = series;
        this.partOfDay = partOfDay;
    }

    /** Returns the tasks of a history: all shuffles of all channels. */
    public static List<ShuffleTask> of(SymbolHistory history, MiningConfig config) {
        List<ShuffleTask> tasks = new ArrayList<>();
        for (MiningChannel channel : MiningChannel.values()) {
            double[] series = history.series(channel);
            for (int first = 0; first < config.shuffles(); first += SHUFFLES) {
                int count = Math.min(SHUFFLES, config.shuffles() - first);
                tasks.add(
                        new ShuffleTask(
                                history.symbol(),
                                channel,
                                first,
                                count,
                                series,
                                history.partsOfDay()));
            }
        }
        return tasks;
    }

    /** Returns what the shuffled series show. */
    public ShuffledHighest run(MiningConfig config) {
        if (!new SeriesWindows(series, config.windowSteps()).haveShapes()) {
            return new ShuffledHighest(symbol, channel, first, Collections.nCopies(count, 0.0));
        }
        ShuffledSeries shuffler = new ShuffledSeries(series, partOfDay, config.autoregression());
        List<Double> highest = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            double[] shuffled = shuffler.shuffled(config.seed(symbol, channel.name(), number));
            highest.add(MatrixProfile.highest(new SeriesWindows(shuffled, config.windowSteps())));
        }
        return new ShuffledHighest(symbol, channel, first, highest);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeUTF(symbol);
        out.writeByte(channel.ordinal());
        out.writeInt(first);
        out.writeInt(count);
        out.writeInt(series.length);
        for (int i = 0; i < series.length; i++) {
            out.writeDouble(series[i]);
            out.writeInt(partOfDay[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "shuffles to be made");
        symbol = in.readUTF();
        channel = MiningChannel.values()[in.readUnsignedByte()];
        first = in.readInt();
        count = in.readInt();
        series = new double[in.readInt()];
        partOfDay = new int[series.length];
        for (int i = 0; i < series.length; i++) {
            series[i] = in.readDouble();
            partOfDay[i] = in.readInt();
        }
    }
}
