package io.huihui.connectors.provider;

import io.huihui.models.Require;

/**
 * A value and how old it is.
 *
 * @param gotMillis when it was got
 * @param stale true when it is older than its tier allows and stands in for one that could not be
 *     got
 */
public record Served<V>(V value, long gotMillis, boolean stale) {

    public Served {
        Require.present("value", value);
    }
}
