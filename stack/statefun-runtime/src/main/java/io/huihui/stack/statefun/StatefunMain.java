package io.huihui.stack.statefun;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.statefun.flink.core.StatefulFunctionsConfig;
import org.apache.flink.statefun.flink.core.StatefulFunctionsJob;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs Stateful Functions and the Flink under it in this process: {@code StatefunMain CONF_FOLDER
 * [KEY=VALUE ...]}, where the folder holds {@code flink-conf.yaml} and the pairs go before it.
 * Which functions there are, and between which topics, stands in the module that {@code
 * statefun.remote.module-name} names.
 */
public final class StatefunMain {

    private static final int PARALLELISM = 1;

    private StatefunMain() {}

    public static void main(String[] args) throws Exception {
        Configuration settings = GlobalConfiguration.loadConfiguration(args[0]);
        for (int i = 1; i < args.length; i++) {
            String[] pair = args[i].split("=", 2);
            settings.setString(pair[0], pair[1]);
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings);
        environment.configure(settings, StatefunMain.class.getClassLoader());
        StatefulFunctionsConfig config = StatefulFunctionsConfig.fromFlinkConfiguration(settings);
        config.setProvider(new KafkaUniverse());
        StatefulFunctionsJob.main(environment, config);
    }
}
