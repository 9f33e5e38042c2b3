package io.huihui.cli;

import io.huihui.simulator.SimulationConfig;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Writes a tape of the simulated market, and its truth beside it. */
@Command(
        name = "simulate",
        description =
                "Writes a tape of a simulated market and, in its folder truth, what was planted."
                        + " Same seed, same bytes.",
        mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {

    private static final long SECONDS_PER_MINUTE = 60;

    @Spec private CommandSpec spec;

    @Option(names = "--seed", required = true, description = "Names the market.")
    private long seed;

    @Option(
            names = "--sessions",
            defaultValue = "1",
            description = "Trading days (default: ${DEFAULT-VALUE}).")
    private int sessions;

    @Option(
            names = "--symbols",
            defaultValue = "4",
            description = "Underlyings (default: ${DEFAULT-VALUE}).")
    private int symbols;

    @Option(
            names = "--minutes",
            description = "End after so many minutes of the market (default: whole sessions).")
    private Integer minutes;

    @Option(names = "--out", required = true, description = "Folder of the tape; must not exist.")
    private Path out;

    @Override
    public Integer call() {
        SimulationConfig config = SimulationConfig.of(seed, sessions, symbols);
        if (minutes != null && minutes < 1) {
            throw new UserError("need --minutes of at least 1, was " + minutes);
        }
        long seconds = minutes == null ? Long.MAX_VALUE : minutes * SECONDS_PER_MINUTE;
        long records = SimulatedTape.write(config, seconds, OutputFolder.writable(out));
        spec.commandLine().getOut().println(records + " records in " + out);
        return ExitCodes.DONE;
    }
}
