package io.huihui.jobs.release;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.UnresolvedPrediction;
import io.huihui.models.decision.UnresolvedReason;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.Prediction;
import io.huihui.operators.expert.ExpertSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    /** In a savepoint's folder: after how many seconds of the market it was taken. */
    private static final String SECONDS_FILE = "seconds";

    /** Those without the file were taken so early that no volatility was known. */
    private static final int EARLY = 240;

    /** A volatility is known after 30 minutes, so that the last six have scores. */
    private static final int WITH_VOLATILITY = 36 * 60;

    private static final int KNOWN_AFTER = 30 * 60;

    /** The shortest horizon and some seconds more. */
    private static final int AFTER = 320;

    /** Predictions are scored every ten seconds. */
    private static final int GRID = 10;

    private static final long SECOND = 1000;
    private static final long LARGEST_BYTES = 2 << 20;

    @TempDir Path folder;

    /** A savepoint and after how many seconds of the market it was taken. */
    record Saved(Path path, int before) {

        int all() {
            return before + AFTER;
        }

        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    static List<Saved> releases() throws IOException {
        List<Saved> saved = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SAVEPOINTS)) {
            for (Path path : folders.sorted().toList()) {
                Path seconds = path.resolve(SECONDS_FILE);
                saved.add(
                        new Saved(
                                path,
                                Files.exists(seconds)
                                        ? Integer.parseInt(Files.readString(seconds).strip())
                                        : EARLY));
            }
        }
        return saved;
    }

    @Test
    @EnabledIfSystemProperty(named = RELEASE, matches = ".+", disabledReason = "writes a savepoint")
    void saveThisRelease() throws Exception {
        Path target = SAVEPOINTS.resolve(System.getProperty(RELEASE));
        assertThat(target).as("a release is saved once").doesNotExist();
        try (FedMainJob job = FedMainJob.start(null)) {
            job.feed(ReleaseMarket.events(0, WITH_VOLATILITY));
            job.await(
                    Topics.VERDICTS,
                    v -> v.snapshot().secondEndMillis() == end(WITH_VOLATILITY - 2));
            Path saved = Path.of(URI.create(job.stopWithSavepoint(folder)));
            Files.createDirectories(SAVEPOINTS);
            try (Stream<Path> files = Files.walk(saved)) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(saved.relativize(file).toString()));
                }
            }
            Files.writeString(target.resolve(SECONDS_FILE), WITH_VOLATILITY + "\n");
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWhereTheReleaseStopped(Saved saved) throws Exception {
        goesOn(saved, ExpertSet.BASELINE);
    }

    /** The trained experts start anew; features, gate and outcomes go on all the same. */
    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWithTheTrainedExperts(Saved saved) throws Exception {
        goesOn(saved, ExpertSet.TRAINED);
    }

    private static void goesOn(Saved saved, ExpertSet experts) throws Exception {
        try (FedMainJob job = FedMainJob.start(saved.path().toAbsolutePath(), experts)) {
            job.feed(ReleaseMarket.events(saved.before(), saved.all()));
            job.await(Topics.VERDICTS, v -> v.snapshot().secondEndMillis() == end(saved.all() - 2));

            List<FeatureSnapshot> features = job.written(Topics.FEATURES);
            assertEverySecondOnce(
                    saved, features.stream().map(s -> s.id().secondEndMillis()).toList());
            assertEverySecondOnce(
                    saved,
                    job.written(Topics.VERDICTS).stream()
                            .map(verdict -> verdict.snapshot().secondEndMillis())
                            .toList());
            job.awaitCount(Topics.OPINIONS, 3 * (saved.all() - saved.before()));
            assertThat(job.written(Topics.OPINIONS)).hasSize(3 * (saved.all() - saved.before()));
            assertDayWentOn(saved, features);
            assertThat(job.written(Topics.LATE)).isEmpty();
            assertOldPredictionsMetTheirOutcomes(saved, job);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void isSmall(Saved saved) throws IOException {
        try (Stream<Path> files = Files.walk(saved.path())) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(LARGEST_BYTES);
        }
    }

    /** The last second before the savepoint was still open in it, so it is the first now. */
    private static void assertEverySecondOnce(Saved saved, List<Long> ends) {
        assertThat(ends)
                .containsExactlyElementsOf(
                        LongStream.range(saved.before() - 1, saved.all() - 1)
                                .mapToObj(second -> end((int) second))
                                .toList());
    }

    /** The trade of second 0 was off exchange, so the day opened with that of second 1. */
    private static void assertDayWentOn(Saved saved, List<FeatureSnapshot> features) {
        for (int i = 0; i < features.size(); i++) {
            int seconds = saved.before() + i;
            assertThat(features.get(i).features().get(Feature.DAY_VOLUME))
                    .as("shares in %d seconds", seconds)
                    .isEqualTo(ReleaseMarket.volume(seconds));
            assertThat(features.get(i).features().get(Feature.DAY_OPEN))
                    .isEqualTo(ReleaseMarket.price(1));
        }
    }

    /**
     * What the gate predicted over five minutes before the savepoint is scored after it, by the
     * prices of then and now; or, where no volatility was known then, said to be without.
     */
    private static void assertOldPredictionsMetTheirOutcomes(Saved saved, FedMainJob job)
            throws Exception {
        int horizon = Horizon.MINUTES_5.minutes() * 60;
        List<Long> points =
                LongStream.rangeClosed(1, saved.before() - 1)
                        .filter(second -> second % GRID == 0)
                        .filter(second -> second + horizon >= saved.before() + GRID)
                        .mapToObj(second -> end((int) second - 1))
                        .toList();
        if (saved.before() < KNOWN_AFTER) {
            job.await(
                    Topics.UNRESOLVED,
                    p -> isOfGate(p.predictor(), p.horizon()) && isAt(p.snapshot(), last(points)));
            assertThat(
                            job.written(Topics.UNRESOLVED).stream()
                                    .filter(p -> isOfGate(p.predictor(), p.horizon()))
                                    .filter(p -> points.contains(p.snapshot().secondEndMillis()))
                                    .map(UnresolvedPrediction::reason))
                    .hasSize(points.size())
                    .containsOnly(UnresolvedReason.NO_SIGMA_AT_PREDICTION);
            return;
        }
        job.await(
                Topics.OUTCOMES,
                o ->
                        isOfGate(o.predictor(), o.thesis().horizon())
                                && isAt(o.snapshot(), last(points)));
        Map<Long, Outcome> scored =
                job.written(Topics.OUTCOMES).stream()
                        .filter(o -> isOfGate(o.predictor(), o.thesis().horizon()))
                        .collect(
                                Collectors.toMap(
                                        o -> o.snapshot().secondEndMillis(), Function.identity()));
        for (long point : points) {
            int second = (int) ((point - ReleaseMarket.OPEN_MILLIS) / SECOND) - 1;
            double expected =
                    Math.log(ReleaseMarket.price(second + horizon) / ReleaseMarket.price(second));
            assertThat(scored).as("second %d", second).containsKey(point);
            assertThat(scored.get(point).logReturn())
                    .as("second %d", second)
                    .isCloseTo(expected, within(1e-12));
        }
    }

    private static boolean isOfGate(String predictor, Horizon horizon) {
        return predictor.equals(Prediction.GATE) && horizon == Horizon.MINUTES_5;
    }

    private static boolean isAt(SnapshotId snapshot, long millis) {
        return snapshot.secondEndMillis() == millis;
    }

    private static long last(List<Long> points) {
        return points.get(points.size() - 1);
    }

    /** Returns the end of a second, counted from the open. */
    private static long end(int second) {
        return ReleaseMarket.OPEN_MILLIS + (second + 1) * SECOND;
    }
}
