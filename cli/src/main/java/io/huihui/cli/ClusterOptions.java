package io.huihui.cli;

import io.huihui.stack.ProjectRoot;
import io.huihui.stack.cluster.JobLife;
import io.huihui.stack.cluster.ReleaseFolder;

import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;

/** Which cluster, and where the record of what was started there is kept. */
final class ClusterOptions {

    @Option(
            names = "--rest",
            defaultValue = "http://127.0.0.1:8081",
            description = "REST address of the Flink cluster (default: ${DEFAULT-VALUE}).")
    private URI cluster;

    @Option(
            names = "--releases",
            description =
                    "Folder with the record and the jar of each start (default: data/releases in the project).")
    private Path releases;

    JobLife life(PrintWriter out) {
        if (cluster.getScheme() == null || cluster.getHost() == null) {
            throw new UserError("need --rest as an address like http://host:8081, was " + cluster);
        }
        return new JobLife(cluster, new ReleaseFolder(folder()), line -> say(out, line));
    }

    private Path folder() {
        return releases == null ? ProjectRoot.find().resolve("data/releases") : releases;
    }

    /** Prints a line at once. */
    static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
