package io.huihui.connectors.tape;

import org.apache.flink.api.connector.source.SourceSplit;

import java.util.List;

/** The whole of a tape that is still to be read: where each of its topics stands. */
record TapeSplit(List<TapePosition> positions) implements SourceSplit {

    TapeSplit {
        positions = List.copyOf(positions);
    }

    @Override
    public String splitId() {
        return "tape";
    }
}
