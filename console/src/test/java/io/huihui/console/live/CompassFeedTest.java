package io.huihui.console.live;

import io.huihui.console.compass.Activity;
import io.huihui.console.compass.CompassAxis;
import io.huihui.console.compass.CompassBook;
import io.huihui.console.compass.CompassLayer;
import io.huihui.console.compass.CompassPast;
import io.huihui.console.compass.CompassSign;
import io.huihui.console.compass.CompassSign.Kind;
import io.huihui.console.compass.FlowBias;
import io.huihui.console.market.Samples;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CompassFeedTest {

    private static final int GIB_15 = CompassBook.cell(0, CompassAxis.GIB, CompassLayer.MINUTES_15);

    private final CompassFeed feed = new CompassFeed(CompassPast.NONE);

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void frameIsLaidOutAsTheContractSays() {
        feed.features(gib("SPY", 1.25));
        feed.features(gib("QQQ", -2.5));
        feed.publish();

        ByteBuffer frame = feed.frame(Set.of()).order(ByteOrder.LITTLE_ENDIAN);

        int cells = 2 * CompassBook.CELLS;
        assertThat(frame.getInt(0)).isEqualTo(CompassEncoder.MAGIC);
        assertThat(frame.getShort(4)).isEqualTo((short) 2);
        assertThat(frame.get(6)).isEqualTo((byte) 12);
        assertThat(frame.get(7)).isEqualTo((byte) 5);
        assertThat(frame.getDouble(8)).isEqualTo(Samples.NOON);
        assertThat(frame.getFloat(16 + 4 * GIB_15)).isEqualTo(0.75f);
        assertThat(frame.getFloat(16 + 4 * (cells + GIB_15))).isNaN();
        assertThat(frame.getFloat(16 + 4 * (2 * cells + GIB_15))).isEqualTo(1.25f);
        assertThat(frame.get(16 + 12 * cells + GIB_15)).isEqualTo((byte) Quality.PARTIAL.ordinal());
        int readings = 16 + 13 * cells;
        // An axis alone is no compass.
        assertThat(frame.getFloat(readings)).isNaN();
        assertThat(frame.getFloat(readings + 4 * 10)).isNaN();
        assertThat(frame.get(readings + 8 * 10)).isEqualTo((byte) Activity.UNKNOWN.ordinal());
        assertThat(frame.get(readings + 9 * 10)).isEqualTo((byte) FlowBias.UNKNOWN.ordinal());
        int signs = readings + 10 * 10;
        assertThat(frame.getInt(signs)).isZero();
        assertThat(frame.getInt(signs + 4))
                .isEqualTo(
                        1
                                << CompassSign.ALL.indexOf(
                                        new CompassSign(Kind.EXTREME_LOW, CompassAxis.GIB)));
        byte[] names = new byte[8];
        frame.get(signs + 8, names);
        assertThat(new String(names, StandardCharsets.US_ASCII)).isEqualTo("\u0003SPY\u0003QQQ");
        assertThat(frame.limit()).isEqualTo(signs + 16);
    }

    @Test
    void trailHasAFrameInTenSecondsForTwentyMinutes() {
        int seconds = 30 * 60;
        for (int second = 0; second < seconds; second++) {
            feed.features(
                    gib("SPY", Samples.NOON + 1_000L * second, 1 + second / (double) seconds));
            feed.publish();
        }

        List<String> trail = feed.trail("SPY").frames();

        assertThat(trail).hasSize(CompassTrails.KEPT);
        ByteBuffer oldest = frame(trail.get(0));
        ByteBuffer newest = frame(trail.get(trail.size() - 1));
        assertThat(oldest.getShort(4)).isEqualTo((short) 1);
        assertThat(newest.getDouble(8) - oldest.getDouble(8))
                .isEqualTo((CompassTrails.KEPT - 1.0) * CompassTrails.STEP_MILLIS);
        assertThat(newest.getFloat(16 + 4 * (2 * CompassBook.CELLS + GIB_15)))
                .isGreaterThan(oldest.getFloat(16 + 4 * (2 * CompassBook.CELLS + GIB_15)));
        assertThat(feed.trail("QQQ").frames()).isEmpty();
    }

    private static ByteBuffer frame(String base64) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void fewerSymbolsMakeASmallerFrameAndNothingNewMakesNone() {
        feed.features(gib("SPY", 1.25));
        feed.features(gib("QQQ", -2.5));
        feed.publish();
        long version = feed.version();
        feed.publish();

        ByteBuffer frame = feed.frame(Set.of("QQQ")).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(feed.version()).isEqualTo(version);
        assertThat(frame.getShort(4)).isEqualTo((short) 1);
        assertThat(frame.getFloat(16 + 4 * GIB_15)).isZero();
    }

    @Test
    void alertsAreRemembered() {
        feed.features(gib("QQQ", -2.5));

        assertThat(feed.alerts("QQQ"))
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.beganMillis()).isEqualTo(Samples.NOON);
                            assertThat(alert.endedMillis()).isNull();
                        });
        assertThat(feed.alerts("SPY")).isEmpty();
    }

    @Test
    void pastComesWhenTheStoreHasFoundIt() throws InterruptedException {
        List<FeatureSnapshot> past = new ArrayList<>();
        for (int half = 40; half > 0; half--) {
            past.add(gib("SPY", Samples.NOON - half * 30_000L, 0.1 * half));
        }
        try (CompassFeed late = new CompassFeed((symbol, before) -> past)) {
            late.features(gib("SPY", 1.25));
            float percentile = Float.NaN;
            for (int i = 0; i < 200 && Float.isNaN(percentile); i++) {
                Thread.sleep(10);
                late.publish();
                percentile =
                        late.frame(Set.of())
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getFloat(16 + 4 * (CompassBook.CELLS + GIB_15));
            }
            assertThat(percentile).isNotNaN();
        }
    }

    private static FeatureSnapshot gib(String symbol, double value) {
        return gib(symbol, Samples.NOON, value);
    }

    private static FeatureSnapshot gib(String symbol, long time, double value) {
        return new FeatureSnapshot(
                new SnapshotId(symbol, time),
                0,
                new FeatureVector.Builder().set(Feature.GIB_Z, value).build());
    }
}
