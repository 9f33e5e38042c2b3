package io.huihui.connectors.gateway;

import io.huihui.models.Require;

import java.net.URI;
import java.time.Duration;

/**
 * How a provider is asked.
 *
 * @param address of its API, http or https
 * @param callsPerMinute that the account allows
 * @param deadlineMillis for all calls of one chain; then the fallback is asked
 */
public record ProviderSettings(String address, int callsPerMinute, int deadlineMillis) {

    private static final int MOST_CALLS = 100_000;

    /** A minute: nobody waits longer for a chain that is asked for every few seconds. */
    private static final int LONGEST_DEADLINE = 60_000;

    public ProviderSettings {
        Require.text("address", address);
        Require.that(
                address.matches("https?://[^/?#@]+/?"),
                "address like https://api.example.com, without credentials or path",
                () -> "address=" + address);
        Require.within("callsPerMinute", callsPerMinute, 1, MOST_CALLS);
        Require.within("deadlineMillis", deadlineMillis, 1, LONGEST_DEADLINE);
    }

    URI uri() {
        return URI.create(address);
    }

    Duration deadline() {
        return Duration.ofMillis(deadlineMillis);
    }
}
