package io.huihui.models.expert.sentiment;

import io.huihui.models.text.NearDuplicates;
import io.huihui.models.text.Novelty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * The stories of one symbol in the last minutes, and how many are usual; bounded. What one source
 * sends twice within those minutes counts once. What it tells again later is loud again: a source
 * that has a few phrases for a subject would else be deaf to the second turn of the day.
 */
final class StoryBurst {

    /** A shock's stories come within three minutes of each other. */
    static final long WINDOW_MILLIS = 3 * 60_000L;

    /** More stories than this in the window say nothing more. */
    private static final int CAPACITY = 64;

    /** How fast the usual rate follows: long against a burst, short against a day. */
    private static final double HALF_LIFE_MILLIS = 60 * 60_000.0;

    /** Usual stories per millisecond before any were seen: six an hour. */
    private static final double FIRST_RATE = 6 / 3_600_000.0;

    /** Below one story an hour the rate is not believed. */
    private static final double LOWEST_RATE = 1 / 3_600_000.0;

    private record Story(long timeMillis, String id, double trust, double tone) {}

    private final NearDuplicates duplicates = new NearDuplicates(WINDOW_MILLIS);
    private final ArrayDeque<Story> stories = new ArrayDeque<>();

    /** As of {@code rateMillis}, of the stories that have left the window. */
    private double rate = FIRST_RATE;

    private long rateMillis = Long.MIN_VALUE;

    /**
     * Adds a story unless its source has told it in the window; returns whether it was added.
     *
     * @param source hash of the source
     * @param fingerprint of the text
     * @param tone NaN when it could not be read
     */
    boolean add(
            long timeMillis, long source, long fingerprint, String id, double trust, double tone) {
        if (duplicates.judge(timeMillis, source, fingerprint) == Novelty.REPEAT) {
            return false;
        }
        stories.addLast(new Story(timeMillis, id, trust, tone));
        if (stories.size() > CAPACITY) {
            stories.removeFirst();
        }
        return true;
    }

    /** Moves the window to a time; what leaves it goes into the usual rate. */
    void advance(long nowMillis) {
        long edge = nowMillis - WINDOW_MILLIS;
        while (!stories.isEmpty() && stories.peekFirst().timeMillis() < edge) {
            age(stories.removeFirst().timeMillis());
            rate += Math.log(2) / HALF_LIFE_MILLIS;
        }
        age(edge);
    }

    private void age(long toMillis) {
        if (rateMillis == Long.MIN_VALUE) {
            rateMillis = toMillis;
        } else if (toMillis > rateMillis) {
            rate *= Math.pow(0.5, (toMillis - rateMillis) / HALF_LIFE_MILLIS);
            rateMillis = toMillis;
        }
    }

    /** Forgets the stories, so that one burst alerts once. */
    void clear() {
        stories.clear();
    }

    int count() {
        return stories.size();
    }

    long firstMillis() {
        long first = Long.MAX_VALUE;
        for (Story story : stories) {
            first = Math.min(first, story.timeMillis());
        }
        return first;
    }

    /** Times of the stories, in the order in which they came. */
    long[] times() {
        return stories.stream().mapToLong(Story::timeMillis).toArray();
    }

    String lastId() {
        return stories.peekLast().id();
    }

    /** Trust-weighted mean tone; null when none could be read. */
    Double tone() {
        double sum = 0;
        double weights = 0;
        for (Story story : stories) {
            if (!Double.isNaN(story.tone())) {
                sum += story.trust() * story.tone();
                weights += story.trust();
            }
        }
        return weights == 0 ? null : Math.max(-1, Math.min(1, sum / weights));
    }

    /**
     * Returns -ln of the chance that as many stories or more come at the usual rate in the window.
     */
    double surprise() {
        double expected = Math.max(rate, LOWEST_RATE) * WINDOW_MILLIS;
        double term = Math.exp(-expected);
        double below = 0;
        for (int k = 0; k < stories.size(); k++) {
            below += term;
            term *= expected / (k + 1);
        }
        // The tail from its first term when 1 - below has lost its digits.
        double tail = Math.max(1 - below, term);
        return -Math.log(Math.min(1, Math.max(tail, Double.MIN_NORMAL)));
    }

    void writeTo(DataOutput out) throws IOException {
        duplicates.writeTo(out);
        out.writeDouble(rate);
        out.writeLong(rateMillis);
        out.writeInt(stories.size());
        for (Iterator<Story> all = stories.iterator(); all.hasNext(); ) {
            Story story = all.next();
            out.writeLong(story.timeMillis());
            out.writeUTF(story.id());
            out.writeDouble(story.trust());
            out.writeDouble(story.tone());
        }
    }

    void readFrom(DataInput in) throws IOException {
        duplicates.readFrom(in);
        stories.clear();
        rate = in.readDouble();
        rateMillis = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            stories.addLast(
                    new Story(in.readLong(), in.readUTF(), in.readDouble(), in.readDouble()));
        }
    }
}
