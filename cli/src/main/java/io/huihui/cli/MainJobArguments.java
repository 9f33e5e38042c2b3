package io.huihui.cli;

import io.huihui.jobs.config.ResolutionSettings;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.stack.LocalStack;

import java.util.ArrayList;
import java.util.List;

/** The arguments with which the main job runs on a local stack. */
final class MainJobArguments {

    /** Consumer group in which the job commits what it has read. */
    static final String GROUP = "huihui";

    private MainJobArguments() {}

    /** Returns addresses and users; passwords reach the job in variables of Flink's processes. */
    static List<String> of(LocalStack stack, ExpertSet experts, ResolutionSettings.By resolutions) {
        List<String> arguments = new ArrayList<>();
        set(arguments, "experts", experts.name());
        set(arguments, "resolutions.by", resolutions.name());
        set(arguments, "kafka.bootstrapServers", stack.kafka().bootstrapServers());
        set(arguments, "kafka.source.groupId", GROUP);
        // The market of an earlier start in this folder is over; its rest would make this one late.
        set(arguments, "kafka.source.startFrom", "LATEST");
        // Simulated and recorded time has nothing to do with the broker's clock.
        set(arguments, "kafka.source.futureAllowanceMillis", "0");
        set(arguments, "postgres.enabled", "true");
        set(arguments, "postgres.jdbcUrl", stack.postgres().jdbcUrl());
        set(arguments, "postgres.user", LocalStack.JOB_USER);
        set(arguments, "postgres.passwordVariable", LocalStack.POSTGRES_PASSWORD_VARIABLE);
        set(arguments, "neo4j.enabled", "true");
        set(arguments, "neo4j.uri", stack.neo4j().uri());
        set(arguments, "neo4j.user", stack.neo4j().user());
        set(arguments, "neo4j.passwordVariable", LocalStack.NEO4J_PASSWORD_VARIABLE);
        return arguments;
    }

    /** Returns the arguments of a drill or a test: with these settings, and the rule. */
    static List<String> with(LocalStack stack, List<String> settings) {
        return with(stack, ResolutionSettings.By.RULE, settings);
    }

    /** Returns the arguments of a drill or a test in which conflicts are settled so. */
    static List<String> with(
            LocalStack stack, ResolutionSettings.By resolutions, List<String> settings) {
        List<String> arguments = of(stack, ExpertSet.TRAINED, resolutions);
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return arguments;
    }

    private static void set(List<String> arguments, String key, String value) {
        arguments.add("--set");
        arguments.add(key + "=" + value);
    }
}
