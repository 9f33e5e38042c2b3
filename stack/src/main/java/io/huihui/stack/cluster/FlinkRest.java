package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Flink's REST interface, as far as the life of a job needs it. */
public final class FlinkRest {

    /** Running a program builds its graph inside the call, and a jar of 100 MB is uploaded. */
    private static final Duration CALL = Duration.ofMinutes(2);

    private static final Duration SAVEPOINT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String BOUNDARY = "huihui-jar-upload";

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public FlinkRest(URI address) {
        this.address = address;
    }

    /** Uploads a jar and returns the name under which the cluster knows it. */
    public String upload(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new StackException(
                    "need a job jar, was "
                            + jar
                            + " missing: build it with ./mvnw -DskipTests package");
        }
        RestAnswers.Upload answer =
                post(
                        "/jars/upload",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        multipart(jar),
                        RestAnswers.Upload.class);
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
        return post("/jars/" + jarName + "/run", request, RestAnswers.RunAnswer.class).jobid();
    }

    public JobStatus status(String jobId) {
        RestAnswers.Job job = get("/jobs/" + jobId, RestAnswers.Job.class);
        RestAnswers.Checkpoints checkpoints =
                get("/jobs/" + jobId + "/checkpoints", RestAnswers.Checkpoints.class);
        RestAnswers.Completed last = checkpoints.latest().completed();
        return new JobStatus(
                job.state(),
                job.vertices().stream().allMatch(vertex -> "RUNNING".equals(vertex.status())),
                checkpoints.counts().completed(),
                checkpoints.counts().failed(),
                last == null ? null : last.latestAckTimestamp(),
                restarts(jobId));
    }

    /** Returns the ids of the jobs that run, start or restart. */
    public List<String> activeJobs() {
        return get("/jobs/overview", RestAnswers.Jobs.class).jobs().stream()
                .filter(job -> !new JobStatus(job.state(), false, 0, 0, null, 0).isOver())
                .map(RestAnswers.Job::jid)
                .toList();
    }

    /** Returns the first line of why the job last failed; empty when it never did. */
    public String lastFailure(String jobId) {
        RestAnswers.Exceptions exceptions =
                get("/jobs/" + jobId + "/exceptions?maxExceptions=1", RestAnswers.Exceptions.class);
        List<RestAnswers.Entry> entries = exceptions.exceptionHistory().entries();
        return entries.isEmpty() ? "" : rootCause(entries.get(0).stacktrace());
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
                post("/jobs/" + jobId + "/savepoints", request, RestAnswers.Triggered.class));
    }

    /**
     * Stops a job with a savepoint and returns where it lies; sinks have committed everything by
     * then.
     */
    public String stopWithSavepoint(String jobId, String folder) {
        RestAnswers.StopWithSavepoint request = new RestAnswers.StopWithSavepoint(folder, false);
        return awaitSavepoint(
                jobId, post("/jobs/" + jobId + "/stop", request, RestAnswers.Triggered.class));
    }

    /** Cancels a job and returns when it has ended. */
    public void cancel(String jobId) {
        send(request("/jobs/" + jobId + "?mode=cancel").method("PATCH", BodyPublishers.noBody()));
        long end = System.nanoTime() + CALL.toNanos();
        while (!status(jobId).isOver()) {
            pauseUntil(end, "the cancelled job " + jobId + " to end");
        }
    }

    private String awaitSavepoint(String jobId, RestAnswers.Triggered triggered) {
        String path = "/jobs/" + jobId + "/savepoints/" + triggered.requestId();
        long end = System.nanoTime() + SAVEPOINT.toNanos();
        while (true) {
            RestAnswers.Asynchronous answer = get(path, RestAnswers.Asynchronous.class);
            if ("COMPLETED".equals(answer.status().id())) {
                if (answer.operation().location() == null) {
                    throw new StackException(
                            "the savepoint of job "
                                    + jobId
                                    + " failed: "
                                    + rootCause(answer.operation().failure().stackTrace()));
                }
                return answer.operation().location();
            }
            pauseUntil(end, "the savepoint of job " + jobId);
        }
    }

    private long restarts(String jobId) {
        RestAnswers.MetricValue[] values =
                get("/jobs/" + jobId + "/metrics?get=numRestarts", RestAnswers.MetricValue[].class);
        return values.length == 0 ? 0 : Long.parseLong(values[0].value());
    }

    private <A> A get(String path, Class<A> answer) {
        return read(send(request(path).GET()), answer);
    }

    private <A> A post(String path, Record question, Class<A> answer) {
        try {
            return post(
                    path,
                    "application/json",
                    BodyPublishers.ofByteArray(json.writeValueAsBytes(question)),
                    answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question without JSON form: " + question, e);
        }
    }

    private <A> A post(String path, String contentType, BodyPublisher body, Class<A> answer) {
        return read(send(request(path).header("Content-Type", contentType).POST(body)), answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(CALL);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new StackException("Flink at " + address + " refused: " + refusal(response));
            }
            return response.body();
        } catch (IOException e) {
            throw new StackException(
                    "need a Flink cluster at "
                            + address
                            + ", was no answer ("
                            + e.getClass().getSimpleName()
                            + "): start one with ./huihui up or give its address with --rest",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for Flink at " + address, e);
        }
    }

    private <A> A read(String body, Class<A> answer) {
        try {
            return json.readValue(body, answer);
        } catch (JsonProcessingException e) {
            throw new StackException(
                    "Flink at "
                            + address
                            + " answered with something else than JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private String refusal(HttpResponse<String> response) {
        try {
            List<String> errors =
                    json.readValue(response.body(), RestAnswers.Errors.class).errors();
            return errors == null || errors.isEmpty()
                    ? "status " + response.statusCode()
                    : rootCause(errors.get(errors.size() - 1));
        } catch (JsonProcessingException e) {
            return "status " + response.statusCode();
        }
    }

    /**
     * The last "Caused by" of a printed stack trace says what happened; what stands above says
     * where it was noticed.
     */
    static String rootCause(String stackTrace) {
        String cause = "";
        for (String line : stackTrace.lines().toList()) {
            if (cause.isEmpty() && !line.isBlank()) {
                cause = line.strip();
            } else if (line.startsWith("Caused by: ")) {
                cause = line.substring("Caused by: ".length()).strip();
            }
        }
        return cause;
    }

    private static BodyPublisher multipart(Path jar) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
                        .formatted(BOUNDARY, jar.getFileName());
        try (ByteArrayOutputStream body = new ByteArrayOutputStream()) {
            body.write(head.getBytes(StandardCharsets.UTF_8));
            Files.copy(jar, body);
            body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return BodyPublishers.ofByteArray(body.toByteArray());
        } catch (IOException e) {
            throw new StackException("cannot read " + jar + ": " + e, e);
        }
    }

    private static void pauseUntil(long end, String what) {
        if (System.nanoTime() > end) {
            throw new StackException("waited too long for " + what);
        }
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for " + what, e);
        }
    }
}
