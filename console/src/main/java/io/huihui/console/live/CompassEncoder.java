package io.huihui.console.live;

import io.huihui.console.compass.CompassBook;
import io.huihui.console.compass.CompassLayer;
import io.huihui.console.compass.CompassReading;
import io.huihui.console.compass.CompassSigns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Lays out a frame of the compass (docs/console.md). */
final class CompassEncoder {

    /** The letters HPC2, little-endian. */
    static final int MAGIC = 0x32435048;

    static final int HEADER_BYTES = 16;

    /** Radius, percentile and value as 32-bit numbers, and a quality. */
    static final int BYTES_PER_CELL = 3 * Float.BYTES + 1;

    /** Energy and bias as 32-bit numbers, and a word for each. */
    static final int BYTES_PER_READING = 2 * Float.BYTES + 2;

    private static final CompassLayer[] LAYERS = CompassLayer.values();
    private static final int LONGEST_NAME = 255;

    private final CompassBook book;
    private final List<Integer> places;

    private CompassEncoder(CompassBook book, List<Integer> places) {
        this.book = book;
        this.places = places;
    }

    /** Returns a frame of some symbols. */
    static ByteBuffer encode(CompassBook book, CompassSigns signs, List<Integer> places) {
        return new CompassEncoder(book, places).encode(signs);
    }

    private ByteBuffer encode(CompassSigns signs) {
        List<byte[]> names = names();
        int perSymbol =
                CompassBook.CELLS * BYTES_PER_CELL
                        + LAYERS.length * BYTES_PER_READING
                        + Integer.BYTES;
        int namesLength = names.stream().mapToInt(name -> 1 + name.length).sum();
        ByteBuffer frame =
                ByteBuffer.allocate(HEADER_BYTES + places.size() * perSymbol + namesLength)
                        .order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(MAGIC)
                .putShort((short) places.size())
                .put((byte) CompassBook.AXES)
                .put((byte) CompassBook.LAYERS)
                .putDouble((double) newest());
        putCells(frame, book::radius);
        putCells(frame, book::percentile);
        putCells(frame, book::value);
        for (int place : places) {
            for (int cell = first(place); cell < first(place + 1); cell++) {
                frame.put((byte) book.quality(cell).ordinal());
            }
        }
        putReadings(frame);
        for (int place : places) {
            frame.putInt(signs.standing(place));
        }
        for (byte[] name : names) {
            frame.put((byte) name.length).put(name);
        }
        return frame.flip();
    }

    private List<byte[]> names() {
        List<String> symbols = book.symbols();
        List<byte[]> names = new ArrayList<>();
        for (int place : places) {
            byte[] name = symbols.get(place).getBytes(StandardCharsets.UTF_8);
            names.add(name.length <= LONGEST_NAME ? name : Arrays.copyOf(name, LONGEST_NAME));
        }
        return names;
    }

    private long newest() {
        return places.stream().mapToLong(book::secondEndMillis).max().orElse(0);
    }

    private void putCells(ByteBuffer frame, IntToDoubleFunction number) {
        for (int place : places) {
            for (int cell = first(place); cell < first(place + 1); cell++) {
                frame.putFloat((float) number.applyAsDouble(cell));
            }
        }
    }

    private void putReadings(ByteBuffer frame) {
        List<CompassReading> readings = new ArrayList<>();
        for (int place : places) {
            for (CompassLayer layer : LAYERS) {
                readings.add(CompassReading.of(book, place, layer));
            }
        }
        readings.forEach(reading -> frame.putFloat((float) reading.energy()));
        readings.forEach(reading -> frame.putFloat((float) reading.bias()));
        readings.forEach(reading -> frame.put((byte) reading.activity().ordinal()));
        readings.forEach(reading -> frame.put((byte) reading.flowBias().ordinal()));
    }

    private static int first(int place) {
        return place * CompassBook.CELLS;
    }
}
