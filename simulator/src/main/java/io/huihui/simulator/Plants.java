package io.huihui.simulator;

import io.huihui.models.Require;

/**
 * What is planted, so that each plant can be switched off for a control run. Counts are means per
 * symbol and session.
 *
 * @param precursorShare share of planned switches with a precursor, 0..1
 * @param microStates whether the six micro-states act; without them every moment is NEUTRAL
 * @param dealersHedge whether dealers trade the underlying
 * @param informedEpisodes windows in which some option customers know the coming drift
 * @param accumulations hidden off-exchange purchases or sales
 * @param spoofs windows with a spoof layer in the book
 * @param toxicBursts one-sided aggressive orders with square-root impact
 * @param correlationBreaks windows in which the symbol leaves the market factor
 * @param newsShocks stories that move the price
 * @param macroReleases macro figures per week, common to all symbols
 */
public record Plants(
        double precursorShare,
        boolean microStates,
        boolean dealersHedge,
        double informedEpisodes,
        double accumulations,
        double spoofs,
        double toxicBursts,
        double correlationBreaks,
        double newsShocks,
        int macroReleases) {

    private static final double HIGHEST_COUNT = 100;

    /** One release a day at most. */
    private static final int MOST_RELEASES = 5;

    public Plants {
        Require.within("precursorShare", precursorShare, 0, 1);
        Require.within("informedEpisodes", informedEpisodes, 0, HIGHEST_COUNT);
        Require.within("accumulations", accumulations, 0, HIGHEST_COUNT);
        Require.within("spoofs", spoofs, 0, HIGHEST_COUNT);
        Require.within("toxicBursts", toxicBursts, 0, HIGHEST_COUNT);
        Require.within("correlationBreaks", correlationBreaks, 0, HIGHEST_COUNT);
        Require.within("newsShocks", newsShocks, 0, HIGHEST_COUNT);
        Require.within("macroReleases", macroReleases, 0, MOST_RELEASES);
    }

    /** Returns everything domain.md section 9 asks for. */
    public static Plants defaults() {
        return new Plants(0.5, true, true, 8, 2, 6, 4, 1, 0.5, 3);
    }

    /** Returns a market with states and prices but no episode, no dealer, no news, no macro. */
    public static Plants none() {
        return new Plants(0, false, false, 0, 0, 0, 0, 0, 0, 0);
    }
}
