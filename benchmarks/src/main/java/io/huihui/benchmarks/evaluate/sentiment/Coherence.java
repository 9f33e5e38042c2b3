package io.huihui.benchmarks.evaluate.sentiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often the keywords of a topic stand in the same headline: mean normalised pointwise mutual
 * information over pairs of keywords and topics, -1..1.
 *
 * <p>Reference: Bouma, "Normalized (pointwise) mutual information in collocation extraction", 2009.
 */
final class Coherence {

    private final Map<String, Set<Integer>> headlinesWith = new HashMap<>();
    private final int headlines;

    Coherence(List<List<String>> headlines) {
        this.headlines = headlines.size();
        for (int i = 0; i < headlines.size(); i++) {
            for (String word : headlines.get(i)) {
                headlinesWith.computeIfAbsent(word, key -> new HashSet<>()).add(i);
            }
        }
    }

    double of(List<List<String>> topics) {
        double sum = 0;
        int pairs = 0;
        for (List<String> keywords : topics) {
            for (int i = 0; i < keywords.size(); i++) {
                for (int j = 0; j < i; j++) {
                    sum += of(keywords.get(i), keywords.get(j));
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    private double of(String one, String other) {
        Set<Integer> first = headlinesWith.getOrDefault(one, Set.of());
        Set<Integer> second = headlinesWith.getOrDefault(other, Set.of());
        long both = first.stream().filter(second::contains).count();
        if (both == 0) {
            return -1;
        }
        double joint = both / (double) headlines;
        double chance = first.size() / (double) headlines * second.size() / headlines;
        return both == headlines ? 1 : Math.log(joint / chance) / -Math.log(joint);
    }
}
