package io.huihui.cli;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.expert.regime.RegimeRuleParser;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleSet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Checks rules of event regimes, and sends them to a running job. */
@Command(
        name = "rules",
        description =
                "Checks the rules of event regimes in a file and sends them to the running job, which"
                        + " judges by them from then on.",
        mixinStandardHelpOptions = true)
final class Rules implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private SendOptions sending;

    @Override
    public Integer call() {
        String yaml = sending.text();
        RegimeRules rules = rules(yaml);
        String what = rules.rules().size() + " rules of " + rules.version();
        if (sending.onlyChecks()) {
            say(what + " are understood");
            return ExitCodes.DONE;
        }
        long holds = sending.holdsMillis();
        sending.send(
                Topics.REGIME_RULES,
                new RuleSet(holds, SendOptions.SOURCE, sending.sequence(), yaml));
        say(what + " hold for what happens after " + Instant.ofEpochMilli(holds));
        return ExitCodes.DONE;
    }

    private RegimeRules rules(String yaml) {
        try {
            return RegimeRuleParser.parse(yaml);
        } catch (InvalidRecordException e) {
            throw new UserError(e.getMessage() + " of " + sending.file(), e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
