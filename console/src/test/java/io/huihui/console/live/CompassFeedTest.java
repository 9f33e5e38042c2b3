package io.huihui.console.live;

import io.huihui.console.compass.CompassAxis;
import io.huihui.console.compass.CompassBook;
import io.huihui.console.compass.CompassLayer;
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
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CompassFeedTest {

    private static final int GIB_15 = CompassBook.cell(0, CompassAxis.GIB, CompassLayer.MINUTES_15);

    private final CompassFeed feed = new CompassFeed();

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void frameIsLaidOutAsTheContractSays() {
        feed.add(gib("SPY", 1.25));
        feed.add(gib("QQQ", -2.5));
        feed.publish();

        ByteBuffer frame = feed.frame(Set.of()).order(ByteOrder.LITTLE_ENDIAN);

        int cells = 2 * CompassBook.CELLS;
        assertThat(frame.getInt(0)).isEqualTo(CompassFeed.MAGIC);
        assertThat(frame.getShort(4)).isEqualTo((short) 2);
        assertThat(frame.get(6)).isEqualTo((byte) 12);
        assertThat(frame.get(7)).isEqualTo((byte) 5);
        assertThat(frame.getDouble(8)).isEqualTo(Samples.NOON);
        assertThat(frame.getFloat(16 + 4 * GIB_15)).isEqualTo(0.75f);
        assertThat(frame.getFloat(16 + 4 * (cells + GIB_15))).isNaN();
        assertThat(frame.getFloat(16 + 4 * (2 * cells + GIB_15))).isEqualTo(1.25f);
        assertThat(frame.get(16 + 12 * cells + GIB_15)).isEqualTo((byte) Quality.PARTIAL.ordinal());
        byte[] names = new byte[8];
        frame.get(16 + 13 * cells, names);
        assertThat(new String(names, StandardCharsets.US_ASCII)).isEqualTo("\u0003SPY\u0003QQQ");
        assertThat(frame.limit()).isEqualTo(16 + 13 * cells + 8);
    }

    @Test
    void fewerSymbolsMakeASmallerFrameAndNothingNewMakesNone() {
        feed.add(gib("SPY", 1.25));
        feed.add(gib("QQQ", -2.5));
        feed.publish();
        long version = feed.version();
        feed.publish();

        ByteBuffer frame = feed.frame(Set.of("QQQ")).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(feed.version()).isEqualTo(version);
        assertThat(frame.getShort(4)).isEqualTo((short) 1);
        assertThat(frame.getFloat(16 + 4 * GIB_15)).isZero();
    }

    private static FeatureSnapshot gib(String symbol, double value) {
        return new FeatureSnapshot(
                new SnapshotId(symbol, Samples.NOON),
                0,
                new FeatureVector.Builder().set(Feature.GIB_Z, value).build());
    }
}
