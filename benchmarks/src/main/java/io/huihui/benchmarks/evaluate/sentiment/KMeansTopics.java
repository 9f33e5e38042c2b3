package io.huihui.benchmarks.evaluate.sentiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Spherical k-means on TF-IDF over all headlines at once: what the one-pass tracker is held
 * against.
 */
final class KMeansTopics {

    private static final int ROUNDS = 15;
    private static final long SEED = 7;

    private KMeansTopics() {}

    /** Returns the keywords of each cluster, most telling first. */
    static List<List<String>> keywords(List<List<String>> headlines, int clusters, int count) {
        Map<String, Integer> with = new HashMap<>();
        headlines.forEach(words -> words.forEach(word -> with.merge(word, 1, Integer::sum)));
        List<Map<String, Double>> rows = new ArrayList<>();
        for (List<String> words : headlines) {
            Map<String, Double> row = new HashMap<>();
            words.forEach(word -> row.put(word, rarity(with.get(word), headlines.size())));
            rows.add(unit(row));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(SEED));
        List<Map<String, Double>> centres = new ArrayList<>();
        for (int i = 0; i < clusters; i++) {
            centres.add(rows.get(order.get(i)));
        }
        int[] cluster = new int[rows.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < rows.size(); i++) {
                cluster[i] = nearest(rows.get(i), centres);
            }
            centres = centres(rows, cluster, clusters);
        }
        return keywords(headlines, cluster, clusters, count, with);
    }

    private static double rarity(int with, int headlines) {
        return Math.log((1.0 + headlines) / (1 + with)) + 1;
    }

    private static int nearest(Map<String, Double> row, List<Map<String, Double>> centres) {
        int best = 0;
        double bestProduct = -1;
        for (int k = 0; k < centres.size(); k++) {
            double product = 0;
            for (Map.Entry<String, Double> entry : row.entrySet()) {
                product += entry.getValue() * centres.get(k).getOrDefault(entry.getKey(), 0.0);
            }
            if (product > bestProduct) {
                bestProduct = product;
                best = k;
            }
        }
        return best;
    }

    private static List<Map<String, Double>> centres(
            List<Map<String, Double>> rows, int[] cluster, int clusters) {
        List<Map<String, Double>> sums = new ArrayList<>();
        for (int k = 0; k < clusters; k++) {
            sums.add(new HashMap<>());
        }
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Double> sum = sums.get(cluster[i]);
            rows.get(i).forEach((word, value) -> sum.merge(word, value, Double::sum));
        }
        return sums.stream().map(KMeansTopics::unit).toList();
    }

    private static Map<String, Double> unit(Map<String, Double> row) {
        double squares = 0;
        for (double value : row.values()) {
            squares += value * value;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        Map<String, Double> unit = new HashMap<>();
        row.forEach((word, value) -> unit.put(word, value / length));
        return unit;
    }

    private static List<List<String>> keywords(
            List<List<String>> headlines,
            int[] cluster,
            int clusters,
            int count,
            Map<String, Integer> with) {
        List<List<String>> keywords = new ArrayList<>();
        for (int k = 0; k < clusters; k++) {
            Map<String, Double> weights = new HashMap<>();
            for (int i = 0; i < cluster.length; i++) {
                if (cluster[i] == k) {
                    headlines.get(i).forEach(word -> weights.merge(word, 1.0, Double::sum));
                }
            }
            weights.replaceAll((word, weight) -> weight * rarity(with.get(word), headlines.size()));
            List<String> words = new ArrayList<>(weights.keySet());
            words.sort(
                    (a, b) -> {
                        int byWeight = Double.compare(weights.get(b), weights.get(a));
                        return byWeight != 0 ? byWeight : a.compareTo(b);
                    });
            keywords.add(words.subList(0, Math.min(count, words.size())));
        }
        return keywords;
    }
}
