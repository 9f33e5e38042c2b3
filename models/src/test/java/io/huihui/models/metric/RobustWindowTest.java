package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RobustWindowTest {

    private static Moment sample(int number) {
        return new Moment(1_718_028_000_000L + number * 10_000L, 19884, Session.MORNING, 3);
    }

    /** Samples 1..25: median 13, MAD 6. */
    @Test
    void scoresByMedianAndMad() {
        RobustWindow window = new RobustWindow();
        for (int i = 1; i <= 25; i++) {
            assertThat(window.score(sample(i), i)).isNaN();
        }

        assertThat(window.score(sample(26), 19)).isCloseTo(6 / (1.4826 * 6), within(1e-12));
    }

    @Test
    void qualitiesSayWhy() {
        RobustWindow window = new RobustWindow();
        FeatureVector.Builder out = new FeatureVector.Builder();
        window.publish(sample(0), 5, Feature.GIB_Z, out);
        assertThat(out.build().quality(Feature.GIB_Z)).isEqualTo(Quality.WARMUP);
        for (int i = 1; i < 30; i++) {
            window.publish(sample(i), 5, Feature.GIB_Z, out);
        }
        assertThat(out.build().quality(Feature.GIB_Z)).isEqualTo(Quality.DEGENERATE);
        assertThat(out.build().get(Feature.GIB_Z)).isZero();
    }

    @Test
    void samplesOlderThanAnHourFallOut() {
        RobustWindow window = new RobustWindow();
        for (int i = 0; i < 30; i++) {
            window.score(sample(i), i);
        }

        assertThat(window.score(sample(30 + 360), 5)).isNaN();
    }

    @Property(tries = 50)
    void goesOnFromItsBytesAsIfNeverWritten(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RobustWindow kept = new RobustWindow();
        RobustWindow read = new RobustWindow();
        for (int i = 0; i < 800; i++) {
            int number = i + (i > 500 ? 200 : 0);
            double value = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextDouble();
            assertThat(read.score(sample(number), value))
                    .isEqualTo(Double.valueOf(kept.score(sample(number), value)));
            if (random.nextInt(50) == 0) {
                DataOutputSerializer out = new DataOutputSerializer(64);
                read.writeTo(out);
                read = new RobustWindow();
                read.readFrom(new DataInputDeserializer(out.getCopyOfBuffer()));
            }
        }
    }

    @Property(tries = 200)
    void madByBinarySearchIsTheMedianOfTheDeviations(
            @ForAll @Size(min = 1, max = 40)
                    List<@DoubleRange(min = -100, max = 100) Double> list) {
        double[] sorted = list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = RobustScore.median(sorted, sorted.length);
        double[] deviations =
                Arrays.stream(sorted).map(x -> Math.abs(x - median)).sorted().toArray();

        assertThat(RobustScore.mad(sorted, sorted.length, median))
                .isCloseTo(RobustScore.median(deviations, deviations.length), within(1e-12));
    }
}
