package io.huihui.models.expert.sentiment;

import io.huihui.models.Require;
import io.huihui.models.event.NewsItem;
import io.huihui.models.serialization.BinaryState;
import io.huihui.models.text.Simhash;
import io.huihui.models.text.TextHash;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Finds news shocks of one symbol: more new stories than usual within three minutes, and a price
 * that answered one of them by a move larger than it usually makes. Either alone is no shock.
 * Stories and prices are to come in the order of event time; the answer comes with the story or
 * price that completes the evidence.
 *
 * <p>The evidence is the sum of -ln(chance) of both, and each has to reach its own least. Time is
 * when a story was received: a publisher's clock that runs fast changes nothing, and a story
 * published long before it was received is old and no part of a burst. What one source sends twice
 * within minutes counts once; what several sources tell alike counts for each, for that is what a
 * burst is.
 */
public final class ShockDetector implements BinaryState {

    /** One story is no burst. */
    private static final int LEAST_STORIES = 2;

    /** Below this the price has not confirmed anything. */
    private static final double LEAST_PRICE_Z = 5;

    /**
     * Evidence of an alert, natural logarithm of one in so much; more finds no fewer shocks until
     * 24 and gives fewer false alerts.
     */
    private static final double LEAST_EVIDENCE = 24;

    /** The price of this long before the first story is the one before the shock. */
    private static final long BEFORE_MILLIS = 1_000;

    /** How long after a story a move may be its answer. */
    private static final long REACH_MILLIS = 60_000;

    /**
     * A move of less time than this is measured against the deviation of this time: quotes do not
     * all move in the same second.
     */
    private static final double LEAST_ELAPSED_MILLIS = 2_000;

    /** A story published longer than this before it was received tells nothing new. */
    private static final long OLDEST_MILLIS = 15 * 60_000L;

    /** After an alert its own stories come for one window, and stay in the next. */
    private static final long QUIET_MILLIS = 2 * StoryBurst.WINDOW_MILLIS;

    private static final int STATE_VERSION = 1;

    private final StoryBurst burst = new StoryBurst();
    private final RecentPrices prices = new RecentPrices();
    private long quietUntilMillis = Long.MIN_VALUE;

    /** Newest event time seen: a story that comes late is judged at it, not in the past. */
    private long latestMillis = Long.MIN_VALUE;

    private long suppressed;

    /**
     * Takes a story that names the symbol.
     *
     * @param tone what it says; null when it could not be read
     * @return the shock it completes; null when there is none
     */
    public Shock observe(String symbol, NewsItem item, Tone tone) {
        long now = item.receivedTimeMillis();
        if (now - item.publishedTimeMillis() > OLDEST_MILLIS) {
            suppressed++;
            return null;
        }
        latestMillis = Math.max(latestMillis, now);
        burst.advance(latestMillis);
        boolean added =
                burst.add(
                        now,
                        TextHash.of(item.source()),
                        Simhash.of(item.headline()),
                        item.id(),
                        SourceTrust.of(item.source()),
                        tone == null ? Double.NaN : tone.score());
        if (!added) {
            suppressed++;
            return null;
        }
        return judge(symbol, latestMillis);
    }

    /** Takes the price at a time; returns the shock it completes, or null. */
    public Shock observe(String symbol, long timeMillis, double price) {
        Require.positive("price", price);
        latestMillis = Math.max(latestMillis, timeMillis);
        prices.add(timeMillis, price);
        burst.advance(latestMillis);
        return judge(symbol, latestMillis);
    }

    /** The move after one of the stories that stands out most; NaN when none can be judged. */
    private double move() {
        double largest = Double.NaN;
        for (long story : burst.times()) {
            double z =
                    prices.largestMove(story - BEFORE_MILLIS, REACH_MILLIS, LEAST_ELAPSED_MILLIS);
            if (!(Math.abs(z) <= Math.abs(largest)) && !Double.isNaN(z)) {
                largest = z;
            }
        }
        return largest;
    }

    /** Returns how many stories were left out because they repeat another or are old. */
    public long suppressed() {
        return suppressed;
    }

    private Shock judge(String symbol, long now) {
        if (burst.count() < LEAST_STORIES || now < quietUntilMillis) {
            return null;
        }
        double z = move();
        if (!(Math.abs(z) >= LEAST_PRICE_Z)) {
            return null;
        }
        // The tail of a normal deviate is about exp(-z^2 / 2).
        double evidence = burst.surprise() + z * z / 2;
        if (evidence < LEAST_EVIDENCE) {
            return null;
        }
        Shock shock =
                new Shock(
                        symbol,
                        now,
                        burst.firstMillis(),
                        burst.lastId(),
                        burst.count(),
                        Math.sqrt(2 * evidence),
                        z > 0 ? 1 : -1,
                        z,
                        burst.tone());
        quietUntilMillis = now + QUIET_MILLIS;
        burst.clear();
        return shock;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        burst.writeTo(out);
        prices.writeTo(out);
        out.writeLong(quietUntilMillis);
        out.writeLong(latestMillis);
        out.writeLong(suppressed);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "shock detector");
        burst.readFrom(in);
        prices.readFrom(in);
        quietUntilMillis = in.readLong();
        latestMillis = in.readLong();
        suppressed = in.readLong();
    }
}
