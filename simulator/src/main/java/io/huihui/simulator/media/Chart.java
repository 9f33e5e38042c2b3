package io.huihui.simulator.media;

import java.util.List;

/**
 * An image of a chart and everything that is written in it.
 *
 * @param image PNG or JPEG
 * @param texts the title first; each as it stands on one line
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Chart(byte[] image, List<String> texts) {

    public Chart {
        texts = List.copyOf(texts);
    }
}
