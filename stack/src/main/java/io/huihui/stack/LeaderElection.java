package io.huihui.stack;

import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.KeeperException;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.ZooKeeper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** ZooKeeper beside a Flink cluster, and which of its JobManagers leads by what stands there. */
final class LeaderElection implements AutoCloseable {

    private static final int SESSION_MILLIS = 5_000;

    private final ZooKeeperServer server;
    private final String clusterId;
    private final Path storage;

    private LeaderElection(ZooKeeperServer server, String clusterId, Path storage) {
        this.server = server;
        this.clusterId = clusterId;
        this.storage = storage;
    }

    /**
     * Starts ZooKeeper.
     *
     * @param storage where JobManagers leave what the next one needs: the job's graph and its jar,
     *     and where its checkpoints lie
     */
    static LeaderElection start(Path folder, String clusterId, Path storage) {
        return new LeaderElection(ZooKeeperServer.start(folder), clusterId, storage);
    }

    ChildProcess process() {
        return server.process();
    }

    /** Returns what every process of the cluster is told. */
    List<String> settings() {
        return List.of(
                "-Dhigh-availability.type=zookeeper",
                "-Dhigh-availability.zookeeper.quorum=" + server.quorum(),
                "-Dhigh-availability.cluster-id=" + clusterId,
                "-Dhigh-availability.storageDir=" + storage.toUri());
    }

    /** Returns the REST address of the JobManager that leads; empty while none does. */
    Optional<URI> leader() {
        CountDownLatch connected = new CountDownLatch(1);
        try (ZooKeeper client =
                new ZooKeeper(server.quorum(), SESSION_MILLIS, event -> connected.countDown())) {
            if (!connected.await(SESSION_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StackException("need ZooKeeper at " + server.quorum() + ", was away");
            }
            String path = "/flink/" + clusterId + "/leader/rest_server/connection_info";
            return address(client.getData(path, false, null));
        } catch (KeeperException e) {
            // Also before the first election: nobody has written there yet.
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("cannot ask ZooKeeper at " + server.quorum() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while asking ZooKeeper who leads", e);
        }
    }

    /** Flink writes the leader's address as a string and then the id of its session. */
    private static Optional<URI> address(byte[] written) throws IOException {
        if (written == null || written.length == 0) {
            return Optional.empty();
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written))) {
            return Optional.of(URI.create(in.readUTF()));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
