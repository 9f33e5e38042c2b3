package io.huihui.cli;

import io.huihui.stack.cluster.HealthCheck;

import picocli.CommandLine.Option;

import java.time.Duration;

/** How long a new version is watched before it counts as healthy. */
final class HealthOptions {

    @Option(
            names = "--start-seconds",
            defaultValue = "180",
            description =
                    "Time in which all tasks must run and a first checkpoint be complete (default: ${DEFAULT-VALUE}).")
    private int startSeconds;

    @Option(
            names = "--watch-seconds",
            defaultValue = "20",
            description =
                    "Time after that in which it may not restart or fail a checkpoint (default: ${DEFAULT-VALUE}).")
    private int watchSeconds;

    HealthCheck check() {
        if (startSeconds < 1 || watchSeconds < 0) {
            throw new UserError(
                    "need --start-seconds of at least 1 and --watch-seconds of at least 0, was "
                            + startSeconds
                            + " and "
                            + watchSeconds);
        }
        return new HealthCheck(
                Duration.ofSeconds(startSeconds), Duration.ofSeconds(watchSeconds), 0);
    }
}
