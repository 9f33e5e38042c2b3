package io.huihui.models.expert.sentiment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The fresh news of one symbol: time and lexicon score of the last items, bounded. */
final class NewsMemory {

    /** More than a busy symbol gets in an hour; the oldest go first. */
    static final int CAPACITY = 64;

    /** After this age an item weighs less than a quarter and is left out. */
    static final long FRESH_MILLIS = 60 * 60_000L;

    /** Half-life of an item's weight. */
    private static final double HALF_LIFE_MILLIS = 30 * 60_000.0;

    private final List<Long> times = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();

    /** Remembers an item; kept in the order of time, equal times in the order of arrival. */
    void add(long timeMillis, double score) {
        int at = times.size();
        while (at > 0 && times.get(at - 1) > timeMillis) {
            at--;
        }
        times.add(at, timeMillis);
        scores.add(at, score);
        if (times.size() > CAPACITY) {
            times.remove(0);
            scores.remove(0);
        }
    }

    /** Forgets what is no longer fresh at a time. */
    void forgetBefore(long nowMillis) {
        while (!times.isEmpty() && times.get(0) < nowMillis - FRESH_MILLIS) {
            times.remove(0);
            scores.remove(0);
        }
    }

    /** Items received before {@code nowMillis}: what comes later is not known yet. */
    int count(long nowMillis) {
        int count = 0;
        while (count < times.size() && times.get(count) < nowMillis) {
            count++;
        }
        return count;
    }

    /** Mean score weighted by freshness, of the items known; NaN when there is none. */
    double score(long nowMillis) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < count(nowMillis); i++) {
            double weight = Math.pow(0.5, (nowMillis - times.get(i)) / HALF_LIFE_MILLIS);
            sum += weight * scores.get(i);
            weights += weight;
        }
        return weights == 0 ? Double.NaN : Math.max(-1, Math.min(1, sum / weights));
    }

    /** Age of the newest known item; null when there is none. */
    Long age(long nowMillis) {
        int count = count(nowMillis);
        return count == 0 ? null : nowMillis - times.get(count - 1);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(times.size());
        for (int i = 0; i < times.size(); i++) {
            out.writeLong(times.get(i));
            out.writeDouble(scores.get(i));
        }
    }

    void readFrom(DataInput in) throws IOException {
        times.clear();
        scores.clear();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            times.add(in.readLong());
            scores.add(in.readDouble());
        }
    }
}
