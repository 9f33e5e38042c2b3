package io.huihui.jobs.config;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.Require;
import io.huihui.models.expert.regime.RegimeRuleParser;
import io.huihui.models.expert.regime.RegimeRules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How regimes are told.
 *
 * @param rulesFile YAML with the rules of event regimes; empty for those that ship with this
 *     release. It is read where the job is submitted and travels with it; rules that are sent to
 *     the running job take its place.
 */
public record RegimeSettings(String rulesFile) {

    public RegimeSettings {
        Require.present("regime.rulesFile", rulesFile);
    }

    static RegimeSettings defaults() {
        return new RegimeSettings("");
    }

    /**
     * Returns the rules.
     *
     * @throws InvalidConfigException with one sentence, and the line and column, when the file is
     *     none or is not understood
     */
    public RegimeRules rules() {
        if (rulesFile.isEmpty()) {
            return RegimeRules.shipped();
        }
        try {
            return RegimeRuleParser.parse(Files.readString(Path.of(rulesFile)));
        } catch (IOException unreadable) {
            throw new InvalidConfigException(
                    "need a readable UTF-8 file at regime.rulesFile, was none at "
                            + rulesFile
                            + "; leave the key empty for the rules that ship");
        } catch (InvalidRecordException notUnderstood) {
            throw new InvalidConfigException(
                    notUnderstood.getMessage() + " of " + rulesFile + " (regime.rulesFile)");
        }
    }
}
