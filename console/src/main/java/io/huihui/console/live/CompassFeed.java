package io.huihui.console.live;

import io.huihui.console.compass.CompassBook;
import io.huihui.console.view.FrameTimes;
import io.huihui.models.OutsideResults;
import io.huihui.models.feature.FeatureSnapshot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the compass of all symbols, and makes a frame of it once a second when something is new.
 */
public final class CompassFeed implements CompassFrames, AutoCloseable {

    /** The letters HPC1, little-endian. */
    static final int MAGIC = 0x31435048;

    static final int HEADER_BYTES = 16;

    /** Radius, percentile and value as 32-bit numbers, and a quality. */
    static final int BYTES_PER_CELL = 3 * Float.BYTES + 1;

    private static final Logger LOG = LoggerFactory.getLogger(CompassFeed.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int LONGEST_NAME = 255;

    private final CompassBook book = new CompassBook();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final RecentTimes times = new RecentTimes();
    private ByteBuffer all = ByteBuffer.allocate(0);
    private boolean fresh;
    private volatile long version = -1;

    public CompassFeed() {
        var unused =
                thread.scheduleWithFixedDelay(
                        this::turn, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes a snapshot. */
    public synchronized void add(FeatureSnapshot snapshot) {
        book.add(snapshot);
        fresh = true;
    }

    private void turn() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.error("no frame of the compass", e);
        }
    }

    /** Makes the next frame, if something is new. */
    @OutsideResults("How long a frame takes.")
    synchronized void publish() {
        if (fresh) {
            fresh = false;
            long begin = System.nanoTime();
            book.compute();
            all = encode(places(Set.of()));
            times.add(System.nanoTime() - begin);
            version++;
        }
    }

    @Override
    public FrameTimes times() {
        return times.times();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public synchronized ByteBuffer frame(Set<String> symbols) {
        return symbols.isEmpty() ? all.asReadOnlyBuffer() : encode(places(symbols));
    }

    private List<Integer> places(Set<String> wanted) {
        List<String> symbols = book.symbols();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < symbols.size(); place++) {
            if (wanted.isEmpty() || wanted.contains(symbols.get(place))) {
                places.add(place);
            }
        }
        return places;
    }

    private ByteBuffer encode(List<Integer> places) {
        List<String> symbols = book.symbols();
        List<byte[]> names = new ArrayList<>();
        int namesLength = 0;
        long newest = 0;
        for (int place : places) {
            byte[] name = symbols.get(place).getBytes(StandardCharsets.UTF_8);
            names.add(name);
            namesLength += 1 + Math.min(name.length, LONGEST_NAME);
            newest = Math.max(newest, book.secondEndMillis(place));
        }
        int cells = places.size() * CompassBook.CELLS;
        ByteBuffer frame =
                ByteBuffer.allocate(HEADER_BYTES + cells * BYTES_PER_CELL + namesLength)
                        .order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(MAGIC)
                .putShort((short) places.size())
                .put((byte) CompassBook.AXES)
                .put((byte) CompassBook.LAYERS)
                .putDouble((double) newest);
        for (int place : places) {
            for (int cell = first(place); cell < first(place + 1); cell++) {
                frame.putFloat((float) book.radius(cell));
            }
        }
        for (int place : places) {
            for (int cell = first(place); cell < first(place + 1); cell++) {
                frame.putFloat((float) book.percentile(cell));
            }
        }
        for (int place : places) {
            for (int cell = first(place); cell < first(place + 1); cell++) {
                frame.putFloat((float) book.value(cell));
            }
        }
        for (int place : places) {
            for (int cell = first(place); cell < first(place + 1); cell++) {
                frame.put((byte) book.quality(cell).ordinal());
            }
        }
        for (byte[] name : names) {
            int length = Math.min(name.length, LONGEST_NAME);
            frame.put((byte) length).put(name, 0, length);
        }
        return frame.flip();
    }

    private static int first(int place) {
        return place * CompassBook.CELLS;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
