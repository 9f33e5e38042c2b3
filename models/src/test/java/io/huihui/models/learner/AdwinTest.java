package io.huihui.models.learner;

import io.huihui.models.InvalidRecordException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

class AdwinTest {

    /** The window is always the newest values, whatever was cut. */
    @Property(tries = 50)
    void meanIsThatOfTheNewestValuesWithinTheWindow(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 800) int switchAt) {
        Adwin window = new Adwin();
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            double value = i < switchAt ? random.nextDouble(0.4) : random.nextDouble(0.3, 1);
            values.add(value);
            window.add(value);
            int from = values.size() - (int) window.width();
            double mean =
                    values.subList(from, values.size()).stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow();
            assertThat(window.mean()).isCloseTo(mean, offset(1e-9));
        }
    }

    @Test
    void dropsThePastSoonAfterAJump() {
        Adwin window = new Adwin();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            window.add(random.nextDouble() < 0.1 ? 1 : 0);
        }
        int wait = 0;
        boolean cut = false;
        while (!cut && wait < 100) {
            cut = window.add(random.nextDouble() < 0.8 ? 1 : 0);
            wait++;
        }

        assertThat(cut).isTrue();
        assertThat(wait).isLessThan(25);
        for (int i = 0; i < 300; i++) {
            window.add(random.nextDouble() < 0.8 ? 1 : 0);
        }
        assertThat(window.mean()).isBetween(0.75, 0.85);
        assertThat(window.width()).isLessThan(400);
    }

    /** 0 ten times, then 1: by hand, the first place where ten against n differ by the bound. */
    @Test
    void cutsWhenTheStatedBoundIsExceeded() {
        Adwin window = new Adwin(0.002, 1);
        int wait = 0;
        for (int i = 0; i < 60; i++) {
            assertThat(window.add(0)).isFalse();
        }
        boolean cut = false;
        while (!cut) {
            wait++;
            cut = window.add(1);
        }

        // n ones after 60 zeros: apart 1; bound at n = 12: variance (12/72)(60/72) = .139,
        // ln(2 ln 72 / .002) = 8.361, 1/60 + 1/12 = .1; 2/3*.1*8.361 + sqrt(2*.1*.139*8.361)
        // = .557 + .482 = 1.039 > 1; at n = 13: .522 + sqrt(.1872*.1463*8.379) = .524 + .479 =
        // 1.003;
        // at n = 14 it is .494 + .476 = .97 < 1.
        assertThat(wait).isEqualTo(14);
    }

    @Test
    void aDayWithoutChangeIsLeftAlone() {
        for (int seed = 0; seed < 5; seed++) {
            Adwin window = new Adwin();
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 86_400; i++) {
                assertThat(window.add(random.nextDouble() < 0.2 ? 1 : 0)).isFalse();
            }
            assertThat(window.width()).isEqualTo(86_400);
        }
    }

    @Test
    void memoryGrowsWithTheLogarithm() throws IOException {
        Adwin window = new Adwin();
        for (int i = 0; i < 200_000; i++) {
            window.add(0.5);
        }

        // 18 rows of at most five buckets of 16 bytes.
        assertThat(StateBytes.of(window).length).isLessThan(1_600);
    }

    @Test
    void restoredWindowGoesOnBitForBit() throws IOException {
        Adwin straight = new Adwin(0.01, 3);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1_001; i++) {
            straight.add(random.nextDouble());
        }
        Adwin restored = StateBytes.restore(StateBytes.of(straight), new Adwin());
        for (int i = 0; i < 500; i++) {
            double value = random.nextDouble(0.5);
            assertThat(restored.add(value)).isEqualTo(straight.add(value));
        }

        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
    }

    @Test
    void refusesWhatIsNotInItsRange() {
        assertThatThrownBy(() -> new Adwin().add(Double.NaN))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("value");
        assertThatThrownBy(() -> new Adwin(0, 1)).hasMessageContaining("delta");
    }
}
