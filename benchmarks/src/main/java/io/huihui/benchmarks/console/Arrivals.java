package io.huihui.benchmarks.console;

import org.HdrHistogram.Histogram;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * When each record reached each client, against the time it was due. Messages are only looked
 * through for the places that name a record; reading them as JSON would take more time than the
 * server takes to send them.
 */
final class Arrivals implements SocketFrames.Receiver {

    private static final String TOPIC = "{\"topic\":\"";
    private static final String KEY = "\"key\":\"S";
    private static final String SECOND = "\"secondEndMillis\":";
    private static final int DIGITS_OF_SYMBOL = 3;
    private static final int DIGITS_OF_MILLIS = 13;

    /** Where a frame of the compass says its newest event time. */
    private static final int COMPASS_TIME = 8;

    private static final long LARGEST_MICROS = 120_000_000;

    private final ResultsFeed feed;
    private final Histogram records = new Histogram(LARGEST_MICROS, 3);
    private final Histogram compasses = new Histogram(LARGEST_MICROS, 3);
    private long messages;
    private long bytes;

    Arrivals(ResultsFeed feed) {
        this.feed = feed;
    }

    /**
     * Forgets what was, and counts what comes from now on; also what should have come before, so
     * that a server which falls behind cannot hide it.
     */
    synchronized void startAnew() {
        records.reset();
        compasses.reset();
        messages = 0;
        bytes = 0;
    }

    @Override
    public synchronized void message(boolean binary, byte[] message, int length, long nowNanos) {
        messages++;
        bytes += length;
        if (binary) {
            double newest =
                    ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getDouble(COMPASS_TIME);
            note(compasses, 0, (long) newest, nowNanos);
        } else {
            look(new String(message, 0, length, StandardCharsets.ISO_8859_1), nowNanos);
        }
    }

    private void look(String text, long nowNanos) {
        int at = text.indexOf(TOPIC);
        while (at >= 0) {
            int symbol = text.indexOf(KEY, at) + KEY.length();
            int second = text.indexOf(SECOND, symbol) + SECOND.length();
            note(
                    records,
                    Integer.parseInt(text, symbol, symbol + DIGITS_OF_SYMBOL, 10),
                    Long.parseLong(text, second, second + DIGITS_OF_MILLIS, 10),
                    nowNanos);
            at = text.indexOf(TOPIC, second);
        }
    }

    private void note(Histogram histogram, int symbol, long secondEndMillis, long nowNanos) {
        long micros = feed.microsSince(symbol, secondEndMillis, nowNanos);
        histogram.recordValue(Math.max(0, Math.min(LARGEST_MICROS, micros)));
    }

    /** What came in a while. */
    record Counted(Histogram records, Histogram compasses, long messages, long bytes) {}

    synchronized Counted counted() {
        return new Counted(records.copy(), compasses.copy(), messages, bytes);
    }
}
