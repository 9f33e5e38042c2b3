package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.models.text.FeatureGroup;
import io.huihui.models.text.LabelledSentence;
import io.huihui.models.text.SentenceFeatures;
import io.huihui.models.text.ToneLabel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The usual thing: TF-IDF of runs of one to three words and three to five letters, and multinomial
 * logistic regression with an L2 penalty, fitted by AdaGrad. What the classifier has to beat.
 */
final class LogisticBaseline {

    private static final int EPOCHS = 25;
    private static final double RATE = 0.5;

    /** Penalty per case and pass; about C = 10 of the usual libraries. */
    private static final double PENALTY = 2e-5;

    private static final int CLASSES = ToneLabel.values().length;

    /** One feature's idf, weights, and sums of squared gradients. */
    private static final class Column {
        int documents;
        double idf;
        final double[] weights = new double[CLASSES];
        final double[] squares = new double[CLASSES];
    }

    private final Map<Long, Column> columns = new HashMap<>();

    /** A sentence as columns and values. */
    private record Row(List<Column> columns, List<Double> values) {}

    LogisticBaseline(List<LabelledSentence> sentences, long seed) {
        List<SentenceFeatures> features = new ArrayList<>();
        for (LabelledSentence sentence : sentences) {
            SentenceFeatures of = SentenceFeatures.of(sentence.text());
            features.add(of);
            counts(of)
                    .keySet()
                    .forEach(hash -> columns.computeIfAbsent(hash, h -> new Column()).documents++);
        }
        columns.values()
                .forEach(
                        column ->
                                column.idf =
                                        1
                                                + Math.log(
                                                        (1.0 + sentences.size())
                                                                / (1 + column.documents)));
        List<Row> rows = features.stream().map(this::row).toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        Random random = new Random(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                learn(rows.get(i), sentences.get(i).label().ordinal());
            }
        }
    }

    private static Map<Long, Integer> counts(SentenceFeatures features) {
        Map<Long, Integer> counts = new HashMap<>();
        for (FeatureGroup group : List.of(FeatureGroup.WORDS, FeatureGroup.LETTERS)) {
            for (long hash : features.hashes(group)) {
                counts.merge(hash, 1, Integer::sum);
            }
        }
        return counts;
    }

    private Row row(SentenceFeatures features) {
        List<Column> used = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double squares = 0;
        List<Map.Entry<Long, Integer>> entries = new ArrayList<>(counts(features).entrySet());
        entries.sort(Map.Entry.comparingByKey());
        for (Map.Entry<Long, Integer> entry : entries) {
            Column column = columns.get(entry.getKey());
            if (column != null) {
                double value = (1 + Math.log(entry.getValue())) * column.idf;
                used.add(column);
                values.add(value);
                squares += value * value;
            }
        }
        double norm = squares == 0 ? 1 : Math.sqrt(squares);
        values.replaceAll(value -> value / norm);
        return new Row(used, values);
    }

    private void learn(Row row, int label) {
        double[] probabilities = probabilities(row);
        for (int i = 0; i < row.columns().size(); i++) {
            Column column = row.columns().get(i);
            for (int k = 0; k < CLASSES; k++) {
                double gradient =
                        (probabilities[k] - (k == label ? 1 : 0)) * row.values().get(i)
                                + PENALTY * column.weights[k];
                column.squares[k] += gradient * gradient;
                column.weights[k] -= RATE * gradient / (1e-3 + Math.sqrt(column.squares[k]));
            }
        }
    }

    private static double[] probabilities(Row row) {
        double[] scores = new double[CLASSES];
        for (int i = 0; i < row.columns().size(); i++) {
            for (int k = 0; k < CLASSES; k++) {
                scores[k] += row.columns().get(i).weights[k] * row.values().get(i);
            }
        }
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            scores[k] = Math.exp(scores[k]);
            sum += scores[k];
        }
        for (int k = 0; k < CLASSES; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    double[] probabilities(String text) {
        return probabilities(row(SentenceFeatures.of(text)));
    }
}
