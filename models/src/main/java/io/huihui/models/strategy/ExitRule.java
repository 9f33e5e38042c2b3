package io.huihui.models.strategy;

import io.huihui.models.Require;

/**
 * When a trade ends, whichever comes first; at the session's end in any case.
 *
 * @param stopPercent loss in percent of what can be lost; 100 = none but the structure's own
 * @param targetPercent gain in percent of what can be lost
 * @param holdMinutes longest stay
 */
public record ExitRule(int stopPercent, int targetPercent, int holdMinutes) {

    public ExitRule {
        Require.that(
                stopPercent > 0 && stopPercent <= 100,
                "a stop of 1 to 100 percent",
                stopPercent + "");
        Require.that(targetPercent > 0, "a target above 0 percent", targetPercent + "");
        Require.that(holdMinutes > 0, "at least a minute", holdMinutes + "");
    }

    /** Returns e.g. {@code exit stop 50% target 100% after 60m}. */
    String text() {
        return "exit stop "
                + stopPercent
                + "% target "
                + targetPercent
                + "% after "
                + holdMinutes
                + "m";
    }

    /** Returns how many of its three parts differ. */
    int distance(ExitRule other) {
        return (stopPercent == other.stopPercent ? 0 : 1)
                + (targetPercent == other.targetPercent ? 0 : 1)
                + (holdMinutes == other.holdMinutes ? 0 : 1);
    }
}
