package io.huihui.jobs.release;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job of today goes on from the savepoint of every release. State must really be there: a
 * job that starts anew from it would give other numbers.
 *
 * <p>To add a release's savepoint, on its tag:
 *
 * <pre>
 * ./mvnw -pl jobs -am test -Dtest=RestoreReleaseTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dhuihui.release=0.2.0
 * </pre>
 *
 * which writes {@code src/test/resources/savepoints/0.2.0}; commit the folder and never change it.
 * The sinks and sources of Kafka and the stores are not in it: their state belongs to connectors.
 */
class RestoreReleaseTest {

    private static final String RELEASE = "huihui.release";
    private static final Path SAVEPOINTS = Path.of("src/test/resources/savepoints");

    /** Seconds before the savepoint, and in all. */
    private static final int BEFORE = 240;

    private static final int ALL = 380;

    private static final long SECOND = 1000;
    private static final long LARGEST_BYTES = 1 << 20;

    @TempDir Path folder;

    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(SAVEPOINTS)) {
            return folders.sorted().toList();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = RELEASE, matches = ".+", disabledReason = "writes a savepoint")
    void saveThisRelease() throws Exception {
        Path target = SAVEPOINTS.resolve(System.getProperty(RELEASE));
        assertThat(target).as("a release is saved once").doesNotExist();
        try (FedMainJob job = FedMainJob.start(null)) {
            job.feed(ReleaseMarket.events(0, BEFORE));
            job.await(Topics.VERDICTS, v -> v.snapshot().secondEndMillis() == end(BEFORE - 2));
            Path saved = Path.of(URI.create(job.stopWithSavepoint(folder)));
            Files.createDirectories(SAVEPOINTS);
            try (Stream<Path> files = Files.walk(saved)) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(saved.relativize(file).toString()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWhereTheReleaseStopped(Path savepoint) throws Exception {
        try (FedMainJob job = FedMainJob.start(savepoint.toAbsolutePath())) {
            job.feed(ReleaseMarket.events(BEFORE, ALL));
            job.await(Topics.VERDICTS, v -> v.snapshot().secondEndMillis() == end(ALL - 2));

            List<FeatureSnapshot> features = job.written(Topics.FEATURES);
            assertEverySecondOnce(features.stream().map(s -> s.id().secondEndMillis()).toList());
            assertEverySecondOnce(
                    job.written(Topics.VERDICTS).stream()
                            .map(verdict -> verdict.snapshot().secondEndMillis())
                            .toList());
            assertThat(job.written(Topics.OPINIONS)).hasSize(3 * (ALL - BEFORE));
            assertDayWentOn(features);
            assertThat(job.written(Topics.LATE)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void isSmall(Path savepoint) throws IOException {
        try (Stream<Path> files = Files.walk(savepoint)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(LARGEST_BYTES);
        }
    }

    /** The last second before the savepoint was still open in it, so it is the first now. */
    private static void assertEverySecondOnce(List<Long> ends) {
        assertThat(ends)
                .containsExactlyElementsOf(
                        LongStream.range(BEFORE - 1, ALL - 1)
                                .mapToObj(second -> end((int) second))
                                .toList());
    }

    /** The trade of second 0 was off exchange, so the day opened with that of second 1. */
    private static void assertDayWentOn(List<FeatureSnapshot> features) {
        for (int i = 0; i < features.size(); i++) {
            int seconds = BEFORE + i;
            assertThat(features.get(i).features().get(Feature.DAY_VOLUME))
                    .as("shares in %d seconds", seconds)
                    .isEqualTo(ReleaseMarket.volume(seconds));
            assertThat(features.get(i).features().get(Feature.DAY_OPEN))
                    .isEqualTo(ReleaseMarket.price(1));
        }
    }

    /** Returns the end of a second, counted from the open. */
    private static long end(int second) {
        return ReleaseMarket.OPEN_MILLIS + (second + 1) * SECOND;
    }
}
