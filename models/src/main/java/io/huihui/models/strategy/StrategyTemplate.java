package io.huihui.models.strategy;

import io.huihui.models.Require;
import io.huihui.models.Sha256;
import io.huihui.models.decision.Structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is traded, when it is entered and when it is left. Two that say the same are equal, have one
 * text and one hash.
 *
 * @param daysToExpiry calendar days, at least 1
 * @param longDelta of the options that are bought, absolute, percent
 * @param shortDelta of the options that are sold, absolute, percent; 0 when none is
 * @param gates all have to be open; one per input, kept in the order of inputs
 */
public record StrategyTemplate(
        Structure structure,
        int daysToExpiry,
        int longDelta,
        int shortDelta,
        List<EntryGate> gates,
        ExitRule exit) {

    private static final int LARGEST_DELTA = 99;

    public StrategyTemplate {
        Require.present("structure", structure);
        Require.that(daysToExpiry >= 1, "a day to expiry at least", daysToExpiry + "");
        Require.that(
                longDelta > 0 && longDelta <= LARGEST_DELTA,
                "a long delta of 1 to 99 percent",
                longDelta + "");
        Require.that(
                structure.hasShortLegs()
                        ? shortDelta > 0 && shortDelta <= LARGEST_DELTA
                        : shortDelta == 0,
                "a short delta exactly when something is sold",
                shortDelta + " for " + structure);
        Require.that(
                shortDelta == 0 || isOrdered(structure, longDelta, shortDelta),
                "what is bought nearer in a debit spread, further out else",
                "long " + longDelta + " short " + shortDelta + " for " + structure);
        List<EntryGate> ordered = new ArrayList<>(gates);
        ordered.sort(Comparator.comparing(EntryGate::input));
        gates = List.copyOf(ordered);
        Set<EntryInput> inputs = EnumSet.noneOf(EntryInput.class);
        for (EntryGate gate : gates) {
            Require.that(inputs.add(gate.input()), "one gate per input", "two of " + gate.input());
        }
        Require.present("exit", exit);
    }

    private static boolean isOrdered(Structure structure, int longDelta, int shortDelta) {
        boolean debit =
                structure == Structure.CALL_DEBIT_SPREAD || structure == Structure.PUT_DEBIT_SPREAD;
        return debit ? longDelta > shortDelta : longDelta < shortDelta;
    }

    /** Returns what is traded and left alike, entered at any time. */
    StrategyTemplate ungated() {
        return new StrategyTemplate(
                structure, daysToExpiry, longDelta, shortDelta, List.of(), exit);
    }

    /**
     * Returns the one text of this template, e.g. {@code CALL_DEBIT_SPREAD 7d long 60 short 30 when
     * LEAN >= p75 exit stop 50% target 100% after 60m}.
     */
    public String text() {
        String when =
                gates.isEmpty()
                        ? ""
                        : gates.stream()
                                .map(EntryGate::text)
                                .collect(Collectors.joining(" and ", "when ", " "));
        return structure
                + " "
                + daysToExpiry
                + "d long "
                + longDelta
                + (shortDelta > 0 ? " short " + shortDelta : "")
                + " "
                + when
                + exit.text();
    }

    /** Returns the SHA-256 of the text as hex. */
    public String hash() {
        return Sha256.hex(text());
    }

    /** Returns how many parts differ: structure, days, deltas, gates, parts of the exit. */
    int distance(StrategyTemplate other) {
        return (structure == other.structure ? 0 : 1)
                + (daysToExpiry == other.daysToExpiry ? 0 : 1)
                + (longDelta == other.longDelta ? 0 : 1)
                + (shortDelta == other.shortDelta ? 0 : 1)
                + exit.distance(other.exit)
                + gateDistance(other);
    }

    private int gateDistance(StrategyTemplate other) {
        long same = gates.stream().filter(other.gates::contains).count();
        return (int) (Math.max(gates.size(), other.gates.size()) - same);
    }
}
