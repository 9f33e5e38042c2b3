package io.huihui.cli.chaos;

import io.huihui.stack.ChildProcess;
import io.huihui.stack.LocalAgents;
import io.huihui.stack.LocalStack;
import io.huihui.stack.SlowLink;
import io.huihui.stack.StackException;
import io.huihui.stack.cluster.FlinkRest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The processes that faults hit, and who mends them at once, as a supervisor does. */
public final class ChaosCluster {

    /** From an ocean's width to a line that is nearly dead. */
    private static final int LEAST_DELAY_MILLIS = 50;

    private static final int DELAY_MILLIS = 450;

    private final LocalStack stack;
    private final ChaosLinks links;
    private final LocalAgents agents;

    public ChaosCluster(LocalStack stack, ChaosLinks links, LocalAgents agents) {
        this.stack = stack;
        this.links = links;
        this.agents = agents;
    }

    /** Does what a fault says, and returns what ends it. */
    Runnable strike(FaultPlan.Round round) {
        return switch (round.fault()) {
            case KILL_TASK_MANAGER ->
                    killed(taskManager(round.which()), stack.flink()::startTaskManager);
            case KILL_JOB_MANAGER -> {
                ChildProcess leader = leader();
                yield killed(leader, () -> stack.flink().restartJobManager(leader));
            }
            case KILL_BROKER -> killed(stack.kafka().process(), stack::restartKafka);
            case KILL_DATABASE -> killed(stack.postgres().process(), stack::restartPostgres);
            case KILL_GRAPH -> killed(stack.neo4j().process(), stack::restartNeo4j);
            case KILL_AGENTS ->
                    killed(
                            agent(round.which()),
                            isFunctions(round.which())
                                    ? agents.functions()::restart
                                    : agents.runtime()::restart);
            case FREEZE_TASK_MANAGER -> frozen(taskManager(round.which()));
            case FREEZE_JOB_MANAGER -> frozen(leader());
            case FREEZE_BROKER -> frozen(stack.kafka().process());
            case FREEZE_DATABASE -> frozen(stack.postgres().process());
            case FREEZE_GRAPH -> frozen(stack.neo4j().process());
            case FREEZE_AGENTS -> frozen(agent(round.which()));
            case REFUSE_FILE_WRITES -> withoutFiles();
            case SLOW_BROKER -> slow(links.broker(), round.which());
            case SLOW_DATABASE -> slow(links.database(), round.which());
        };
    }

    private static Runnable killed(ChildProcess victim, Runnable restart) {
        victim.crash();
        return restart;
    }

    private static Runnable frozen(ChildProcess victim) {
        victim.freeze();
        return victim::thaw;
    }

    private Runnable withoutFiles() {
        List<ChildProcess> victims = new ArrayList<>(stack.flink().jobManagers());
        victims.addAll(stack.flink().taskManagers());
        victims.forEach(ChildProcess::refuseFileWrites);
        return () -> victims.forEach(ChildProcess::allowFileWrites);
    }

    private static Runnable slow(SlowLink link, int which) {
        link.delay(LEAST_DELAY_MILLIS + which % DELAY_MILLIS);
        return () -> link.delay(0);
    }

    /** One that works: the death of one with nothing to do would be found harmless. */
    private ChildProcess taskManager(int which) {
        Set<String> working = new FlinkRest(stack.flink().address()).workingTaskManagers();
        List<ChildProcess> victims =
                stack.flink().taskManagers().stream()
                        .filter(each -> each.isAlive() && working.contains(each.name()))
                        .toList();
        if (victims.isEmpty()) {
            throw new StackException("need a TaskManager that works, was none of " + working);
        }
        return victims.get(which % victims.size());
    }

    private ChildProcess agent(int which) {
        return isFunctions(which) ? agents.functions().process() : agents.runtime().process();
    }

    /** Of the two processes of the agents each is struck about as often. */
    private static boolean isFunctions(int which) {
        return which % 2 == 0;
    }

    private ChildProcess leader() {
        return stack.flink()
                .leader()
                .orElseThrow(() -> new StackException("need a JobManager that leads, was none"));
    }
}
