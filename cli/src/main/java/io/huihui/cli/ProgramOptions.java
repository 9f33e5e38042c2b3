package io.huihui.cli;

import io.huihui.stack.ProjectRoot;
import io.huihui.stack.cluster.Submission;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which jar, and with which arguments its main runs. */
final class ProgramOptions {

    /** Where the build leaves the job jar. */
    private static final String BUILT = "jobs/target/huihui-jobs.jar";

    @Option(
            names = "--jar",
            description = "Job jar (default: the one that was built, " + BUILT + ").")
    private Path jar;

    @Option(
            names = "--main",
            paramLabel = "CLASS",
            description = "Main class (default: the one in the jar's manifest).")
    private String main;

    @Option(
            names = "--parallelism",
            description = "Parallel tasks per operator (default: the cluster's).")
    private Integer parallelism;

    @Option(
            names = "--allow-non-restored-state",
            description =
                    "Start although state in the savepoint belongs to no operator; that state is lost.")
    private boolean allowNonRestoredState;

    @Parameters(
            paramLabel = "ARGUMENT",
            description = "Arguments of the job's main, after --, e.g. -- --config job.yaml.")
    private List<String> arguments = new ArrayList<>();

    Path jar() {
        return jar == null ? ProjectRoot.find().resolve(BUILT) : jar;
    }

    Submission submission(String savepoint) {
        if (parallelism != null && parallelism < 1) {
            throw new UserError("need --parallelism of at least 1, was " + parallelism);
        }
        return new Submission(main, arguments, parallelism, savepoint, allowNonRestoredState);
    }
}
