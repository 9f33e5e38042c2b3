package io.huihui.cli.canary;

import io.huihui.models.OutsideResults;
import io.huihui.stack.cluster.FlinkRest;
import io.huihui.stack.cluster.HealthCheck;
import io.huihui.stack.cluster.JobLife;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares a version on trial with the running one until it is known whether it may take over. */
final class CanaryWatch implements JobLife.Watch {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LOOK_NANOS = NANOS_PER_SECOND;
    private static final long SAY_NANOS = Duration.ofSeconds(5).toNanos();

    private final CanaryReader reader;
    private final CanaryJudge judge;
    private final Duration start;
    private final Duration compare;
    private final Consumer<String> progress;

    /**
     * @param start time in which its tasks must run, and then again until it has caught up
     * @param compare time for which it is compared once it has caught up
     */
    CanaryWatch(
            CanaryReader reader,
            CanaryJudge judge,
            Duration start,
            Duration compare,
            Consumer<String> progress) {
        this.reader = reader;
        this.judge = judge;
        this.start = start;
        this.compare = compare;
        this.progress = progress;
    }

    @Override
    @OutsideResults("Watches by the clock.")
    public Optional<String> complaint(FlinkRest flink, String jobId) {
        Optional<String> unwell = new HealthCheck(start, Duration.ZERO, 0).complaint(flink, jobId);
        if (unwell.isPresent()) {
            return unwell;
        }
        long began = System.nanoTime();
        long end = began + start.toNanos();
        boolean comparing = false;
        long looked = began;
        long said = began;
        while (true) {
            reader.read();
            long now = System.nanoTime();
            if (!comparing && judge.caughtUp()) {
                progress.accept("the new version has caught up and is compared");
                comparing = true;
                end = now + compare.toNanos();
            }
            boolean ended = now >= end;
            if (ended || now - looked >= LOOK_NANOS) {
                looked = now;
                Optional<String> wrong =
                        HealthCheck.brokeDown(flink, jobId).or(() -> judge.complaint(ended));
                if (wrong.isPresent() || ended) {
                    progress.accept("known after " + (now - began) / NANOS_PER_SECOND + " s");
                    return wrong;
                }
            }
            if (now - said >= SAY_NANOS) {
                said = now;
                progress.accept(judge.toString());
            }
        }
    }
}
