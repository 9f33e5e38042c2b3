package io.huihui.models.mining;

import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Signal;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

/** What of the main job's results counts as an event, and under which name. */
public final class MinedEvents {

    /** Of what five minutes usually bring: one in about seven is larger, up or down. */
    private static final double MOVE = 1.5;

    private static final int MOVE_MINUTES = 5;
    private static final long MOVE_MILLIS = MOVE_MINUTES * 60_000L;
    private static final double MINUTES_PER_YEAR = 252.0 * 390.0;

    private MinedEvents() {}

    /** Returns a signal, e.g. {@code SIGNAL VAPI_SURGE BULLISH}. */
    public static MinedEvent of(Signal signal) {
        return new MinedEvent(
                signal.snapshot().symbol(),
                signal.snapshot().secondEndMillis(),
                "SIGNAL " + signal.name() + " " + signal.direction());
    }

    /** Returns the beginning of a state: the event regime or condition that the banner shows. */
    public static MinedEvent of(MarketState state) {
        return new MinedEvent(
                state.snapshot().symbol(),
                state.snapshot().secondEndMillis(),
                "STATE " + state.banner());
    }

    /**
     * Returns the move of the five minutes that end with a snapshot, {@code MOVE UP} or {@code MOVE
     * DOWN}; null when it is not one and a half times what the last hour's volatility lets expect,
     * or nothing is known. Each price counts in one move.
     */
    public static MinedEvent move(FeatureSnapshot snapshot) {
        double move = snapshot.features().orNaN(Feature.RETURN_5M);
        double usual =
                snapshot.features().orNaN(Feature.REALIZED_VOL_60M)
                        * Math.sqrt(MOVE_MINUTES / MINUTES_PER_YEAR);
        boolean isLarge = Math.abs(move) >= MOVE * usual && usual > 0;
        return snapshot.revision() == 0
                        && snapshot.id().secondEndMillis() % MOVE_MILLIS == 0
                        && isLarge
                ? new MinedEvent(
                        snapshot.id().symbol(),
                        snapshot.id().secondEndMillis(),
                        move > 0 ? "MOVE UP" : "MOVE DOWN")
                : null;
    }
}
