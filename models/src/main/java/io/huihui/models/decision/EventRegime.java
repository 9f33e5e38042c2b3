package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * An event regime that is active.
 *
 * @param onsetMillis event time at which it began
 * @param strength how far beyond its threshold the weakest of its conditions is, 0..1; 0 = just
 *     there, 1 = twice the threshold or more
 * @param expiryMillis event time at which it ends unless its rule fires again
 */
public record EventRegime(
        EventRegimeName name, long onsetMillis, double strength, long expiryMillis) {

    public EventRegime {
        Require.present("name", name);
        Require.within("strength", strength, 0, 1);
        Require.that(
                onsetMillis > 0 && expiryMillis > onsetMillis,
                "0 < onsetMillis < expiryMillis",
                () ->
                        "onsetMillis="
                                + onsetMillis
                                + " expiryMillis="
                                + expiryMillis
                                + " for "
                                + name);
    }
}
