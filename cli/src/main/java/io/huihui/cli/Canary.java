package io.huihui.cli;

import io.huihui.cli.canary.CanaryLimits;
import io.huihui.cli.canary.CanaryTrial;
import io.huihui.cli.canary.SeenSymbols;
import io.huihui.stack.cluster.JobLife;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Tries a new version out on some symbols before it takes over. */
@Command(
        name = "canary",
        description = {
            "Runs a new version on some symbols beside the running one, from the same state, and compares.",
            "Readers and stores see nothing of it. One that breaks, comes late, refuses records or says something else is ended; exit code 1.",
            "One that passes takes over, as by upgrade. It needs a free slot."
        },
        mixinStandardHelpOptions = true)
final class Canary implements Callable<Integer> {

    private static final int ALL = 100;

    @Spec private CommandSpec spec;
    @Mixin private ClusterOptions cluster;
    @Mixin private BrokerOptions broker;
    @Mixin private ProgramOptions program;
    @Mixin private HealthOptions health;

    @Option(
            names = "--share",
            defaultValue = "10",
            paramLabel = "PERCENT",
            description = "Share of the symbols on which it is tried (default: ${DEFAULT-VALUE}).")
    private int share;

    @Option(
            names = "--symbols",
            split = ",",
            description = "These symbols instead of a share of all.")
    private List<String> symbols = new ArrayList<>();

    @Option(
            names = "--compare-seconds",
            defaultValue = "60",
            description =
                    "How long it is compared once it has caught up (default: ${DEFAULT-VALUE}).")
    private int compareSeconds;

    @Option(
            names = "--differing",
            defaultValue = "0.05",
            paramLabel = "SHARE",
            description =
                    "Share of verdicts that may differ, be missing or too many (default: ${DEFAULT-VALUE}; 1 for a version that is meant to judge otherwise).")
    private double differing;

    @Option(
            names = "--delay-millis",
            defaultValue = "1000",
            description =
                    "How much later its verdicts may be there, in the median (default: ${DEFAULT-VALUE}).")
    private long delayMillis;

    @Option(
            names = "--trial-only",
            description = "Leave the running version in place when the new one passes, too.")
    private boolean trialOnly;

    @Override
    public Integer call() {
        if (share < 1 || share > ALL || compareSeconds < 1) {
            throw new UserError(
                    "need --share of 1 to 100 and --compare-seconds of at least 1, was "
                            + share
                            + " and "
                            + compareSeconds);
        }
        CanaryLimits limits = new CanaryLimits(differing, delayMillis);
        PrintWriter out = spec.commandLine().getOut();
        String servers = broker.address();
        List<String> chosen = chosen(servers);
        ClusterOptions.say(out, "trying on " + String.join(", ", chosen));
        JobLife life = cluster.life(out);
        Optional<String> complaint =
                new CanaryTrial(servers, chosen, limits, line -> ClusterOptions.say(out, line))
                        .complaint(
                                life,
                                program.jar(),
                                program.submission(null),
                                health.check().start(),
                                Duration.ofSeconds(compareSeconds));
        if (complaint.isPresent()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "huihui: the new version was given up, the old one went on all the while: "
                                    + complaint.get());
            return ExitCodes.FAILED;
        }
        if (trialOnly) {
            return ExitCodes.DONE;
        }
        return Upgrade.report(
                life.upgrade(program.jar(), program.submission(null), health.check()),
                spec.commandLine());
    }

    private List<String> chosen(String servers) {
        if (!symbols.isEmpty()) {
            return symbols;
        }
        Set<String> seen = SeenSymbols.of(servers);
        if (seen.isEmpty()) {
            throw new UserError(
                    "need verdicts of a running version to compare with, was none on "
                            + servers
                            + "; wait for its first, or name --symbols");
        }
        return SeenSymbols.share(seen, share);
    }
}
