package io.huihui.jobs.config;

import io.huihui.models.Require;

import java.util.List;

/**
 * Whether this job is a new version on trial beside the one that works, as {@code ./huihui canary}
 * starts it: it takes some symbols only, writes what is compared beside the topics, and writes to
 * no store.
 *
 * @param symbols that it takes; empty: the job is none
 */
public record CanarySettings(List<String> symbols) {

    /** Names in Kafka that may not be those of the version that works. */
    private static final String SUFFIX = "-canary";

    public CanarySettings {
        symbols = List.copyOf(Require.present("symbols", symbols));
        symbols.forEach(symbol -> Require.text("symbols", symbol));
    }

    static CanarySettings none() {
        return new CanarySettings(List.of());
    }

    public boolean onTrial() {
        return !symbols.isEmpty();
    }

    /** Returns the name that a canary has in place of this one. */
    String named(String name) {
        return onTrial() ? name + SUFFIX : name;
    }
}
