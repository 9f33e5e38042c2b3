package io.huihui.connectors.provider;

import java.time.Duration;

/** How long what was got or made from a provider's answer is as good as new. */
public enum CacheTier {
    /** What questions of one moment have in common: the prices of all symbols of a round. */
    MOMENT(Duration.ofSeconds(1)),
    /** Answers as they came. */
    RAW(Duration.ofSeconds(30)),
    /** Chains read from them; a newer answer ends them at once. */
    PROCESSED(Duration.ofMinutes(1)),
    /** What follows from answers and seldom changes, e.g. which expiries to ask for. */
    COMPUTED(Duration.ofMinutes(5));

    /** While the provider is left alone, a value up to this age may stand in, and says so. */
    static final Duration STALE_LIMIT = Duration.ofMinutes(2);

    private final Duration fresh;

    CacheTier(Duration fresh) {
        this.fresh = fresh;
    }

    /** Returns up to which age a value is fresh. */
    public Duration fresh() {
        return fresh;
    }
}
