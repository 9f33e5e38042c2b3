package io.huihui.cli;

import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.OutsideResults;
import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.directive.Verdicts;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.strategy.SampleJoin;
import io.huihui.models.strategy.StrategyComposer;
import io.huihui.models.strategy.StrategyProposal;
import io.huihui.models.strategy.StrategySample;
import io.huihui.stack.KafkaServer;
import io.huihui.stack.LocalAgents;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Features and verdicts of three sessions through a real runtime of Stateful Functions and a real
 * function server, each of which is killed in between: every template is answered once, as the
 * composer answers it that nobody killed.
 */
class StrategyAgentsIT {

    private static final List<String> SYMBOLS = List.of("SPY", "QQQ");
    private static final int SESSION = 390;

    /** Two whole sessions, and two hours of the third: three batches a symbol. */
    private static final int MINUTES = 2 * SESSION + 125;

    private static final int ANSWERS = 3 * 16 * SYMBOLS.size();
    private static final long FIRST_MILLIS = 1_767_625_200_000L;

    /** Far above what the busiest machine needs. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);

    @TempDir Path folder;

    private KafkaServer kafka;

    @Test
    void everyTemplateIsAnsweredOnceThoughFunctionsAndRuntimeAreKilled() throws Exception {
        try (KafkaServer server = KafkaServer.start(folder.resolve("kafka"))) {
            kafka = server;
            KafkaTopics.ensure(kafka.bootstrapServers(), 2);
            try (LocalAgents agents =
                    LocalAgents.start(folder.resolve("agents"), kafka.bootstrapServers())) {
                // All of it at once: one topic is read sessions ahead of the other.
                agents.functions().process().crash();
                send(0, 2 * SESSION + 40);
                agents.functions().restart();
                await(ANSWERS / 3);

                agents.functions().process().crash();
                agents.runtime().process().crash();
                agents.functions().restart();
                agents.runtime().restart();
                // As a job does that was restored: the last ones come again.
                send(2 * SESSION, MINUTES);
                await(ANSWERS);
            }
            assertThat(answers()).isEqualTo(expected());
            assertThat(written(Topics.DEAD_LETTERS)).isEmpty();
        }
    }

    private static List<StrategyProposal> expected() {
        List<StrategyProposal> answers = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            SampleJoin join = new SampleJoin();
            StrategyComposer composer = new StrategyComposer();
            for (int minute = 0; minute < MINUTES; minute++) {
                join.add(features(symbol, minute));
                StrategySample sample = join.add(verdict(symbol, minute));
                answers.addAll(composer.observe(sample));
            }
        }
        answers.sort(ORDER);
        return answers;
    }

    private static final Comparator<StrategyProposal> ORDER =
            Comparator.comparing((StrategyProposal answer) -> answer.snapshot().text())
                    .thenComparing(StrategyProposal::hash);

    private List<StrategyProposal> answers() throws UndecodableException {
        List<StrategyProposal> answers = new ArrayList<>(written(Topics.STRATEGY_PROPOSALS));
        assertThat(answers).allMatch(StrategyProposal::isProposed);
        List<StrategyProposal> rejected = written(Topics.STRATEGY_REJECTIONS);
        assertThat(rejected).noneMatch(StrategyProposal::isProposed);
        answers.addAll(rejected);
        answers.sort(ORDER);
        return answers;
    }

    private void send(int from, int to) {
        try (KafkaFeeder feeder = new KafkaFeeder(kafka.bootstrapServers())) {
            for (int minute = from; minute < to; minute++) {
                for (String symbol : SYMBOLS) {
                    feeder.send(Topics.FEATURES, features(symbol, minute));
                    feeder.send(Topics.VERDICTS, verdict(symbol, minute));
                }
            }
        }
    }

    private static SnapshotId at(String symbol, int minute) {
        TradingCalendar calendar = TradingCalendar.newYork();
        long date = calendar.date(FIRST_MILLIS);
        for (int session = 0; session < minute / SESSION; session++) {
            date = calendar.nextTradingDate(date);
        }
        return new SnapshotId(symbol, calendar.openMillis(date) + (minute % SESSION + 1) * 60_000L);
    }

    private static SplittableRandom random(String symbol, int minute) {
        return new SplittableRandom(31L * minute + symbol.charAt(0));
    }

    private static FeatureSnapshot features(String symbol, int minute) {
        SplittableRandom random = random(symbol, minute);
        FeatureVector vector =
                new FeatureVector.Builder()
                        .set(Feature.MID, 500 + random.nextGaussian())
                        .set(Feature.ATM_IV_30D, 0.2 + 0.001 * random.nextGaussian())
                        .set(Feature.REALIZED_VOL_30M, 0.15 + 0.01 * random.nextDouble())
                        .set(Feature.TREND_60M, random.nextGaussian())
                        .set(Feature.TERM_SLOPE, random.nextGaussian())
                        .set(Feature.GIB_Z, random.nextGaussian())
                        .set(Feature.SESSION_ELAPSED, (minute % SESSION) / (double) SESSION)
                        .build();
        return new FeatureSnapshot(at(symbol, minute), 0, vector);
    }

    private static Verdict verdict(String symbol, int minute) {
        SplittableRandom random = random(symbol, minute + MINUTES);
        double up = 0.2 + 0.3 * random.nextDouble();
        return Verdicts.on(
                at(symbol, minute),
                up,
                0.3,
                VolatilityView.uniform(),
                random.nextDouble(),
                random.nextDouble());
    }

    @OutsideResults("waits for processes")
    private void await(int count) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (count() < count) {
            assertThat(System.nanoTime())
                    .as("need %s answers, were %s", count, count())
                    .isLessThan(end);
            Thread.sleep(300);
        }
    }

    private int count() throws UndecodableException {
        return written(Topics.STRATEGY_PROPOSALS).size()
                + written(Topics.STRATEGY_REJECTIONS).size();
    }

    private <T> List<T> written(Topic<T> topic) throws UndecodableException {
        List<T> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record :
                WrittenRecords.of(kafka.bootstrapServers(), topic.name())) {
            records.add(topic.newCodec().decode(record.value()));
        }
        return records;
    }
}
