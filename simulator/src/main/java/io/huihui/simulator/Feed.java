package io.huihui.simulator;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.dirt.RawProviderRow;
import io.huihui.simulator.random.Draws;

/**
 * The outgoing feed of one symbol and session: gives times and sequence numbers, and makes some
 * rows late or double.
 */
public final class Feed {

    /** Source of every simulated record. */
    public static final String SOURCE = "simulator";

    /**
     * Sequence numbers per kind, symbol and day: the day in front, so that sessions stand alone.
     */
    private static final long SEQUENCES_PER_DAY = 1_000_000_000L;

    /** Usual time on the wire, milliseconds: 1 to 4. */
    private static final int LATENCY_SPREAD = 4;

    /** Events of one symbol within a step are at most this far apart. */
    private static final int LONGEST_GAP = 12;

    /** A repeated row comes within this time, milliseconds. */
    private static final int LONGEST_REPEAT = 2_000;

    private final Outbox outbox;
    private final Dirt dirt;
    private final Draws draws;
    private final long firstSequence;
    private long stepMillis;
    private int offset;
    private long sent;

    Feed(Outbox outbox, Dirt dirt, long sessionEpochDay, Draws draws) {
        this.outbox = outbox;
        this.dirt = dirt;
        this.draws = draws;
        this.firstSequence = sessionEpochDay * SEQUENCES_PER_DAY;
    }

    /** Starts the step [millis, millis + 100 ms). */
    void startStep(long millis) {
        stepMillis = millis;
        offset = 0;
    }

    /** Returns the time of the next event: never before the last one, within the step. */
    public long nextTimeMillis() {
        offset = Math.min(Clock.STEP_MILLIS - 1, offset + draws.below(LONGEST_GAP));
        return stepMillis + offset;
    }

    /** Returns the next sequence number: one count for all kinds, so it rises within each. */
    public long nextSequence() {
        return firstSequence + sent++;
    }

    public double latePrintShare() {
        return dirt.latePrintShare();
    }

    public int longestDelayMillis() {
        return dirt.longestDelayMillis();
    }

    /** Sends an event that is reported late by its nature. */
    public void late(MarketEvent event, long delayMillis) {
        outbox.event(event, event.eventTimeMillis() + delayMillis);
    }

    /** Sends an event after its time on the wire; now and then late or twice. */
    public void event(MarketEvent event) {
        double fate = draws.uniform();
        long arrival = event.eventTimeMillis() + 1 + (long) (fate * (1 << 20)) % LATENCY_SPREAD;
        if (fate < dirt.lateShare()) {
            arrival = event.eventTimeMillis() + 1 + draws.below(dirt.longestDelayMillis());
        } else if (fate > 1 - dirt.duplicateShare()) {
            outbox.event(event, arrival + 1 + draws.below(LONGEST_REPEAT));
        }
        outbox.event(event, arrival);
    }

    public void news(NewsItem item, long arrivalMillis) {
        outbox.later(new Delivery.OfNews(item, arrivalMillis));
    }

    public void media(MediaItem item, long arrivalMillis) {
        outbox.later(new Delivery.OfMedia(item, arrivalMillis));
    }

    public void macro(MacroRelease release, long arrivalMillis) {
        outbox.later(new Delivery.OfMacro(release, arrivalMillis));
    }

    public void raw(RawProviderRow row, long arrivalMillis) {
        outbox.later(new Delivery.OfRaw(row, arrivalMillis));
    }
}
