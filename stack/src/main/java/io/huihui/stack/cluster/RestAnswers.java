package io.huihui.stack.cluster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/** The parts of Flink's REST questions and answers that are read here, in Flink's own words. */
final class RestAnswers {

    private RestAnswers() {}

    record Upload(String filename) {}

    /** Null fields are left out, which leaves the choice to the job or to the cluster. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            String entryClass,
            List<String> programArgsList,
            Integer parallelism,
            String savepointPath,
            boolean allowNonRestoredState) {}

    record RunAnswer(String jobid) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StopWithSavepoint(String targetDirectory, boolean drain) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TakeSavepoint(
            @JsonProperty("target-directory") String targetDirectory,
            @JsonProperty("cancel-job") boolean cancelJob) {}

    record Triggered(@JsonProperty("request-id") String requestId) {}

    record Asynchronous(Status status, Operation operation) {}

    record Status(String id) {}

    record Operation(String location, @JsonProperty("failure-cause") Failure failure) {}

    record Failure(@JsonProperty("stack-trace") String stackTrace) {}

    record Job(
            String jid, String name, String state, List<Vertex> vertices, Timestamps timestamps) {}

    /** When the job last came into a state, in milliseconds; 0 where it never was in it. */
    record Timestamps(@JsonProperty("RESTARTING") long restarting) {}

    record Vertex(String name, int parallelism, Tasks tasks) {}

    /** Tasks of a vertex by their state; Flink gives a vertex the state RUNNING when one runs. */
    record Tasks(@JsonProperty("RUNNING") int running, @JsonProperty("FINISHED") int finished) {}

    record Jobs(List<Job> jobs) {}

    record TaskManagers(List<TaskManager> taskmanagers) {}

    record TaskManager(String id, int slotsNumber, int freeSlots) {}

    record Overview(@JsonProperty("slots-available") int slotsAvailable) {}

    record Checkpoints(Counts counts, Latest latest) {}

    record Counts(long completed, long failed, long restored) {}

    record Latest(Completed completed) {}

    record Completed(@JsonProperty("latest_ack_timestamp") long latestAckTimestamp) {}

    record Errors(List<String> errors) {}

    record Exceptions(History exceptionHistory) {}

    record History(List<Entry> entries) {}

    record Entry(String stacktrace) {}
}
