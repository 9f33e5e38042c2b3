package io.huihui.benchmarks.evaluate;

import io.huihui.models.OutsideResults;

import java.lang.management.ManagementFactory;

/** Processor time of this thread: on a shared machine only it says what something cost. */
public final class ThreadTime {

    private ThreadTime() {}

    @OutsideResults("measures how long something takes")
    public static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
