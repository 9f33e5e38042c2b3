package io.huihui.operators.memory;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.vector.Candidates;
import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.Neighbours;
import io.huihui.models.vector.VectorDevice;
import io.huihui.operators.breaker.BoundedCalls;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceSearchTest {

    private static final int DIMENSION = 4;

    /**
     * Answers are waited for a second, so that a busy machine does not make a sound device late.
     */
    private static final BreakerConfig CONFIG =
            new BreakerConfig(5, 20, 0.5, 5_000, 10_000, 1_000, 1_000, 60_000, 30_000);

    private static final BreakerConfig HASTY =
            new BreakerConfig(5, 20, 0.5, 5_000, 10_000, 4, 4, 60_000, 30_000);

    private final SplittableRandom random = new SplittableRandom(1);
    private final ExactIndex index = new ExactIndex(DIMENSION, 100);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<String, Gauge<?>> gauges = new HashMap<>();
    private volatile boolean broken;
    private volatile boolean hangs;
    private long now = 1_000_000;

    @AfterEach
    void end() {
        release.countDown();
    }

    @Test
    void theDeviceAnswersAndIsClosedInTheEnd() {
        try (DeviceSearch search = search(CONFIG)) {
            for (int i = 0; i < 30; i++) {
                step(search);
            }
            assertThat(answered).hasValue(30);
            assertThat(count("device_unanswered")).isZero();
            assertThat(degraded()).isZero();
        }
        assertThat(opened).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void oneThatIsLostIsDoneWithoutLeftAloneAndOpenedAnew() {
        try (DeviceSearch search = search(CONFIG)) {
            step(search);
            broken = true;
            for (int i = 0; i < 30; i++) {
                step(search);
            }
            assertThat(count("device_unanswered")).isEqualTo(30);
            assertThat(tried).as("five times, then it is left alone").hasValue(5);
            assertThat(closed).hasValue(1);
            assertThat(degraded()).isEqualTo(1);

            broken = false;
            now += 60_000;
            step(search);

            assertThat(answered).as("with all vectors sent again").hasValue(2);
            assertThat(degraded()).isZero();
        }
        assertThat(closed).hasValue(opened.get());
    }

    @Test
    void oneThatIsLateIsDoneWithoutAndNotClosedWhileItIsAtWork() throws Exception {
        try (DeviceSearch search = search(HASTY)) {
            hangs = true;
            step(search);
            step(search);
            assertThat(count("device_unanswered")).isEqualTo(2);
            assertThat(closed).hasValue(0);
            assertThat(degraded()).isEqualTo(1);

            hangs = false;
            release.countDown();
            while (answered.get() < 2) {
                step(search);
                Thread.sleep(5);
            }
            assertThat(closed).hasPositiveValue();
        }
    }

    @Test
    void withoutOneAtTheStartItIsOpenedWhenItIsThere() {
        broken = true;
        try (DeviceSearch search = search(CONFIG)) {
            step(search);
            assertThat(degraded()).isEqualTo(1);
            broken = false;
            step(search);

            assertThat(answered).hasValue(1);
            assertThat(degraded()).isZero();
        }
    }

    /** Adds a vector and searches; whoever answers, it is the right answer. */
    private void step(DeviceSearch search) {
        index.add(vector());
        float[] query = vector();
        Neighbours expected = new Neighbours();
        index.search(query, 3, expected);
        Neighbours found = new Neighbours();
        search.of("SPY").search(index, query, 3, found);
        assertThat(found.count()).isEqualTo(expected.count());
        for (int rank = 0; rank < found.count(); rank++) {
            assertThat(found.number(rank)).isEqualTo(expected.number(rank));
        }
    }

    private float[] vector() {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private DeviceSearch search(BreakerConfig config) {
        return new DeviceSearch(
                this::open,
                new BoundedCalls("device", config),
                config,
                () -> now,
                new UnregisteredMetricsGroup() {
                    @Override
                    public Counter counter(String name) {
                        return counters.computeIfAbsent(name, super::counter);
                    }

                    @Override
                    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
                        gauges.put(name, gauge);
                        return gauge;
                    }
                });
    }

    private long count(String counter) {
        return counters.get(counter).getCount();
    }

    private int degraded() {
        return (Integer) gauges.get("device_degraded").getValue();
    }

    private VectorDevice open() {
        if (broken) {
            tried.incrementAndGet();
            throw new IllegalStateException("need a device, was none");
        }
        opened.incrementAndGet();
        return new SmallDevice();
    }

    /** Says that all it has is near, at no distance at all, so that all are compared. */
    private final class SmallDevice implements VectorDevice {
        private final Set<Integer> places = new HashSet<>();

        @Override
        public void begin(String owner, int room, int dimension) {
            places.clear();
        }

        @Override
        public void put(String owner, int firstPlace, float[] coordinates, float[] squares) {
            IntStream.range(0, squares.length).forEach(i -> places.add(firstPlace + i));
        }

        @Override
        public Candidates nearest(String owner, float[] query, int most) {
            if (broken) {
                tried.incrementAndGet();
                throw new IllegalStateException("the device is lost");
            }
            if (hangs) {
                try {
                    release.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            }
            answered.incrementAndGet();
            int[] all = places.stream().mapToInt(Integer::intValue).toArray();
            return new Candidates(all, new float[all.length]);
        }

        @Override
        public void forget(String owner) {}

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
