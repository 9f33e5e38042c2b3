package io.huihui.jobs;

import io.huihui.jobs.config.JobConfig;
import io.huihui.simulator.SimulationConfig;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job over a simulated tape, on a Flink cluster in this process. */
class ReplayJobIT {

    private static final int MINUTES = 25;

    @TempDir Path folder;

    @Test
    @Tag("defect-4")
    @Tag("defect-6")
    void replaysGiveEqualBytesAtAnyParallelism() throws Exception {
        Path tape = folder.resolve("tape");
        SimulatedTape.write(SimulationConfig.of(11, 1, 2), MINUTES, tape);

        Map<String, Long> first = replay(tape, "first", 1);
        replay(tape, "second", 2);
        replay(tape, "third", 2);

        assertSameFiles("first", "second");
        assertSameFiles("second", "third");
        assertThat(first)
                .containsKeys("features", "opinions", "verdicts", "directives", "outcomes");
        assertThat(first.get("key-levels")).isPositive();
        assertThat(first.get("correlations")).isPositive();
        assertThat(first.get("directives")).isPositive();
        assertThat(first.get("outcomes")).isPositive();
    }

    private Map<String, Long> replay(Path tape, String name, int parallelism) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        ReplayJob.run(tape, folder.resolve(name), JobConfig.defaults(), configuration);
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString().replaceAll("\\..*", ""), Files.size(file));
            }
        }
        return sizes;
    }

    private void assertSameFiles(String expected, String actual) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(expected))) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve(actual).resolve(file.getFileName()))
                        .as(file.getFileName().toString())
                        .hasSameBinaryContentAs(file);
            }
        }
    }
}
