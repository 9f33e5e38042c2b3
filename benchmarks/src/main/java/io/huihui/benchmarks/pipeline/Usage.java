package io.huihui.benchmarks.pipeline;

import io.huihui.models.OutsideResults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Time taken by this process so far: on the clock, and of its processors. On a shared machine only
 * the second says what the work cost.
 */
public record Usage(double wallSeconds, double processorSeconds) {

    private static final double NANOS = 1e9;
    private static final double KIB_PER_MIB = 1024;

    @OutsideResults("measures how long a run takes")
    static Usage now() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return new Usage(System.nanoTime() / NANOS, system.getProcessCpuTime() / NANOS);
    }

    Usage since(Usage before) {
        return new Usage(
                wallSeconds - before.wallSeconds, processorSeconds - before.processorSeconds);
    }

    /**
     * Returns the most memory a process has held so far in MiB (resident, with heap, code, buffers
     * and threads); NaN where the system does not tell.
     */
    public static double peakMemoryMib(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        try {
            List<String> lines = Files.readAllLines(status);
            return lines.stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .map(kib -> kib / KIB_PER_MIB)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
