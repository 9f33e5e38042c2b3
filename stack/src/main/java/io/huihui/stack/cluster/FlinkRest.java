package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Flink's REST interface, as far as the life of a job needs it. */
public final class FlinkRest {

    private static final Duration SAVEPOINT = Duration.ofMinutes(10);

    private final RestClient client;

    public FlinkRest(URI address) {
        this.client = new RestClient(address);
    }

    /** Uploads a jar and returns the name under which the cluster knows it. */
    public String upload(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new StackException(
                    "need a job jar, was "
                            + jar
                            + " missing: build it with ./mvnw -DskipTests package");
        }
        RestAnswers.Upload answer = client.postJar("/jars/upload", jar, RestAnswers.Upload.class);
        return answer.filename().substring(answer.filename().lastIndexOf('/') + 1);
    }

    /** Runs an uploaded jar and returns the id of the job. */
    public String run(String jarName, Submission submission) {
        RestAnswers.Run request =
                new RestAnswers.Run(
                        submission.entryClass(),
                        submission.arguments(),
                        submission.parallelism(),
                        submission.savepoint(),
                        submission.allowNonRestoredState());
        return client.post("/jars/" + jarName + "/run", request, RestAnswers.RunAnswer.class)
                .jobid();
    }

    public JobStatus status(String jobId) {
        RestAnswers.Job job = client.get("/jobs/" + jobId, RestAnswers.Job.class);
        RestAnswers.Checkpoints checkpoints =
                client.get("/jobs/" + jobId + "/checkpoints", RestAnswers.Checkpoints.class);
        RestAnswers.Completed last = checkpoints.latest().completed();
        return new JobStatus(
                job.state(),
                !job.vertices().isEmpty() && job.vertices().stream().allMatch(FlinkRest::runs),
                job.vertices().stream().mapToInt(RestAnswers.Vertex::parallelism).max().orElse(0),
                checkpoints.counts().completed(),
                checkpoints.counts().failed(),
                last == null ? null : last.latestAckTimestamp(),
                lastRestart(job.timestamps()));
    }

    /** Returns how many slots no job has taken. */
    public int freeSlots() {
        return client.get("/overview", RestAnswers.Overview.class).slotsAvailable();
    }

    /** Returns the names of the TaskManagers of which a job has taken a slot or more. */
    public Set<String> workingTaskManagers() {
        return client.get("/taskmanagers", RestAnswers.TaskManagers.class).taskmanagers().stream()
                .filter(each -> each.freeSlots() < each.slotsNumber())
                .map(RestAnswers.TaskManager::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the ids of the jobs that run, start or restart. */
    public List<String> activeJobs() {
        return client.get("/jobs/overview", RestAnswers.Jobs.class).jobs().stream()
                .filter(job -> !new JobStatus(job.state(), false, 0, 0, 0, null, null).isOver())
                .map(RestAnswers.Job::jid)
                .toList();
    }

    /** Returns the first line of why the job last failed; empty when it never did. */
    public String lastFailure(String jobId) {
        RestAnswers.Exceptions exceptions =
                client.get(
                        "/jobs/" + jobId + "/exceptions?maxExceptions=1",
                        RestAnswers.Exceptions.class);
        List<RestAnswers.Entry> entries = exceptions.exceptionHistory().entries();
        return entries.isEmpty() ? "" : RestClient.rootCause(entries.get(0).stacktrace());
    }

    /**
     * Takes a savepoint of a running job and returns where it lies.
     *
     * @param folder null for the cluster's default
     */
    public String savepoint(String jobId, String folder) {
        RestAnswers.TakeSavepoint request = new RestAnswers.TakeSavepoint(folder, false);
        return awaitSavepoint(
                jobId,
                client.post(
                        "/jobs/" + jobId + "/savepoints", request, RestAnswers.Triggered.class));
    }

    /**
     * Stops a job with a savepoint and returns where it lies; sinks have committed everything by
     * then.
     */
    public String stopWithSavepoint(String jobId, String folder) {
        RestAnswers.StopWithSavepoint request = new RestAnswers.StopWithSavepoint(folder, false);
        return awaitSavepoint(
                jobId,
                client.post("/jobs/" + jobId + "/stop", request, RestAnswers.Triggered.class));
    }

    /** Cancels a job and returns when it has ended. */
    public void cancel(String jobId) {
        client.patch("/jobs/" + jobId + "?mode=cancel");
        long end = System.nanoTime() + RestClient.CALL.toNanos();
        while (!status(jobId).isOver()) {
            Poll.pauseUntil(end, "the cancelled job " + jobId + " to end");
        }
    }

    private String awaitSavepoint(String jobId, RestAnswers.Triggered triggered) {
        String path = "/jobs/" + jobId + "/savepoints/" + triggered.requestId();
        long end = System.nanoTime() + SAVEPOINT.toNanos();
        while (true) {
            RestAnswers.Asynchronous answer = client.get(path, RestAnswers.Asynchronous.class);
            if ("COMPLETED".equals(answer.status().id())) {
                if (answer.operation().location() == null) {
                    throw new StackException(
                            "the savepoint of job "
                                    + jobId
                                    + " failed: "
                                    + RestClient.rootCause(
                                            answer.operation().failure().stackTrace()));
                }
                return answer.operation().location();
            }
            Poll.pauseUntil(end, "the savepoint of job " + jobId);
        }
    }

    /**
     * The metric of restarts would say how often, but comes through a store that asks every process
     * in turn: it is seconds old, and stands still for minutes when one of them has died.
     */
    private static Long lastRestart(RestAnswers.Timestamps timestamps) {
        return timestamps == null || timestamps.restarting() == 0 ? null : timestamps.restarting();
    }

    /** A vertex counts as running for Flink when one of its tasks does; a savepoint needs all. */
    private static boolean runs(RestAnswers.Vertex vertex) {
        return vertex.tasks().running() + vertex.tasks().finished() == vertex.parallelism();
    }
}
