package io.huihui.text.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How likely one word follows another, counted in sentences, with something left for pairs that
 * were never counted.
 *
 * <p>Reference: Ney, Essen, Kneser, "On structuring probabilistic dependences in stochastic
 * language modelling", Computer Speech and Language, 1994 (absolute discounting); Katz, "Estimation
 * of probabilities from sparse data", IEEE TASSP, 1987 (backing off).
 */
public final class BigramModel {

    private static final String START = "<s>";
    private static final String END = "</s>";

    /** Taken off every count of a pair and given to the pairs that were not counted. */
    private static final double DISCOUNT = 0.5;

    /**
     * Every word counts as if seen this often more, so that words beside the sentences are heard.
     */
    private static final double EXTRA_COUNT = 0.5;

    /** What the format writes for a probability of nothing. */
    private static final double NOTHING = -99;

    private final NavigableMap<String, Double> words = new TreeMap<>();
    private final NavigableMap<String, NavigableMap<String, Double>> pairs = new TreeMap<>();

    private BigramModel() {}

    /** Returns the model of a language. */
    public static BigramModel of(MarketLanguage language) {
        BigramModel model = new BigramModel();
        language.words().forEach(word -> model.words.put(word, EXTRA_COUNT));
        model.words.put(END, EXTRA_COUNT);
        language.sentences()
                .forEach(
                        sentence -> {
                            String before = START;
                            for (String word : sentence) {
                                model.count(before, word);
                                before = word;
                            }
                            model.count(before, END);
                        });
        double total = model.words.values().stream().mapToDouble(Double::doubleValue).sum();
        model.words.replaceAll((word, count) -> count / total);
        return model;
    }

    private void count(String before, String word) {
        words.merge(word, 1.0, Double::sum);
        pairs.computeIfAbsent(before, first -> new TreeMap<>()).merge(word, 1.0, Double::sum);
    }

    /** Returns the probability of a word after another, {@code <s>} for the start. */
    double probability(String before, String word) {
        NavigableMap<String, Double> after = pairs.get(before);
        if (after != null && after.containsKey(word)) {
            return (after.get(word) - DISCOUNT) / total(after);
        }
        return backOff(before) * words.getOrDefault(word, 0.0);
    }

    /** By how much the probability of a word alone is scaled after this word. */
    private double backOff(String before) {
        NavigableMap<String, Double> after = pairs.get(before);
        if (after == null) {
            return 1;
        }
        double left = DISCOUNT * after.size() / total(after);
        double unseen = 1;
        for (String word : after.keySet()) {
            unseen -= words.get(word);
        }
        return left / unseen;
    }

    private static double total(NavigableMap<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Writes the model in the ARPA format, which every speech engine reads. */
    public void writeTo(Appendable out) {
        try {
            int pairCount = pairs.values().stream().mapToInt(Map::size).sum();
            out.append("\\data\\\n");
            out.append("ngram 1=" + (words.size() + 1) + "\n");
            out.append("ngram 2=" + pairCount + "\n\n\\1-grams:\n");
            out.append(line(NOTHING, START, Math.log10(backOff(START))));
            for (Map.Entry<String, Double> word : words.entrySet()) {
                double weight = Math.log10(backOff(word.getKey()));
                out.append(line(Math.log10(word.getValue()), word.getKey(), weight));
            }
            out.append("\n\\2-grams:\n");
            for (Map.Entry<String, NavigableMap<String, Double>> first : pairs.entrySet()) {
                for (String second : first.getValue().keySet()) {
                    double log = Math.log10(probability(first.getKey(), second));
                    out.append(number(log) + " " + first.getKey() + " " + second + "\n");
                }
            }
            out.append("\n\\end\\\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("writing a language model failed", failed);
        }
    }

    private static String line(double log, String word, double weight) {
        return number(log) + " " + word + " " + number(weight) + "\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
