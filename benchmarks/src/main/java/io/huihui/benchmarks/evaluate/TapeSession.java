package io.huihui.benchmarks.evaluate;

import io.huihui.connectors.tape.TapeReader;
import io.huihui.connectors.tape.TapeRecord;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.NewsItem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** Runs a tape through a pipeline per symbol: recorded, imported or simulated. */
public final class TapeSession {

    /** The last event's second, the one it ends in, and one that closes both. */
    private static final int PAST_THE_LAST_SECONDS = 3;

    private static final long SECOND_MILLIS = 1_000;

    private TapeSession() {}

    /**
     * Runs the tape in a folder and returns the pipelines; what cannot be decoded is left out, as
     * the job leaves it to the dead letters.
     *
     * @throws IOException when there is no tape, or it cannot be read
     */
    public static <P extends SymbolPipeline> SortedMap<String, P> run(
            Path folder, Function<String, P> maker) throws IOException {
        SessionPipelines<P> pipelines = new SessionPipelines<>(maker);
        List<Topic<?>> inputs = new ArrayList<>(Topics.MARKET);
        inputs.add(Topics.NEWS);
        long second = 0;
        try (TapeReader<Object> tape = TapeReader.open(folder, inputs)) {
            for (TapeRecord<Object> record = tape.next(); record != null; record = tape.next()) {
                long now = record.order().eventTimeMillis();
                if (now >= second + SECOND_MILLIS) {
                    second = now - now % SECOND_MILLIS;
                    pipelines.now(second);
                }
                if (record.value() instanceof MarketEvent event) {
                    pipelines.event(event);
                } else if (record.value() instanceof NewsItem item) {
                    pipelines.news(item);
                }
            }
        }
        pipelines.now(second + PAST_THE_LAST_SECONDS * SECOND_MILLIS);
        return pipelines.bySymbol();
    }
}
