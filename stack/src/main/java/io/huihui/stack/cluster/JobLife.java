package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Submits, upgrades and rolls back a job, and records each start as a release. */
public final class JobLife {

    /** After the loss of a TaskManager Flink may restart a job twice: it learns of it late. */
    private static final int SAVEPOINT_TRIES = 4;

    /** Longer than Flink takes to notice that a stop has failed, and to begin to restart. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private static final Duration COMES_BACK = Duration.ofMinutes(3);

    private final URI cluster;
    private final FlinkRest flink;
    private final ReleaseFolder releases;
    private final Consumer<String> progress;
    private final Duration steady;

    /**
     * @param progress told what is going on, one sentence at a time
     */
    public JobLife(URI cluster, ReleaseFolder releases, Consumer<String> progress) {
        this(cluster, releases, progress, STEADY);
    }

    /**
     * @param steady how long all tasks have to be seen running after a savepoint that failed
     */
    JobLife(URI cluster, ReleaseFolder releases, Consumer<String> progress, Duration steady) {
        this.steady = steady;
        this.cluster = cluster;
        this.flink = new FlinkRest(cluster);
        this.releases = releases;
        this.progress = progress;
    }

    /** What became of an upgrade: the release that runs now, and why the new one was given up. */
    public record Upgraded(Release running, Optional<String> complaint) {}

    /** Starts a job and returns its release. */
    public Release submit(Path jar, Submission submission) {
        Integer before = releases.latest().map(Release::number).orElse(null);
        return start(jar, submission, before);
    }

    /**
     * Takes a savepoint of the job of the latest release, which goes on, and returns where it lies.
     */
    public String savepoint(String folder) {
        return saved(current().jobId(), jobId -> flink.savepoint(jobId, folder));
    }

    /**
     * Stops the running release with a savepoint, starts the new jar from it and watches; a new
     * version that is not healthy is stopped and the old one started from the same savepoint.
     *
     * @param next its savepoint is ignored: it starts from the one that is taken here
     */
    public Upgraded upgrade(Path jar, Submission next, HealthCheck health) {
        Release old = current();
        progress.accept("stopping release " + old.number() + " with a savepoint");
        String savepoint = saved(old.jobId(), jobId -> flink.stopWithSavepoint(jobId, null));
        progress.accept("savepoint " + savepoint);
        Release started;
        try {
            started = start(jar, next.from(savepoint), old.number());
        } catch (StackException e) {
            progress.accept("the new version was refused: " + e.getMessage());
            return new Upgraded(startAgain(old, savepoint), Optional.of(e.getMessage()));
        }
        progress.accept("watching release " + started.number());
        Optional<String> complaint = health.complaint(flink, started.jobId());
        if (complaint.isEmpty()) {
            return new Upgraded(started, complaint);
        }
        progress.accept("the new version is not healthy: " + complaint.get());
        return new Upgraded(rollback(), complaint);
    }

    /**
     * Looks at a version on trial until it knows; returns what is wrong with it, if anything is.
     */
    @FunctionalInterface
    public interface Watch {
        Optional<String> complaint(FlinkRest flink, String jobId);
    }

    /**
     * Starts a jar beside the running release, from a savepoint that release goes on after, has it
     * watched, and ends it. It is no release: nothing can be rolled back to it.
     *
     * @param next its savepoint is ignored: it starts from the one that is taken here
     * @return what is wrong with it, if anything is
     */
    public Optional<String> tryOut(Path jar, Submission next, Watch watch) {
        Release release = current();
        requireSlots(next);
        progress.accept("taking a savepoint of release " + release.number() + ", which goes on");
        String savepoint = saved(release.jobId(), jobId -> flink.savepoint(jobId, null));
        String trial;
        try {
            trial = flink.run(flink.upload(jar), next.from(savepoint));
        } catch (StackException e) {
            return Optional.of("it was refused: " + e.getMessage());
        }
        progress.accept("the new version is tried out as job " + trial);
        try {
            return watch.complaint(flink, trial);
        } finally {
            if (flink.activeJobs().contains(trial)) {
                flink.cancel(trial);
            }
        }
    }

    /** Without, Flink would wait for slots for minutes, and then say that there are none. */
    private void requireSlots(Submission next) {
        int needed = next.parallelism() == null ? 1 : next.parallelism();
        int free = flink.freeSlots();
        if (free < needed) {
            throw new StackException(
                    "need "
                            + needed
                            + " free slots for a version beside the running one, was "
                            + free
                            + ": add a TaskManager, or ask for less with --parallelism");
        }
    }

    /**
     * Ends the latest release and starts the one it replaced from the savepoint between them. What
     * the latest one did since is done again; deterministic record ids make that harmless.
     */
    public Release rollback() {
        Release failed = current();
        if (failed.replaces() == null || failed.submission().savepoint() == null) {
            throw new StackException(
                    "need a release to go back to, was none before release "
                            + failed.number()
                            + ": submit the old jar with --from SAVEPOINT");
        }
        if (flink.activeJobs().contains(failed.jobId())) {
            progress.accept("cancelling release " + failed.number());
            flink.cancel(failed.jobId());
        }
        return startAgain(releases.release(failed.replaces()), failed.submission().savepoint());
    }

    /**
     * Returns where the savepoint lies. A job that has just lost a TaskManager cannot be saved: it
     * is given time to come back, and another try when it restarts in the middle of the first. A
     * stop that fails makes the job restart, too, a while after it has failed.
     */
    String saved(String jobId, UnaryOperator<String> savepoint) {
        for (int tries = 1; ; tries++) {
            awaitAllTasks(jobId, tries == 1 ? Duration.ZERO : steady);
            try {
                return savepoint.apply(jobId);
            } catch (StackException e) {
                if (tries == SAVEPOINT_TRIES) {
                    throw e;
                }
                progress.accept(e.getMessage() + "; trying again");
            }
        }
    }

    /** Waits until all tasks have been seen to run for a while. */
    private void awaitAllTasks(String jobId, Duration running) {
        long end = System.nanoTime() + COMES_BACK.toNanos();
        long runningSince = System.nanoTime();
        while (true) {
            JobStatus status = flink.status(jobId);
            long now = System.nanoTime();
            if (!status.allTasksRunning()) {
                runningSince = now;
            } else if (now - runningSince >= running.toNanos()) {
                return;
            }
            if (status.isOver() || now > end) {
                throw new StackException(
                        "need a job all of whose tasks run, was "
                                + jobId
                                + " "
                                + status.state()
                                + " ("
                                + flink.lastFailure(jobId)
                                + "): mend that, or submit --from its last checkpoint");
            }
            Poll.pause("job " + jobId);
        }
    }

    private Release current() {
        return releases.latest()
                .orElseThrow(
                        () ->
                                new StackException(
                                        "need a release that was submitted from here, was none:"
                                                + " ./huihui submit first, or name its folder with"
                                                + " --releases"));
    }

    private Release startAgain(Release old, String savepoint) {
        progress.accept("starting the jar of release " + old.number() + " from " + savepoint);
        return start(releases.jar(old), old.submission().from(savepoint), old.replaces());
    }

    private Release start(Path jar, Submission submission, Integer replaces) {
        int number = releases.latest().map(Release::number).orElse(0) + 1;
        String kept = releases.keepJar(number, jar);
        String jobId = flink.run(flink.upload(jar), submission);
        Release release =
                new Release(number, replaces, cluster.toString(), jobId, kept, submission);
        releases.write(release);
        progress.accept("release " + number + " runs as job " + jobId);
        return release;
    }
}
