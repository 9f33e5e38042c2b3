package io.huihui.console.view;

import java.util.List;

/**
 * What the compass of a symbol looked like in the last twenty minutes of its market.
 *
 * @param frames of this symbol alone, as of the topic {@code compass}, in base64; ten seconds
 *     apart, oldest first
 */
public record CompassTrail(String symbol, List<String> frames) {

    public CompassTrail {
        frames = List.copyOf(frames);
    }
}
