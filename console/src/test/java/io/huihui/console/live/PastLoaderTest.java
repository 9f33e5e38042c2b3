package io.huihui.console.live;

import io.huihui.console.market.Samples;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class PastLoaderTest {

    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void storeThatWasAwayIsAskedAgainForAllThatWait() throws InterruptedException {
        try (PastLoader loader =
                new PastLoader(this::awayTwice, Duration.ofMillis(20), this::take)) {
            loader.ask("SPY", Samples.NOON);
            loader.ask("QQQ", Samples.NOON);

            assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo("SPY 450.25");
            assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo("QQQ 450.25");
            assertThat(asked).hasValue(4);
        }
    }

    private List<FeatureSnapshot> awayTwice(String symbol, long beforeMillis) {
        if (asked.incrementAndGet() <= 2) {
            throw new IllegalStateException("away");
        }
        return List.of(Samples.features(symbol, -30, 450.25));
    }

    private void take(String symbol, List<FeatureSnapshot> past) {
        taken.add(symbol + " " + past.get(0).features().get(Feature.MID));
    }
}
