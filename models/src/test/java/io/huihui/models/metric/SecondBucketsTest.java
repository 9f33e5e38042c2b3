package io.huihui.models.metric;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class SecondBucketsTest {

    private static final int[] WINDOWS = {100, 250};

    /** Against the plain sum over all that was ever added. */
    @Property(tries = 100)
    void earlierSumsAreThoseOfTheirTimeWithWhatCameLate(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SecondBuckets buckets = new SecondBuckets(1, WINDOWS);
        Map<Long, Long> all = new HashMap<>();
        long now = 1_741_788_000L;
        for (int i = 0; i < 400; i++) {
            now += random.nextInt(12) == 0 ? 1 + random.nextInt(80) : 1;
            int value = random.nextInt(1000);
            buckets.add(0, value);
            buckets.close(now);
            all.merge(now, (long) value, Long::sum);
            long earlier = now - random.nextInt(90);
            if (random.nextInt(5) == 0 && buckets.correct(earlier, 0, 7)) {
                all.merge(earlier, 7L, Long::sum);
            }
            for (int window = 0; window < WINDOWS.length; window++) {
                assertThat(buckets.sum(0, window)).isEqualTo(sum(all, now - WINDOWS[window], now));
                assertThat(buckets.sumAsOf(earlier, 0, window))
                        .isEqualTo(sum(all, earlier - WINDOWS[window], earlier));
            }
        }
    }

    private static double sum(Map<Long, Long> all, long from, long to) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey() > from && entry.getKey() <= to)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
