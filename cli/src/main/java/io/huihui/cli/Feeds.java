package io.huihui.cli;

import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.TopicSide;
import io.huihui.connectors.topic.Topics;
import io.huihui.simulator.Simulation;
import io.huihui.simulator.SimulationConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a local market is fed from. */
interface Feeds {

    /** More trading days than anyone watches. */
    int SESSIONS = 250;

    /** What it is, for the screen. */
    String name();

    /** Sends everything, in order; ends early when the pace is stopped. */
    void run(KafkaFeed sink);

    /** Returns a simulated market; its truth goes nowhere, since nothing here may know it. */
    static Feeds simulated(long seed, int symbols) {
        SimulationConfig config = SimulationConfig.of(seed, SESSIONS, symbols);
        return new Feeds() {
            @Override
            public String name() {
                return "simulated market " + seed + " with " + symbols + " symbols";
            }

            @Override
            public void run(KafkaFeed sink) {
                new Simulation(config).run(sink, truth -> {});
            }
        };
    }

    /** Returns a tape, topic by topic merged in order of time. */
    static Feeds tape(Path folder) {
        describe(folder);
        return new Feeds() {
            @Override
            public String name() {
                return "tape " + folder;
            }

            @Override
            public void run(KafkaFeed sink) {
                sendTape(folder, sink);
            }
        };
    }

    private static void describe(Path folder) {
        try {
            TapeReader.describe(folder);
        } catch (IOException e) {
            throw new UserError(
                    "need a tape, was nothing readable in "
                            + folder
                            + ": make one with ./huihui simulate or import",
                    e);
        }
    }

    private static void sendTape(Path folder, KafkaFeed sink) {
        List<Topic<?>> inputs =
                Topics.ALL.stream().filter(topic -> topic.side() == TopicSide.IN).toList();
        try (TapeReader<Object> reader = TapeReader.open(folder, inputs)) {
            for (TapeRecord<Object> record = reader.next();
                    record != null;
                    record = reader.next()) {
                if (record.value() == null) {
                    sink.send(Topics.DEAD_LETTERS, record.deadLetter());
                } else {
                    sink.sendAs(record.topic(), record.value());
                }
            }
        } catch (IOException e) {
            throw new UserError("cannot read the tape " + folder + ": " + e.getMessage(), e);
        }
    }
}
