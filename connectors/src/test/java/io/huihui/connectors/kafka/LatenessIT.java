package io.huihui.connectors.kafka;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Trade;
import io.huihui.stack.KafkaServer;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/** When events of a real broker are known, by whom and in how many goes they may be read. */
class LatenessIT {

    private static final int PARTITIONS = 4;
    private static final int SYMBOLS = 20;
    private static final int SECONDS = 200;
    private static final long OPEN = 1_767_623_400_000L;

    @TempDir Path folder;

    @BeforeEach
    void forget() {
        SeenTimestamps.BY_ID.clear();
    }

    /** Two tasks read the partitions in other turns than one does, and agree. */
    @Test
    void whatIsLateIsLateWhoeverReadsIt() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"))) {
            Set<String> late = feed(kafka);

            Map<String, Long> byOne = timestamps(kafka, 1);
            Map<String, Long> byTwo = timestamps(kafka, 2);

            assertThat(byTwo).isEqualTo(byOne);
            assertThat(byOne)
                    .allSatisfy(
                            (id, timestamp) -> {
                                long own = Long.parseLong(id.substring(id.indexOf('@') + 1));
                                if (late.contains(id)) {
                                    assertThat(timestamp - own).isBetween(1L, 2_000L);
                                } else {
                                    assertThat(timestamp).isEqualTo(own);
                                }
                            });
            assertThat(late).hasSizeGreaterThan(100);
        }
    }

    /**
     * One task of two cannot get rid of its records while the job is stopped, and its partitions
     * are read on by three.
     */
    @Test
    void aJobThatIsHeldBackInPartCanBeStoppedAndRescaledInBetween() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"))) {
            feed(kafka);
            Map<String, Long> plain = timestamps(kafka, 1);

            SeenTimestamps.BY_ID.clear();
            String savepoint = stopped(kafka);
            int before = SeenTimestamps.BY_ID.size();
            Configuration configuration = StrictJobs.configuration();
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
            JobClient rest = job(configuration, 3, config(kafka, false), 0).executeAsync();
            awaitSeen(plain.size());
            rest.cancel().get();

            assertThat(before).isBetween(SYMBOLS, plain.size() * 3 / 4);
            assertThat(SeenTimestamps.BY_ID).isEqualTo(plain);
        }
    }

    /** Reads a part, stops while one task is slow, and returns the savepoint. */
    private String stopped(KafkaServer kafka) throws Exception {
        Configuration configuration = StrictJobs.configuration();
        // Small buffers: the slow task holds back its source, and not only what lies between.
        configuration.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, MemorySize.parse("4kb"));
        JobClient client = job(configuration, 2, config(kafka, false), 5).executeAsync();
        awaitSeen(SYMBOLS * SECONDS / 2);
        return client.stopWithSavepoint(
                        false,
                        folder.resolve("savepoints").toUri().toString(),
                        SavepointFormatType.CANONICAL)
                .get();
    }

    private static void awaitSeen(int events) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (SeenTimestamps.BY_ID.size() < events && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    /** Twenty symbols trade once a second; one trade in ten comes two seconds late. */
    private static Set<String> feed(KafkaServer kafka) {
        KafkaTopics.ensure(kafka.bootstrapServers(), PARTITIONS);
        Set<String> late = new HashSet<>();
        List<Trade> held = new ArrayList<>();
        try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
            for (int second = 0; second < SECONDS; second++) {
                for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                    Trade trade = trade("S" + symbol, second);
                    if (second > 2 && second < SECONDS - 2 && (second + symbol) % 10 == 0) {
                        held.add(trade);
                        late.add(idOf(trade));
                    } else {
                        feeder.send(trade);
                    }
                }
                long due = OPEN + (second - 2) * 1_000L;
                held.stream().filter(each -> each.eventTimeMillis() <= due).forEach(feeder::send);
                held.removeIf(each -> each.eventTimeMillis() <= due);
            }
            held.forEach(feeder::send);
            feeder.flush();
        }
        return late;
    }

    private static Trade trade(String symbol, int second) {
        long time = OPEN + second * 1_000L;
        return new Trade(symbol, time, "feed", second, 100, 10, Aggressor.UNKNOWN, "P", false, "");
    }

    private static String idOf(MarketEvent event) {
        return event.symbol() + "@" + event.eventTimeMillis();
    }

    /** Returns the timestamp of every event, as so many tasks see it. */
    private static Map<String, Long> timestamps(KafkaServer kafka, int parallelism)
            throws Exception {
        SeenTimestamps.BY_ID.clear();
        job(StrictJobs.configuration(), parallelism, config(kafka, true), 0).execute();
        return Map.copyOf(SeenTimestamps.BY_ID);
    }

    private static StreamExecutionEnvironment job(
            Configuration configuration, int parallelism, KafkaConfig config, int pauseMillis) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        KafkaSources.attachMarket(environment, config)
                .records()
                .process(new SeenTimestamps(pauseMillis), Types.VOID)
                .disableChaining()
                .uid("seen-timestamps")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        return environment;
    }

    private static KafkaConfig config(KafkaServer kafka, boolean bounded) {
        return KafkaConfig.at(kafka.bootstrapServers())
                .with(
                        new KafkaSourceConfig(
                                "it", StartFrom.EARLIEST, bounded, 200, 1_000, 0, List.of()));
    }

    /** Keeps timestamps; its first task takes its time. */
    private static final class SeenTimestamps extends ProcessFunction<MarketEvent, Void> {
        private static final long serialVersionUID = 1L;
        static final Map<String, Long> BY_ID = new ConcurrentHashMap<>();

        private final int pauseMillis;

        SeenTimestamps(int pauseMillis) {
            this.pauseMillis = pauseMillis;
        }

        @Override
        public void processElement(MarketEvent event, Context context, Collector<Void> out)
                throws InterruptedException {
            if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
                Thread.sleep(pauseMillis);
            }
            BY_ID.put(idOf(event), context.timestamp());
        }
    }
}
