package io.huihui.cli.canary;

import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.jobs.CanaryOutputs;
import io.huihui.stack.cluster.JobLife;
import io.huihui.stack.cluster.Submission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The trial of a new version on some symbols, beside the one that works. */
public final class CanaryTrial {

    private final String servers;
    private final Set<String> symbols;
    private final CanaryLimits limits;
    private final Consumer<String> progress;

    /**
     * @param servers of the Kafka between whose topics both work
     * @param symbols that the new version takes
     */
    public CanaryTrial(
            String servers,
            Collection<String> symbols,
            CanaryLimits limits,
            Consumer<String> progress) {
        this.servers = servers;
        this.symbols = Set.copyOf(symbols);
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Runs the new version beside the running release, compares, and ends it.
     *
     * @param start time in which its tasks must run, and again until it has caught up
     * @param compare time for which it is compared once it has caught up
     * @return why it may not take over, if it may not
     */
    public Optional<String> complaint(
            JobLife life, Path jar, Submission next, Duration start, Duration compare) {
        KafkaTopics.ensureCanary(servers, CanaryOutputs.COMPARED);
        CanaryJudge judge = new CanaryJudge(limits, symbols);
        try (CanaryReader reader = new CanaryReader(servers, judge)) {
            Optional<String> complaint =
                    life.tryOut(
                            jar,
                            onTrial(next),
                            new CanaryWatch(reader, judge, start, compare, progress));
            progress.accept("compared: " + judge);
            return complaint;
        }
    }

    /**
     * One task of each operator is enough for a few symbols; the sinks of the running version,
     * which a canary has not, may have state.
     */
    private Submission onTrial(Submission next) {
        List<String> arguments = new ArrayList<>(next.arguments());
        arguments.add("--set");
        arguments.add(
                symbols.stream()
                        .sorted()
                        .map(symbol -> '"' + symbol + '"')
                        .collect(Collectors.joining(",", "canary.symbols=[", "]")));
        return new Submission(next.entryClass(), arguments, 1, null, true);
    }
}
