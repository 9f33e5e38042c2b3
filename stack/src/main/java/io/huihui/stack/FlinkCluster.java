package io.huihui.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A standalone Flink cluster: one JobManager and n TaskManagers, each a JVM of its own. */
public final class FlinkCluster implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(3);
    private static final String MODULE = "flink-cluster";

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

    private final DataFolder folder;
    private final Map<String, String> environment;
    private final Path configFolder;
    private final String clusterId;
    private final int restPort;
    private final int rpcPort;
    private final List<ChildProcess> processes = new ArrayList<>();
    private int taskManagersStarted;

    private FlinkCluster(DataFolder folder, Map<String, String> environment, Path configFolder) {
        this.folder = folder;
        this.environment = environment;
        this.configFolder = configFolder;
        this.clusterId = folder.secret("cluster");
        this.restPort = Ports.remembered(folder.path(), "flink-rest");
        this.rpcPort = Ports.remembered(folder.path(), "flink-rpc");
    }

    /** Starts a cluster with the settings in {@code flink-conf/local}. */
    public static FlinkCluster start(Path folder, int taskManagers) {
        return start(
                folder,
                taskManagers,
                Map.of(),
                ProjectRoot.find().resolve("flink-conf").resolve("local"));
    }

    /**
     * Starts a cluster with the settings in {@code configFolder/config.yaml} and returns when all
     * its TaskManagers have registered.
     *
     * @param environment variables of its processes, e.g. the passwords that a job reads
     */
    public static FlinkCluster start(
            Path folder, int taskManagers, Map<String, String> environment, Path configFolder) {
        DataFolder data = DataFolder.open(folder);
        FlinkCluster cluster = null;
        try {
            cluster = new FlinkCluster(data, environment, configFolder);
            cluster.startJobManager();
            for (int i = 0; i < taskManagers; i++) {
                cluster.startTaskManager();
            }
            cluster.awaitTaskManagers(taskManagers);
            return cluster;
        } catch (RuntimeException e) {
            if (cluster == null) {
                data.close();
            } else {
                cluster.close();
            }
            throw e;
        }
    }

    /** Returns the address of the web page and of the REST interface. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + restPort);
    }

    /** Returns the folder in which checkpoints, savepoints and logs lie. */
    public Path folder() {
        return folder.path();
    }

    /** Returns the JobManager first, then the TaskManagers in the order of their start. */
    public List<ChildProcess> processes() {
        return List.copyOf(processes);
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
        return started(name, words);
    }

    /**
     * Starts the JobManager anew at the same addresses, e.g. after it was killed, and returns when
     * it answers. The job it ran is not known to it.
     */
    public void restartJobManager() {
        processes.remove(0).close();
        startJobManager();
        processes.add(0, processes.remove(processes.size() - 1));
    }

    @Override
    public void close() {
        // TaskManagers first: without a JobManager they would try to find it again.
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).close();
        }
        folder.close();
    }

    private void startJobManager() {
        List<String> words =
                java("-Xmx512m")
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
                        "-Dio.tmp.dirs=" + folder.folder("jobmanager-tmp")));
        started("jobmanager", words)
                .await(READY, "Flink's JobManager on port " + restPort, this::jobManagerAnswers);
    }

    private ChildProcess started(String name, List<String> words) {
        ChildProcess process =
                ChildProcess.start(
                        new ChildProcess.Command(name, folder.path(), words, environment, "TERM"));
        processes.add(process);
        return process;
    }

    private JavaCommand java(String heap) {
        return JavaCommand.of(Jdk.current(), MODULE, folder)
                .flags(JVM_FLAGS)
                .flags(heap)
                .property(
                        "log4j2.configurationFile",
                        configFolder.resolve("log4j2.properties").toString());
    }

    private String[] arguments() {
        return new String[] {
            "--configDir",
            configFolder.toString(),
            "-Djobmanager.rpc.address=127.0.0.1",
            "-Djobmanager.rpc.port=" + rpcPort,
            "-D" + CLUSTER_ID_KEY + "=" + clusterId,
            "-Dexecution.checkpointing.dir=" + folder.folder("checkpoints").toUri(),
            "-Dexecution.checkpointing.savepoint-dir=" + folder.folder("savepoints").toUri(),
        };
    }

    /** Shown among the JobManager's settings, so that a stranger on our port is recognised. */
    private static final String CLUSTER_ID_KEY = "huihui.cluster-id";

    private boolean jobManagerAnswers() {
        String settings = get("/jobmanager/config");
        if (!settings.isEmpty() && !settings.contains(clusterId)) {
            throw new StackException(
                    "need our JobManager on port "
                            + restPort
                            + ", was a stranger's: stop that or choose another data folder");
        }
        return !settings.isEmpty();
    }

    private void awaitTaskManagers(int count) {
        ChildProcess last = processes.get(processes.size() - 1);
        last.await(
                READY,
                count + " Flink TaskManagers",
                () -> {
                    processes.forEach(ChildProcess::requireAlive);
                    return get("/overview").contains("\"taskmanagers\":" + count + ",");
                });
    }

    private String get(String path) {
        return Http.get(address().resolve(path));
    }
}
