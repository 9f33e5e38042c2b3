package io.huihui.cli.chaos;

import io.huihui.stack.ChildProcess;
import io.huihui.stack.LocalStack;
import io.huihui.stack.StackException;
import io.huihui.stack.cluster.FlinkRest;
import io.huihui.stack.cluster.Submission;

import java.nio.file.Path;
import java.util.List;

/** The processes that faults hit, and who mends them at once, as a supervisor does. */
public final class ChaosCluster {

    private final LocalStack stack;
    private final Path jar;
    private final Submission submission;
    private String jobId;

    public ChaosCluster(LocalStack stack, Path jar, Submission submission) {
        this.stack = stack;
        this.jar = jar;
        this.submission = submission;
    }

    LocalStack stack() {
        return stack;
    }

    /** Returns the interface of the JobManager that leads now. */
    FlinkRest flink() {
        return new FlinkRest(stack.flink().address());
    }

    String jobId() {
        return jobId;
    }

    /** Starts the job without state. */
    void submit() {
        FlinkRest flink = flink();
        jobId = flink.run(flink.upload(jar), submission);
    }

    /** Does what a fault says; returns the process that hangs, null where one has died. */
    ChildProcess strike(FaultPlan.Round round) {
        ChildProcess victim = victim(round);
        if (round.fault().kills()) {
            victim.crash();
            return null;
        }
        victim.freeze();
        return victim;
    }

    private ChildProcess victim(FaultPlan.Round round) {
        return switch (round.fault()) {
            case KILL_TASK_MANAGER, FREEZE_TASK_MANAGER -> taskManager(round.which());
            case KILL_JOB_MANAGER, FREEZE_JOB_MANAGER -> leader();
            case KILL_BROKER, FREEZE_BROKER -> stack.kafka().process();
            case KILL_DATABASE, FREEZE_DATABASE -> stack.postgres().process();
            case KILL_GRAPH, FREEZE_GRAPH -> stack.neo4j().process();
        };
    }

    private ChildProcess taskManager(int which) {
        List<ChildProcess> alive =
                stack.flink().taskManagers().stream().filter(ChildProcess::isAlive).toList();
        return alive.get(which % alive.size());
    }

    private ChildProcess leader() {
        return stack.flink()
                .leader()
                .orElseThrow(() -> new StackException("need a JobManager that leads, was none"));
    }

    /** Starts what a fault has killed. */
    void mend(Fault fault) {
        switch (fault) {
            case KILL_TASK_MANAGER -> stack.flink().startTaskManager();
            case KILL_JOB_MANAGER -> stack.flink().restartJobManagers();
            case KILL_BROKER -> stack.restartKafka();
            case KILL_DATABASE -> stack.restartPostgres();
            case KILL_GRAPH -> stack.restartNeo4j();
            default -> {
                // What hangs goes on by itself.
            }
        }
    }
}
