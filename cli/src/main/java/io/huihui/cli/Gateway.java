package io.huihui.cli;

import io.huihui.connectors.batch.Pause;
import io.huihui.connectors.gateway.GatewayConfig;
import io.huihui.connectors.gateway.GatewayRounds;
import io.huihui.connectors.gateway.KafkaOutlet;
import io.huihui.connectors.gateway.Polled;
import io.huihui.connectors.gateway.Providers;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.models.OutsideResults;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Polls providers of option chains and sends what they say to the topics of the main job. */
@Command(
        name = "gateway",
        description =
                "Polls providers of option chains, symbol by symbol, and sends what they say to the"
                        + " topics that the main job reads. A line is printed whenever the answer for a"
                        + " symbol comes from somebody else, or no longer comes.",
        footer = {
            "",
            "Example: SPY and SPX by Tradier alone, once, to see whether it answers:",
            "  export HUIHUI_TRADIER_TOKEN=...",
            "  ./huihui gateway --once --set 'symbols=[{symbol: SPY, primary: TRADIER, fallback:"
                    + " NONE}, {symbol: SPX, primary: TRADIER, fallback: NONE}]'",
            "Keys and their defaults: docs/gateway.md. Credentials come from the environment only."
        },
        mixinStandardHelpOptions = true)
final class Gateway implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file; keys in docs.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One key of the configuration; may be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--once",
            description =
                    "Ask for every symbol once, open or closed, and print what came; exit 1 when"
                            + " nothing came for one.")
    private boolean once;

    @Option(names = "--minutes", description = "Stop after so many minutes (default: never).")
    private Integer minutes;

    @Mixin private BrokerOptions broker;

    /** Where credentials come from. */
    private final UnaryOperator<String> environment;

    /** By symbol: what was said of it last. */
    private final Map<String, String> said = new TreeMap<>();

    Gateway() {
        this(System::getenv);
    }

    Gateway(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        GatewayConfig settled = ConfigFile.read(GatewayConfig.defaults(), config, settings);
        Providers providers = new Providers(settled, environment, Gateway::now, Pause.sleeping());
        String brokers = broker.address();
        KafkaTopics.require(
                brokers, List.of(Topics.CHAINS, Topics.UNDERLYINGS, Topics.DEAD_LETTERS));
        try (KafkaOutlet outlet = new KafkaOutlet(brokers);
                GatewayRounds rounds =
                        new GatewayRounds(settled, providers, outlet, Gateway::now)) {
            return once ? once(rounds) : run(rounds);
        }
    }

    private int once(GatewayRounds rounds) throws InterruptedException {
        List<Polled> polls = rounds.once();
        polls.forEach(polled -> say(polled.line()));
        return polls.stream().allMatch(polled -> polled.source() != null)
                ? ExitCodes.DONE
                : ExitCodes.FAILED;
    }

    private int run(GatewayRounds rounds) throws InterruptedException {
        long end = minutes == null ? Long.MAX_VALUE : now() + TimeUnit.MINUTES.toMillis(minutes);
        rounds.run(() -> now() < end, this::tell, Pause.sleeping());
        return ExitCodes.DONE;
    }

    /** Says what has changed: who answers, whether it is stale, whether it has signed flow. */
    private void tell(Polled polled) {
        String state = polled.source() + " " + polled.stale() + " " + polled.signedFlow();
        if (!state.equals(said.put(polled.symbol(), state))) {
            say(polled.line());
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    @OutsideResults("A provider is asked at the edge, where time begins.")
    private static long now() {
        return System.currentTimeMillis();
    }
}
