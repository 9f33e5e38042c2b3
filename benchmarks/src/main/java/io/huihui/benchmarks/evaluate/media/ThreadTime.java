package io.huihui.benchmarks.evaluate.media;

import io.huihui.models.OutsideResults;

import java.lang.management.ManagementFactory;

/** Processor time of this thread: on a shared machine only it says what a reading cost. */
final class ThreadTime {

    private ThreadTime() {}

    @OutsideResults("measures how long a reading takes")
    static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
