package io.huihui.benchmarks.flow;

import io.huihui.benchmarks.Recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** The messages of the recorded LOBSTER half hour, parsed into columns before anything is timed. */
final class LobsterMessages {

    static final int NEW = 1;
    static final int PART_CANCELLED = 2;
    static final int DELETED = 3;
    static final int EXECUTED = 4;
    static final int EXECUTED_HIDDEN = 5;

    private static final String FOLDER = "lobster_aapl";
    private static final String MESSAGES = "AAPL_2012-06-21_0930_1000_message.csv";
    private static final String BOOK = "AAPL_2012-06-21_first792_orderbook_10.csv";

    /** Prices come as currency x 10,000; the book's ticks are cents. */
    private static final int UNITS_PER_TICK = 100;

    final int count;
    final long[] millis;
    final int[] types;
    final int[] sizes;
    final int[] ticks;

    /** Price in units of 1/10,000: hidden orders trade between ticks. */
    final int[] units;

    /** 1 = the resting order is a bid, -1 = an ask. */
    final int[] sides;

    /** Ask tick, ask size, bid tick, bid size, and so on: the book after the first message. */
    final int[] seed;

    private LobsterMessages(List<String> lines, String book) {
        count = lines.size();
        millis = new long[count];
        types = new int[count];
        sizes = new int[count];
        ticks = new int[count];
        units = new int[count];
        sides = new int[count];
        for (int i = 0; i < count; i++) {
            String[] fields = lines.get(i).replace("\uFEFF", "").split(",", -1);
            millis[i] = (long) Math.floor(Double.parseDouble(fields[0]) * 1_000);
            types[i] = Integer.parseInt(fields[1]);
            sizes[i] = Integer.parseInt(fields[3]);
            units[i] = Integer.parseInt(fields[4]);
            ticks[i] = units[i] / UNITS_PER_TICK;
            sides[i] = Integer.parseInt(fields[5]);
        }
        seed = Arrays.stream(book.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        for (int i = 0; i < seed.length; i += 2) {
            seed[i] /= UNITS_PER_TICK;
        }
    }

    /**
     * Returns the recording.
     *
     * @throws io.huihui.benchmarks.MissingInputException when it is not on this machine
     */
    static LobsterMessages load() {
        try {
            List<String> book = Files.readAllLines(Recordings.file(FOLDER, BOOK));
            return new LobsterMessages(
                    Files.readAllLines(Recordings.file(FOLDER, MESSAGES)), book.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
