package io.huihui.jobs;

import io.huihui.connectors.tape.OutputFiles;
import io.huihui.connectors.tape.ReplayFileSink;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.mining.MinedEvent;
import io.huihui.models.mining.MinedEvents;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.SeriesPoint;
import io.huihui.operators.mining.Patterns;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.nio.file.Path;
import java.util.List;

/** The patterns in the results of replays, bounded: the same input gives the same bytes. */
public final class MiningJob {

    private MiningJob() {}

    /**
     * Mines results of replays and returns when the patterns are written.
     *
     * @param results folders that replays have written
     * @param out folder for the file of patterns
     */
    public static void run(
            List<Path> results, Path out, MiningConfig config, Configuration configuration)
            throws Exception {
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        define(environment, results, out, config);
        environment.execute("patterns of " + results.size() + " replays");
    }

    /**
     * The graph between files and a file.
     *
     * <pre>
     * features ======+=> steps ---+
     *                +=> moves ---+=> Patterns => patterns
     * signals ------------------- +
     * market states --------------+
     * </pre>
     */
    static void define(
            StreamExecutionEnvironment environment,
            List<Path> results,
            Path out,
            MiningConfig config) {
        DataStream<FeatureSnapshot> features =
                OutputFiles.attach(environment, results, Topics.FEATURES);
        long stepMillis = config.stepMillis();
        DataStream<SeriesPoint> points =
                features.<SeriesPoint>flatMap(
                                (snapshot, collector) -> {
                                    if (SeriesPoint.isEndOfStep(snapshot, stepMillis)) {
                                        collector.collect(SeriesPoint.of(snapshot));
                                    }
                                },
                                TypeInformation.of(SeriesPoint.class))
                        .uid("mining-steps")
                        .name("Steps");
        ReplayFileSink.attach(
                Patterns.attach(points, events(environment, results, features), config),
                Topics.PATTERNS,
                out);
    }

    private static DataStream<MinedEvent> events(
            StreamExecutionEnvironment environment,
            List<Path> results,
            DataStream<FeatureSnapshot> features) {
        TypeInformation<MinedEvent> type = TypeInformation.of(MinedEvent.class);
        DataStream<MinedEvent> moves =
                features.<MinedEvent>flatMap(
                                (snapshot, collector) -> {
                                    MinedEvent move = MinedEvents.move(snapshot);
                                    if (move != null) {
                                        collector.collect(move);
                                    }
                                },
                                type)
                        .uid("mining-moves")
                        .name("Moves");
        DataStream<MinedEvent> signals =
                OutputFiles.attach(environment, results, Topics.SIGNALS)
                        .map(MinedEvents::of, type)
                        .uid("mining-signals")
                        .name("Signals");
        DataStream<MinedEvent> states =
                OutputFiles.attach(environment, results, Topics.MARKET_STATES)
                        .map(MinedEvents::of, type)
                        .uid("mining-states")
                        .name("Market states");
        return moves.union(signals, states);
    }
}
