package io.huihui.console.live;

import io.huihui.console.market.Update;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Puts records together to a text frame (docs/console.md). */
final class TextFrame {

    /** Longest one, characters; the rest follows in the next one. */
    static final int LONGEST = 4_000_000;

    private final StringBuilder body = new StringBuilder();

    /** Adds a record; refuses it where the frame is full. */
    boolean add(Update update, Wanted wanted) {
        if (body.length() >= LONGEST) {
            return false;
        }
        if (body.length() > 0) {
            body.append(',');
        }
        body.append(update.json(wanted.features()));
        return true;
    }

    /** Returns the records, between commas. */
    String body() {
        return body.toString();
    }

    /**
     * Returns a frame.
     *
     * @param sequence counts the frames of a client
     * @param state whether it is the first of a subscription
     * @param problem why the client's last message was refused; null when it was not
     * @param body records, between commas
     */
    static String of(long sequence, boolean state, String problem, String body) {
        String said =
                problem == null
                        ? "null"
                        : '"'
                                + String.valueOf(
                                        JsonStringEncoder.getInstance().quoteAsString(problem))
                                + '"';
        return "{\"sequence\":"
                + sequence
                + ",\"state\":"
                + state
                + ",\"problem\":"
                + said
                + ",\"updates\":["
                + body
                + "]}";
    }
}
