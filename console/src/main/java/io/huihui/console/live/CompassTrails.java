package io.huihui.console.live;

import io.huihui.console.compass.CompassBook;
import io.huihui.console.compass.CompassSigns;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the compass of each symbol looked like: a frame in ten seconds of its market, for twenty
 * minutes. A page that is opened anew shows them as its history.
 */
final class CompassTrails {

    static final long STEP_MILLIS = 10_000;

    static final int KEPT = 120;

    private final Map<String, Deque<Seen>> trails = new HashMap<>();

    /** A frame of one symbol, in base64. */
    private record Seen(long millis, String frame) {}

    /** Keeps the present frame of every symbol whose last one is old enough. */
    void add(CompassBook book, CompassSigns signs) {
        List<String> symbols = book.symbols();
        for (int place = 0; place < symbols.size(); place++) {
            Deque<Seen> trail =
                    trails.computeIfAbsent(symbols.get(place), any -> new ArrayDeque<>());
            long now = book.secondEndMillis(place);
            if (trail.isEmpty() || now - trail.getLast().millis() >= STEP_MILLIS) {
                trail.addLast(new Seen(now, frame(book, signs, place)));
                if (trail.size() > KEPT) {
                    trail.removeFirst();
                }
            }
        }
    }

    private static String frame(CompassBook book, CompassSigns signs, int place) {
        return Base64.getEncoder()
                .encodeToString(CompassEncoder.encode(book, signs, List.of(place)).array());
    }

    /** Returns the frames of a symbol, oldest first. */
    List<String> of(String symbol) {
        List<String> frames = new ArrayList<>();
        trails.getOrDefault(symbol, new ArrayDeque<>()).forEach(seen -> frames.add(seen.frame()));
        return frames;
    }
}
