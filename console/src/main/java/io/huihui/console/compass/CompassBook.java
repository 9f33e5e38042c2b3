package io.huihui.console.compass;

import io.huihui.console.live.CompassFrames;
import io.huihui.models.feature.FeatureSnapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The compasses of all symbols; written by one thread, and laid out as frames for any. */
public final class CompassBook implements CompassFrames {

    private static final int MAGIC = 0x31435048;
    private static final int HEADER_BYTES = 16;
    private static final int BYTES_PER_CELL = 3 * Float.BYTES + Byte.BYTES;

    private final Map<String, SymbolCompass> compasses = new TreeMap<>();

    /** Of all symbols, ms. */
    private long newestMillis = -1;

    /** Takes a snapshot; one older than what is known of its symbol changes nothing. */
    public synchronized void add(FeatureSnapshot snapshot) {
        String symbol = snapshot.id().symbol();
        if (compasses.computeIfAbsent(symbol, any -> new SymbolCompass()).add(snapshot)) {
            newestMillis = Math.max(newestMillis, snapshot.id().secondEndMillis());
        }
    }

    /** Counts seconds of event time, so that a client hears once a second. */
    @Override
    public synchronized long version() {
        return newestMillis;
    }

    @Override
    public synchronized ByteBuffer frame(Set<String> symbols) {
        List<byte[]> names = new ArrayList<>();
        List<SymbolCompass> shown = new ArrayList<>();
        compasses.forEach(
                (symbol, compass) -> {
                    if (symbols.isEmpty() || symbols.contains(symbol)) {
                        names.add(symbol.getBytes(StandardCharsets.UTF_8));
                        shown.add(compass);
                    }
                });
        int cells = shown.size() * SymbolCompass.CELLS;
        int nameBytes = names.stream().mapToInt(name -> 1 + name.length).sum();
        ByteBuffer frame =
                ByteBuffer.allocate(HEADER_BYTES + cells * BYTES_PER_CELL + nameBytes)
                        .order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(MAGIC).putShort((short) shown.size());
        frame.put((byte) CompassAxis.values().length).put((byte) SymbolCompass.LAYERS);
        frame.putDouble(
                shown.isEmpty()
                        ? newestMillis
                        : Collections.max(shown.stream().map(SymbolCompass::eventMillis).toList()));
        putAll(frame, shown, SymbolCompass::radius);
        putAll(frame, shown, SymbolCompass::percentile);
        putAll(frame, shown, SymbolCompass::value);
        shown.forEach(compass -> frame.put(compass.quality()));
        names.forEach(name -> frame.put((byte) name.length).put(name));
        return frame.flip();
    }

    private static void putAll(
            ByteBuffer frame, List<SymbolCompass> shown, Function<SymbolCompass, float[]> numbers) {
        for (SymbolCompass compass : shown) {
            for (float number : numbers.apply(compass)) {
                frame.putFloat(number);
            }
        }
    }
}
