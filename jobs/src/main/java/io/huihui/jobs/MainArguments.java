package io.huihui.jobs;

import io.huihui.jobs.config.InvalidConfigException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind the jar's name.
 *
 * @param config YAML file laid over the defaults, or null
 * @param settings single keys laid over that, each {@code key.path=value}
 * @param printPlan true to print the execution plan and stop
 */
public record MainArguments(Path config, List<String> settings, boolean printPlan) {

    static final String USAGE = "[--config FILE] [--set KEY=VALUE]... [--print-plan]";

    public MainArguments {
        settings = List.copyOf(settings);
    }

    /**
     * Returns the arguments.
     *
     * @throws InvalidConfigException with a sentence when one is not known
     */
    static MainArguments parse(String[] args) {
        Path config = null;
        List<String> settings = new ArrayList<>();
        boolean printPlan = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--config" -> config = Path.of(valueAfter(args, i++));
                case "--set" -> settings.add(valueAfter(args, i++));
                case "--print-plan" -> printPlan = true;
                default -> throw new InvalidConfigException("need " + USAGE + ", was " + args[i]);
            }
        }
        return new MainArguments(config, settings, printPlan);
    }

    private static String valueAfter(String[] args, int option) {
        if (option + 1 == args.length) {
            throw new InvalidConfigException("need a value after " + args[option] + ", was none");
        }
        return args[option + 1];
    }
}
