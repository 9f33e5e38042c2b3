package io.huihui.cli;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.gate.NetworkRole;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Checks a network of the gate, and sends it to a running job. */
@Command(
        name = "network",
        description =
                "Checks a network of the gate in a file, as train gate writes it, and sends it to the"
                        + " running job, where it decides nothing until outcomes have shown that it is"
                        + " better.",
        mixinStandardHelpOptions = true)
final class Network implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private SendOptions sending;

    @Option(
            names = "--at-once",
            description =
                    "It decides at once; the one before challenges it, and returns when outcomes say"
                            + " so.")
    private boolean atOnce;

    @Override
    public Integer call() {
        String text = sending.text();
        String version = version(text);
        if (sending.onlyChecks()) {
            say(version + " looks at what this release's gate gives");
            return ExitCodes.DONE;
        }
        NetworkRole role = atOnce ? NetworkRole.CHAMPION : NetworkRole.CHALLENGER;
        long holds = sending.holdsMillis();
        sending.send(
                Topics.GATE_NETWORKS,
                new NetworkOffer(holds, SendOptions.SOURCE, sending.sequence(), role, text));
        say(
                version
                        + (atOnce ? " decides" : " challenges the network that decides")
                        + " after "
                        + Instant.ofEpochMilli(holds));
        return ExitCodes.DONE;
    }

    private String version(String text) {
        try {
            return GateNetworkModel.of(text).version();
        } catch (InvalidRecordException e) {
            throw new UserError(e.getMessage() + " of " + sending.file(), e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
