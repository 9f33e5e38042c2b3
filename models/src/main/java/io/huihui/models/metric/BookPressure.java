package io.huihui.models.metric;

import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which side of the book waits with more: the imbalance of five levels, averaged over time with a
 * half-life, where a level counts at most {@link #MOST_QUEUES} of its usual size. Layers of orders
 * that never mean to trade are large and rest behind the best price, so the cut takes their say.
 */
public final class BookPressure implements BinaryState {

    private static final int VERSION = 1;

    /** Levels of the book that count. */
    static final int LEVELS = 5;

    /** A level weighs exp(-level / 2), as in BOOK_IMBALANCE. */
    private static final double[] WEIGHTS = weights();

    /** Waiting orders of half a minute ago count half. */
    private static final double HALF_LIFE_MILLIS = 30_000;

    private static final double DECAY = Math.log(2) / HALF_LIFE_MILLIS;

    /** An honest queue is seldom above this many usual ones. */
    private static final double MOST_QUEUES = 2;

    /** Memory of a level's usual size, in books. */
    private static final double USUAL_WEIGHT = 1.0 / 400;

    private final double[] usual = new double[LEVELS];
    private long lastMillis = Long.MIN_VALUE;
    private double imbalance = Double.NaN;
    private double average = Double.NaN;

    /** Takes a book. */
    public void onDepth(Depth book) {
        onBook(book.eventTimeMillis(), book.bids(), book.asks());
    }

    private void onBook(long millis, BookSide bids, BookSide asks) {
        double difference = 0;
        double total = 0;
        for (int level = 0; level < LEVELS; level++) {
            double bid = level < bids.levels() ? bids.size(level) : 0;
            double ask = level < asks.levels() ? asks.size(level) : 0;
            double both = contribution(level, bid, ask);
            difference += both;
            total += WEIGHTS[level] * (cut(level, bid) + cut(level, ask));
        }
        take(millis, total > 0 ? difference / total : Double.NaN);
    }

    /**
     * Takes sizes of the best levels, best first, as arrays: for books that change a million times
     * a second.
     */
    public void onSizes(long millis, double[] bids, double[] asks) {
        double difference = 0;
        double total = 0;
        for (int level = 0; level < LEVELS; level++) {
            difference += contribution(level, bids[level], asks[level]);
            total += WEIGHTS[level] * (cut(level, bids[level]) + cut(level, asks[level]));
        }
        take(millis, total > 0 ? difference / total : Double.NaN);
    }

    /** Learns the level's usual size and returns its weighted difference. */
    private double contribution(int level, double bid, double ask) {
        double mean = 0.5 * (bid + ask);
        usual[level] =
                usual[level] > 0
                        ? usual[level] + USUAL_WEIGHT * (Math.min(mean, cap(level)) - usual[level])
                        : mean;
        return WEIGHTS[level] * (cut(level, bid) - cut(level, ask));
    }

    private double cut(int level, double size) {
        return Math.min(size, cap(level));
    }

    private double cap(int level) {
        return MOST_QUEUES * usual[level];
    }

    private void take(long millis, double newImbalance) {
        advance(millis);
        imbalance = newImbalance;
    }

    /** Lets the present imbalance act up to a time. */
    private void advance(long millis) {
        if (!Double.isNaN(imbalance)) {
            if (Double.isNaN(average)) {
                average = imbalance;
            } else if (millis > lastMillis) {
                average += (imbalance - average) * -Math.expm1(-DECAY * (millis - lastMillis));
            }
        }
        lastMillis = Math.max(millis, lastMillis);
    }

    /** Returns the average at a time, -1..1; NaN before the first book. */
    public double at(long millis) {
        advance(millis);
        return average;
    }

    void publish(Moment now, FeatureVector.Builder out) {
        out.setOrMissing(Feature.DEPTH_PRESSURE, at(now.endMillis()), Quality.ABSENT);
    }

    private static double[] weights() {
        double[] weights = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            weights[level] = Math.exp(-0.5 * level);
        }
        return weights;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        StateArrays.write(out, usual, LEVELS);
        out.writeLong(lastMillis);
        out.writeDouble(imbalance);
        out.writeDouble(average);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "book-pressure");
        StateArrays.readInto(in, usual);
        lastMillis = in.readLong();
        imbalance = in.readDouble();
        average = in.readDouble();
    }
}
