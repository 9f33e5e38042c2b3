package io.huihui.jobs.config;

import io.huihui.models.Require;
import io.huihui.models.graph.ContextRules;
import io.huihui.models.graph.GraphMirror;

/**
 * What is told of the surroundings of trades and conflicts.
 *
 * @param enabled whether anything is
 * @param hops as in {@link ContextRules#hops}
 * @param lookBackMillis as in {@link ContextRules#lookBackMillis}
 * @param most as in {@link ContextRules#most}
 * @param mostLinks as in {@link ContextRules#mostLinks}
 */
public record ContextSettings(
        boolean enabled, int hops, long lookBackMillis, int most, int mostLinks) {

    private static final int DEFAULT_HOPS = 3;
    private static final long DEFAULT_LOOK_BACK_MILLIS = 3_600_000;

    /** Ten minutes of advice that changes twice a minute: the first outcome comes after five. */
    private static final int DEFAULT_MOST = 20;

    public ContextSettings {
        // Which check all.
        Require.present("contexts", new ContextRules(hops, lookBackMillis, most, mostLinks));
    }

    static ContextSettings defaults() {
        return new ContextSettings(
                true,
                DEFAULT_HOPS,
                DEFAULT_LOOK_BACK_MILLIS,
                DEFAULT_MOST,
                GraphMirror.DEFAULT_LINKS);
    }

    /** Returns what the operator is told. */
    public ContextRules rules() {
        return new ContextRules(hops, lookBackMillis, most, mostLinks);
    }
}
