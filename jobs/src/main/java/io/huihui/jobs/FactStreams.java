package io.huihui.jobs;

import io.huihui.connectors.neo4j.GraphWrite;
import io.huihui.connectors.topic.Topic;
import io.huihui.models.graph.Facts;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

import java.util.ArrayList;
import java.util.List;

/** Passes on what is written, and has of it, as facts, what the graph takes. */
final class FactStreams implements Outputs {

    /** The uid of a stream of facts is this and the name of its kind. */
    private static final String UID_PREFIX = "facts-";

    private final Outputs outputs;
    private final List<Written<?>> written = new ArrayList<>();

    /** Records that also go to the graph. */
    private record Written<T>(GraphWrite<T> write, DataStream<T> records) {

        DataStream<Facts> facts() {
            GraphWrite.FactsOf<T> factsOf = write.facts();
            return records.map(factsOf::of, TypeInformation.of(Facts.class))
                    .uid(UID_PREFIX + write.name())
                    .name("Facts of " + write.name())
                    .setParallelism(records.getParallelism());
        }
    }

    FactStreams(Outputs outputs) {
        this.outputs = outputs;
    }

    @Override
    public <T> void write(Topic<T> topic, DataStream<T> records) {
        outputs.write(topic, records);
        StorePlaces.graph(topic).forEach(write -> add(write, records));
    }

    @Override
    public <T> void write(Topic<T> topic, DataStream<T> awaited, DataStream<T> others) {
        outputs.write(topic, awaited, others);
        StorePlaces.graph(topic).forEach(write -> add(write, awaited.union(others)));
    }

    @Override
    public boolean hasGraph() {
        return outputs.hasGraph();
    }

    @Override
    public void link(DataStream<Facts> facts) {
        outputs.link(facts);
    }

    @Override
    public void end() {
        outputs.end();
    }

    /** Takes note of what the graph takes, and no topic has. */
    <T> void add(GraphWrite<T> write, DataStream<T> records) {
        written.add(new Written<>(write, records));
    }

    /**
     * Attaches what makes facts of all that was written so far, and returns them; there are some.
     */
    DataStream<Facts> attach() {
        List<DataStream<Facts>> each = new ArrayList<>();
        written.forEach(one -> each.add(one.facts()));
        return each.stream().reduce(DataStream::union).orElseThrow();
    }
}
