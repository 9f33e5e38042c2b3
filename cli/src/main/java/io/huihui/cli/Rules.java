package io.huihui.cli;

import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.OutsideResults;
import io.huihui.models.expert.regime.RegimeRuleParser;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleSet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;

/** Checks rules of event regimes, and sends them to a running job. */
@Command(
        name = "rules",
        description =
                "Checks the rules of event regimes in a file and sends them to the running job, which"
                        + " judges by them from then on.",
        mixinStandardHelpOptions = true)
final class Rules implements Callable<Integer> {

    /** Who sends, in the record. */
    private static final String SOURCE = "huihui-cli";

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "YAML; the language is in docs.")
    private Path file;

    @Option(names = "--check", description = "Only say whether the rules are understood.")
    private boolean check;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Event time after which they hold, e.g. 2026-01-05T14:30:00Z (default: now). A"
                            + " simulated or replayed market has a time of its own.")
    private String from;

    @Mixin private BrokerOptions broker;

    @Override
    public Integer call() {
        String yaml = text();
        RegimeRules rules = rules(yaml);
        String what = rules.rules().size() + " rules of " + rules.version();
        if (check) {
            say(what + " are understood");
            return ExitCodes.DONE;
        }
        long now = now();
        long holds = from == null ? now : time();
        String address = broker.address();
        // A producer waits for a minute for a broker that is not there, and says so in other words.
        KafkaTopics.require(address, List.of(Topics.REGIME_RULES));
        try (KafkaFeeder feeder = new KafkaFeeder(address)) {
            // Of two sets for one time the one that was sent later holds.
            feeder.send(Topics.REGIME_RULES, new RuleSet(holds, SOURCE, now, yaml));
            feeder.flush();
        }
        say(what + " hold for what happens after " + Instant.ofEpochMilli(holds));
        return ExitCodes.DONE;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError("need a readable UTF-8 file of rules, was none at " + file, e);
        }
    }

    private RegimeRules rules(String yaml) {
        try {
            return RegimeRuleParser.parse(yaml);
        } catch (InvalidRecordException e) {
            throw new UserError(e.getMessage() + " of " + file, e);
        }
    }

    private long time() {
        try {
            return Instant.parse(from).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new UserError(
                    "need --from as in 2026-01-05T14:30:00Z, was "
                            + from
                            + "; leave it out for now",
                    e);
        }
    }

    @OutsideResults("When a person sent the rules.")
    private static long now() {
        return System.currentTimeMillis();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
