package io.huihui.text.media;

import io.huihui.models.media.Reading;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** The words found on an image so far. */
final class Page {

    /** Words are cut out with this much around them, pixels: letters fade out at their edges. */
    private static final int MARGIN = 2;

    private final GrayImage image;
    private final List<String> lines = new ArrayList<>();
    private final List<Rectangle> words = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private double confidences;
    private long characters;

    Page(GrayImage image) {
        this.image = image;
    }

    GrayImage image() {
        return image;
    }

    void add(String word, double confidence, Rectangle place) {
        if (word.isEmpty()) {
            return;
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
        confidences += word.length() * confidence;
        characters += word.length();
        words.add(place);
    }

    void endLine() {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Returns the image with paper where the words were. */
    GrayImage withoutWords() {
        return image.without(words, MARGIN);
    }

    /** Returns the lines, and the mean confidence over their characters. */
    Reading reading() {
        return Reading.of(String.join("\n", lines), confidences / characters);
    }
}
