package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.Recordings;
import io.huihui.models.text.LabelledSentence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Labelled sentences of the Financial PhraseBank.
 *
 * <p>Reference: Malo et al., "Good debt or bad debt: detecting semantic orientations in economic
 * texts", JASIST 2014.
 */
public final class PhraseBank {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PhraseBank() {}

    /** Returns the recorded sentences. */
    static List<LabelledSentence> recorded() {
        return read(Recordings.file("financial_phrasebank", "sentences.txt"));
    }

    /**
     * Returns the sentences of a file of lines {@code sentence@label}, each once: a sentence that
     * is there twice must not be both trained and tested on.
     */
    public static List<LabelledSentence> read(Path file) {
        LinkedHashSet<LabelledSentence> sentences = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String plain =
                        line.isEmpty() || line.charAt(0) != BYTE_ORDER_MARK
                                ? line
                                : line.substring(1);
                if (!plain.isBlank()) {
                    sentences.add(LabelledSentence.parse(plain));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ArrayList<>(sentences);
    }

    /** Returns numbers 0..n-1 dealt into folds, each label evenly, in an order the seed gives. */
    static List<List<Integer>> folds(List<LabelledSentence> sentences, int count, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        order.sort((a, b) -> sentences.get(a).label().compareTo(sentences.get(b).label()));
        List<List<Integer>> folds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            folds.add(new ArrayList<>());
        }
        for (int i = 0; i < order.size(); i++) {
            folds.get(i % count).add(order.get(i));
        }
        folds.forEach(fold -> Collections.shuffle(fold, new Random(seed)));
        return folds;
    }
}
