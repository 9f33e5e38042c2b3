package io.huihui.simulator.truth;

/** Takes the truth log, in order of its event time. */
@FunctionalInterface
public interface TruthSink {

    void truth(TruthRecord record);
}
