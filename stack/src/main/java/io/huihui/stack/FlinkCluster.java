package io.huihui.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A standalone Flink cluster: a JobManager and n TaskManagers, each a JVM of its own; where {@link
 * FlinkProcesses#standby} says so, a second JobManager that takes over when the first one dies.
 */
public final class FlinkCluster implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(3);
    static final String MODULE = "flink-cluster";

    /** What Flink's own scripts open for its serializers and for the network layer. */
    private static final String[] JVM_FLAGS = {
        "-XX:+UseSerialGC",
        "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.text=ALL-UNNAMED",
        "--add-opens=java.base/java.time=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED",
    };

    /**
     * A JobManager does much once, when a job starts or starts again, and little after: code that
     * is compiled for speed is ready when it is over, and takes the processors from the tasks.
     */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final DataFolder folder;
    private final Map<String, String> environment;
    private final Path configFolder;
    private final String clusterId;
    private final int rpcPort;
    private final LeaderElection election;
    private final List<JobManager> jobManagers = new CopyOnWriteArrayList<>();
    private final List<ChildProcess> taskManagers = new CopyOnWriteArrayList<>();
    private int taskManagersStarted;

    /** A JobManager and the port of its web page and its REST interface. */
    private record JobManager(String name, int restPort, ChildProcess process) {

        URI address() {
            return URI.create("http://127.0.0.1:" + restPort);
        }
    }

    private FlinkCluster(
            DataFolder folder,
            Map<String, String> environment,
            Path configFolder,
            LeaderElection election) {
        this.folder = folder;
        this.environment = environment;
        this.configFolder = configFolder;
        this.clusterId = folder.secret(CLUSTER_SECRET);
        this.rpcPort = Ports.remembered(folder.path(), "flink-rpc");
        this.election = election;
    }

    /** Starts a cluster with the settings in {@code flink-conf/local}. */
    public static FlinkCluster start(Path folder, int taskManagers) {
        return start(folder, FlinkProcesses.alone(taskManagers), Map.of(), LocalSettings.folder());
    }

    /**
     * Starts a cluster with the settings in {@code configFolder/config.yaml} and returns when all
     * its TaskManagers have registered.
     *
     * @param environment variables of its processes, e.g. the passwords that a job reads
     */
    public static FlinkCluster start(
            Path folder, FlinkProcesses of, Map<String, String> environment, Path configFolder) {
        DataFolder data = DataFolder.open(folder);
        LeaderElection election = null;
        FlinkCluster cluster = null;
        try {
            election = of.standby() ? election(data) : null;
            cluster = new FlinkCluster(data, environment, configFolder, election);
            for (int i = 1; i <= of.jobManagers(); i++) {
                JobManager started = cluster.jobManager(i == 1 ? "jobmanager" : "jobmanager-" + i);
                cluster.jobManagers.add(started);
                cluster.await(started);
            }
            for (int i = 0; i < of.taskManagers(); i++) {
                cluster.startTaskManager();
            }
            cluster.awaitTaskManagers(of.taskManagers());
            return cluster;
        } catch (RuntimeException e) {
            if (cluster != null) {
                cluster.close();
            } else {
                if (election != null) {
                    election.close();
                }
                data.close();
            }
            throw e;
        }
    }

    private static LeaderElection election(DataFolder data) {
        return LeaderElection.start(
                data.resolve("zookeeper"),
                data.secret(CLUSTER_SECRET),
                data.folder("high-availability"));
    }

    /**
     * Returns the address of the web page and of the REST interface: that of the JobManager that
     * leads, and while none does that of one that runs.
     */
    public URI address() {
        return leading().or(() -> running().findFirst()).orElse(jobManagers.get(0)).address();
    }

    /** Returns the JobManager that leads; empty while its successor has not been chosen. */
    public Optional<ChildProcess> leader() {
        return leading().map(JobManager::process);
    }

    private Optional<JobManager> leading() {
        if (election == null) {
            return running().findFirst();
        }
        return election.leader()
                .flatMap(address -> running().filter(j -> j.address().equals(address)).findFirst());
    }

    private Stream<JobManager> running() {
        return jobManagers.stream().filter(each -> each.process().isAlive());
    }

    /** Returns the folder in which checkpoints, savepoints and logs lie. */
    public Path folder() {
        return folder.path();
    }

    /**
     * Returns all processes, ZooKeeper first where there is one, then the JobManagers, then the
     * TaskManagers in the order of their start.
     */
    public List<ChildProcess> processes() {
        List<ChildProcess> all = new ArrayList<>();
        if (election != null) {
            all.add(election.process());
        }
        all.addAll(jobManagers());
        all.addAll(taskManagers);
        return List.copyOf(all);
    }

    /** Returns the JobManagers, the one that leads and the one that stands by in any order. */
    public List<ChildProcess> jobManagers() {
        return jobManagers.stream().map(JobManager::process).toList();
    }

    /** Returns the TaskManagers in the order of their start, those that have died too. */
    public List<ChildProcess> taskManagers() {
        return List.copyOf(taskManagers);
    }

    /** Starts one more TaskManager, e.g. in place of one that was killed; does not wait for it. */
    public ChildProcess startTaskManager() {
        String name = "taskmanager-" + ++taskManagersStarted;
        JavaCommand command = java("-Xmx1g").property("taskmanager", name);
        List<String> words =
                command.main(
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", arguments());
        words.addAll(
                List.of(
                        "-Dtaskmanager.host=127.0.0.1",
                        "-Dtaskmanager.bind-host=127.0.0.1",
                        "-Dtaskmanager.resource-id=" + name,
                        "-Dio.tmp.dirs=" + folder.folder(name + "-tmp")));
        ChildProcess process = started(name, words);
        taskManagers.add(process);
        return process;
    }

    /**
     * Starts a JobManager that was killed anew at the address it had, and returns when it answers.
     * With a standby it waits for the death of the one that leads by now; without, it knows nothing
     * of the job that ran.
     */
    public void restartJobManager(ChildProcess killed) {
        for (int i = 0; i < jobManagers.size(); i++) {
            JobManager dead = jobManagers.get(i);
            if (dead.process() == killed) {
                killed.close();
                JobManager started = jobManager(dead.name());
                jobManagers.set(i, started);
                await(started);
            }
        }
    }

    @Override
    public void close() {
        // TaskManagers first: without a JobManager they would try to find it again.
        for (int i = taskManagers.size() - 1; i >= 0; i--) {
            taskManagers.get(i).close();
        }
        for (int i = jobManagers.size() - 1; i >= 0; i--) {
            jobManagers.get(i).process().close();
        }
        if (election != null) {
            election.close();
        }
        folder.close();
    }

    private JobManager jobManager(String name) {
        int restPort =
                Ports.remembered(
                        folder.path(), name.equals("jobmanager") ? "flink-rest" : name + "-rest");
        List<String> words =
                java("-Xmx512m", QUICK_START)
                        .main(
                                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                                arguments());
        words.addAll(
                List.of(
                        "-Djobmanager.bind-host=127.0.0.1",
                        "-Djobmanager.memory.process.size=1g",
                        "-Drest.address=127.0.0.1",
                        "-Drest.bind-address=127.0.0.1",
                        "-Drest.port=" + restPort,
                        "-Dweb.upload.dir=" + folder.folder("uploads"),
                        "-Dio.tmp.dirs=" + folder.folder(name + "-tmp")));
        return new JobManager(name, restPort, started(name, words));
    }

    private void await(JobManager started) {
        started.process()
                .await(
                        READY,
                        "Flink's JobManager on port " + started.restPort(),
                        () -> jobManagerAnswers(started));
    }

    private ChildProcess started(String name, List<String> words) {
        return ChildProcess.start(
                new ChildProcess.Command(name, folder.path(), words, environment, "TERM"));
    }

    private JavaCommand java(String... flags) {
        return JavaCommand.of(Jdk.current(), MODULE, folder)
                .flags(JVM_FLAGS)
                .flags(flags)
                .property(
                        "log4j2.configurationFile",
                        configFolder.resolve("log4j2.properties").toString());
    }

    private String[] arguments() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--configDir",
                                configFolder.toString(),
                                "-Djobmanager.rpc.address=127.0.0.1",
                                "-Djobmanager.rpc.port=" + rpcPort,
                                "-D" + CLUSTER_ID_KEY + "=" + clusterId,
                                "-Dexecution.checkpointing.dir="
                                        + folder.folder("checkpoints").toUri(),
                                "-Dexecution.checkpointing.savepoint-dir="
                                        + folder.folder("savepoints").toUri()));
        if (election != null) {
            arguments.addAll(election.settings());
        }
        return arguments.toArray(String[]::new);
    }

    private static final String CLUSTER_SECRET = "cluster";

    /** Shown among the JobManager's settings, so that a stranger on our port is recognised. */
    private static final String CLUSTER_ID_KEY = "huihui.cluster-id";

    private boolean jobManagerAnswers(JobManager jobManager) {
        String settings = Http.get(jobManager.address().resolve("/jobmanager/config"));
        if (!settings.isEmpty() && !settings.contains(clusterId)) {
            throw new StackException(
                    "need our JobManager on port "
                            + jobManager.restPort()
                            + ", was a stranger's: stop that or choose another data folder");
        }
        return !settings.isEmpty();
    }

    private void awaitTaskManagers(int count) {
        ChildProcess last = taskManagers.get(taskManagers.size() - 1);
        last.await(
                READY,
                count + " Flink TaskManagers",
                () -> {
                    processes().forEach(ChildProcess::requireAlive);
                    return Http.get(address().resolve("/overview"))
                            .contains("\"taskmanagers\":" + count + ",");
                });
    }
}
