package io.huihui.cli.chaos;

import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Which faults come, in which order and with how much calm between. The same seed gives the same
 * plan; every kind comes about as often as any other.
 *
 * @param rounds one after the other
 */
public record FaultPlan(List<Round> rounds) {

    private static final int LEAST_CALM_MILLIS = 3_000;
    private static final int CALM_MILLIS = 5_000;
    private static final int LEAST_LASTS_MILLIS = 1_000;
    private static final int LASTS_MILLIS = 4_000;

    public FaultPlan {
        rounds = List.copyOf(rounds);
    }

    /**
     * One fault.
     *
     * @param calmMillis without another fault after it
     * @param lastsMillis how long a process hangs or a network is slow; 0 where something else ends
     *     the fault
     * @param which chooses among processes of a kind, or how slow a network is
     */
    public record Round(Fault fault, int calmMillis, int lastsMillis, int which) {}

    /**
     * Draws a plan.
     *
     * @param kinds of which faults
     */
    public static FaultPlan of(long seed, int count, Set<Fault> kinds) {
        Require.that(count >= 1, "rounds >= 1", () -> "rounds=" + count);
        Require.that(!kinds.isEmpty(), "one kind of fault or more", () -> "none");
        Random random = new Random(seed);
        List<Fault> deck = new ArrayList<>();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (deck.isEmpty()) {
                deck.addAll(EnumSet.copyOf(kinds));
                Collections.shuffle(deck, random);
            }
            Fault fault = deck.remove(deck.size() - 1);
            int calm = LEAST_CALM_MILLIS + random.nextInt(CALM_MILLIS);
            int lasts = LEAST_LASTS_MILLIS + random.nextInt(LASTS_MILLIS);
            rounds.add(new Round(fault, calm, timed(fault) ? lasts : 0, random.nextInt(1 << 16)));
        }
        return new FaultPlan(rounds);
    }

    private static boolean timed(Fault fault) {
        return fault.effect() == Fault.Effect.HANGS || fault.effect() == Fault.Effect.SLOWS;
    }
}
