package io.huihui.cli;

import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaSourceConfig;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.kafka.StartFrom;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.Environments;
import io.huihui.jobs.MainJob;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.OutsideResults;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Verdict;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.simulator.MarketSink;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.Ports;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules and networks that are sent to a running job by commands, on a real broker. */
class SendingIT {

    private static final String VERSION = "desk/1";

    /** No rule that ships fires on any price. */
    private static final EventRegimeName REGIME = EventRegimeName.BUBBLE_WARNING;

    private static final String ALWAYS =
            "version: "
                    + VERSION
                    + "\nregimes:\n  "
                    + REGIME
                    + ":\n    lasts: 5m\n    when:\n      - MID gt 0\n";

    /** Far above what the busiest machine needs. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

    /** Far more market than a job that hears of the rules at all lets pass before. */
    private static final int MOST_MINUTES = 60;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theRunningJobGoesByRulesAndByANetworkFromTheirTimeOn() throws Exception {
        Path rules = Files.writeString(folder.resolve("desk.yaml"), ALWAYS);
        Path network = Files.write(folder.resolve("desk.txt"), network().lines());
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"))) {
            String servers = kafka.bootstrapServers();
            KafkaTopics.ensure(servers, 1);
            JobClient job = start(servers);
            Market market = new Market(servers);
            market.minutes(2);
            await(servers, state -> true);

            long from = market.simulation.nowMillis();
            String time = Instant.ofEpochMilli(from).toString();
            assertThat(run("rules", rules.toString(), "--brokers", servers, "--from", time))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).contains("1 rules of desk/1 hold", time);
            assertThat(
                            run(
                                    "network",
                                    network.toString(),
                                    "--at-once",
                                    "--brokers",
                                    servers,
                                    "--from",
                                    time))
                    .as(err.toString())
                    .isZero();
            assertThat(out.toString()).contains(VERSION + " decides after " + time);
            // Live, nobody waits for what is sent: it holds from its time on, or from when it
            // comes.
            for (int minute = 0; !isSeen(servers); minute++) {
                assertThat(minute).isLessThan(MOST_MINUTES);
                market.minutes(1);
                job.getJobStatus().get();
                Thread.sleep(500);
            }
            job.cancel().get();

            for (Verdict verdict : read(servers, Topics.VERDICTS)) {
                if (byTheDesk(verdict)) {
                    assertThat(verdict.snapshot().secondEndMillis()).isGreaterThan(from);
                }
            }
            for (MarketState state : states(servers)) {
                boolean desk = state.rulesVersion().equals(VERSION);
                assertThat(state.has(REGIME)).as(state.toString()).isEqualTo(desk);
                if (desk) {
                    assertThat(state.snapshot().secondEndMillis()).isGreaterThan(from);
                    assertThat(state.events()).extracting(EventRegime::name).contains(REGIME);
                }
            }
        }
    }

    @Test
    void aBrokerThatIsNotThereIsASentence() throws IOException {
        Path rules = Files.writeString(folder.resolve("desk.yaml"), ALWAYS);
        String nowhere = "127.0.0.1:" + Ports.free();

        assertThat(run("rules", rules.toString(), "--brokers", nowhere))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).startsWith("huihui: need Kafka at " + nowhere).hasLineCount(1);
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words);
    }

    private static JobClient start(String servers) throws Exception {
        KafkaConfig usual = KafkaConfig.at(servers);
        KafkaSourceConfig source = usual.source();
        KafkaConfig kafka =
                usual.with(
                        new KafkaSourceConfig(
                                "it",
                                StartFrom.EARLIEST,
                                false,
                                source.outOfOrdernessMillis(),
                                source.idlenessMillis(),
                                source.futureAllowanceMillis(),
                                List.of()));
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        MainJob.defineLive(environment, JobConfig.defaults().at("it", kafka));
        return environment.executeAsync("rules");
    }

    private static GateNetworkModel network() {
        GateNetworkModel shipped = GateNetworkModel.shipped();
        return new GateNetworkModel(VERSION, shipped.names(), shipped.scale(), shipped.layers());
    }

    private static boolean isSeen(String servers) throws UndecodableException {
        return seen(servers, SendingIT::byTheDesk)
                && read(servers, Topics.VERDICTS).stream().anyMatch(SendingIT::byTheDesk);
    }

    private static boolean byTheDesk(MarketState state) {
        return state.rulesVersion().equals(VERSION);
    }

    private static boolean byTheDesk(Verdict verdict) {
        return verdict.gateVersion().endsWith("+" + VERSION);
    }

    @OutsideResults("waits for a running job")
    private static void await(String servers, Predicate<MarketState> wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!seen(servers, wanted)) {
            assertThat(System.nanoTime()).as("need a market state").isLessThan(end);
            Thread.sleep(300);
        }
    }

    private static boolean seen(String servers, Predicate<MarketState> wanted)
            throws UndecodableException {
        return states(servers).stream().anyMatch(wanted);
    }

    private static List<MarketState> states(String servers) throws UndecodableException {
        return read(servers, Topics.MARKET_STATES);
    }

    private static <T> List<T> read(String servers, Topic<T> topic) throws UndecodableException {
        List<T> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : WrittenRecords.of(servers, topic.name())) {
            records.add(topic.newCodec().decode(record.value()));
        }
        return records;
    }

    /** A simulated market on its way into Kafka, minute by minute. */
    private static final class Market implements MarketSink {

        private final String servers;
        private final Simulation simulation = new Simulation(SimulationConfig.of(5, 1, 1));
        private KafkaFeeder feeder;

        Market(String servers) {
            this.servers = servers;
        }

        void minutes(int minutes) {
            try (KafkaFeeder opened = new KafkaFeeder(servers)) {
                feeder = opened;
                for (int second = 0; second < 60 * minutes; second++) {
                    simulation.advance(this, truth -> {});
                }
                feeder.flush();
            }
        }

        @Override
        public void event(MarketEvent event, long arrivalMillis) {
            feeder.send(event);
        }

        @Override
        public void news(NewsItem item, long arrivalMillis) {}

        @Override
        public void media(MediaItem item, long arrivalMillis) {}

        @Override
        public void macro(MacroRelease release, long arrivalMillis) {}
    }
}
