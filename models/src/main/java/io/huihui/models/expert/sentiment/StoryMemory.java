package io.huihui.models.expert.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.serialization.BinaryState;
import io.huihui.models.text.NearDuplicates;
import io.huihui.models.text.Novelty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The stories of one symbol in the last hour, repeats left out. A story may come early and out of
 * order: it waits until its time has passed, and is then taken in the order of event time. Bounded.
 */
final class StoryMemory implements BinaryState {

    /** After this age a story weighs a quarter and is left out. */
    static final long FRESH_MILLIS = 60 * 60_000L;

    /** More than a busy symbol gets in an hour; the oldest go first. */
    private static final int CAPACITY = 128;

    /** More than come while a watermark is behind; the oldest is then taken before its time. */
    private static final int MOST_WAITING = 1_024;

    /** Half-life of a story's weight in the score. */
    private static final double HALF_LIFE_MILLIS = 30 * 60_000.0;

    /** What another source repeats confirms, but says nothing new. */
    private static final double ECHO_WEIGHT = 0.5;

    /** Evidence of a burst that counts as a full one, natural logarithm of one in so much. */
    private static final double FULL_BURST = 20;

    /**
     * Up to the first a burst has not leaned to a side on simulated markets, from the second on it
     * has no more.
     */
    private static final double QUIET_BURST = 0.25;

    private static final double LOUD_BURST = 0.5;

    /** How fast the memory of a burst fades. */
    private static final double BURST_HALF_LIFE_MILLIS = 15 * 60_000.0;

    private static final int STATE_VERSION = 1;

    private final TreeSet<Story> waiting = new TreeSet<>(Story.BY_TIME);
    private final List<Story> stories = new ArrayList<>();
    private final NearDuplicates duplicates = new NearDuplicates();
    private final StoryBurst burst = new StoryBurst();

    /** Strongest burst of late, signed by its tone, as of {@code nowMillis}. */
    private double shock;

    private long nowMillis = Long.MIN_VALUE;

    /** Takes a story; one published more than an hour before it was received is no news. */
    void hear(NewsMention mention) {
        NewsItem item = mention.item();
        if (item.receivedTimeMillis() - item.publishedTimeMillis() <= FRESH_MILLIS) {
            waiting.add(Story.of(mention));
        }
        if (waiting.size() > MOST_WAITING) {
            take(waiting.pollFirst());
        }
    }

    /** Moves on to the end of a second: what was received before it is known now. */
    void advance(long endMillis) {
        while (!waiting.isEmpty() && waiting.first().timeMillis() < endMillis) {
            take(waiting.pollFirst());
        }
        stories.removeIf(story -> story.timeMillis() < endMillis - FRESH_MILLIS);
        if (nowMillis != Long.MIN_VALUE && endMillis > nowMillis) {
            shock *= Math.pow(0.5, (endMillis - nowMillis) / BURST_HALF_LIFE_MILLIS);
        }
        nowMillis = Math.max(nowMillis, endMillis);
        burst.advance(nowMillis);
        Double tone = burst.tone();
        double heard = tone == null ? 0 : tone * burst();
        if (Math.abs(heard) > Math.abs(shock)) {
            shock = heard;
        }
    }

    private void take(Story story) {
        burst.advance(story.timeMillis());
        burst.add(
                story.timeMillis(),
                story.source(),
                story.fingerprint(),
                "",
                story.trust(),
                story.tone());
        Novelty novelty = duplicates.judge(story.timeMillis(), story.source(), story.fingerprint());
        if (novelty == Novelty.REPEAT) {
            return;
        }
        Story taken = novelty == Novelty.ECHO ? story.asEcho() : story;
        stories.add(taken);
        if (stories.size() > CAPACITY) {
            stories.remove(0);
        }
    }

    /** Returns how many stories are fresh. */
    int count() {
        return stories.size();
    }

    /** Returns how many fresh stories have a tone. */
    int readCount() {
        return (int) stories.stream().filter(Story::isRead).count();
    }

    /** Returns the share of fresh stories that nobody had told before; NaN when there is none. */
    double noveltyShare() {
        return stories.stream()
                .mapToDouble(story -> story.echo() ? 0 : 1)
                .average()
                .orElse(Double.NaN);
    }

    /** Returns the age of the newest; null when none is fresh. */
    Long age() {
        return stories.isEmpty() ? null : nowMillis - stories.get(stories.size() - 1).timeMillis();
    }

    /** Returns the mean tone by trust, age and novelty, -1..1; NaN when none was read. */
    double score() {
        double weights = 0;
        for (Story story : stories) {
            weights += story.isRead() ? weight(story) : 0;
        }
        double score = weights == 0 ? Double.NaN : tone() / weights;
        return Double.isNaN(score) ? score : Math.max(-1, Math.min(1, score));
    }

    /** Returns the standard deviation of the tones, weighted alike; NaN with fewer than two. */
    double spread() {
        if (readCount() < 2) {
            return Double.NaN;
        }
        double mean = score();
        double sum = 0;
        double weights = 0;
        for (Story story : stories) {
            if (story.isRead()) {
                double weight = weight(story);
                sum += weight * (story.tone() - mean) * (story.tone() - mean);
                weights += weight;
            }
        }
        return Math.sqrt(sum / weights);
    }

    /** Returns the sum of the tones by trust, age and novelty. */
    double tone() {
        double sum = 0;
        for (Story story : stories) {
            sum += story.isRead() ? weight(story) * story.tone() : 0;
        }
        return sum;
    }

    private double weight(Story story) {
        double fresh = Math.pow(0.5, (nowMillis - story.timeMillis()) / HALF_LIFE_MILLIS);
        return story.trust() * fresh * (story.echo() ? ECHO_WEIGHT : 1);
    }

    /** Returns how unusual the number of stories of the last minutes is, 0..1. */
    double burst() {
        return Math.min(1, burst.surprise() / FULL_BURST);
    }

    /** Returns the mean tone of a burst as far as it is loud, -1..1; 0 where nothing is unusual. */
    double loudTone() {
        Double tone = burst.tone();
        double loud = (burst() - QUIET_BURST) / (LOUD_BURST - QUIET_BURST);
        return tone == null ? 0 : tone * Math.max(0, Math.min(1, loud));
    }

    /** Returns the strongest burst of the last minutes, signed by its tone and faded, -1..1. */
    double shock() {
        return shock;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        write(waiting, out);
        write(stories, out);
        duplicates.writeTo(out);
        burst.writeTo(out);
        out.writeDouble(shock);
        out.writeLong(nowMillis);
    }

    private static void write(Collection<Story> all, DataOutput out) throws IOException {
        out.writeInt(all.size());
        for (Story story : all) {
            story.writeTo(out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "story memory");
        waiting.clear();
        stories.clear();
        for (int left = in.readInt(); left > 0; left--) {
            waiting.add(Story.readFrom(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            stories.add(Story.readFrom(in));
        }
        duplicates.readFrom(in);
        burst.readFrom(in);
        shock = in.readDouble();
        nowMillis = in.readLong();
    }
}
