package io.huihui.benchmarks.evaluate.sentiment;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** How many headlines each topic had over its whole life, and its last keywords. */
final class LargestTopics {

    private record Size(int headlines, List<String> keywords) {}

    private final TreeMap<Long, Size> sizes = new TreeMap<>();

    void add(long topic, List<String> keywords) {
        Size before = sizes.get(topic);
        sizes.put(topic, new Size(before == null ? 1 : before.headlines() + 1, keywords));
    }

    /** Keywords of the topics, largest first. */
    List<List<String>> keywords() {
        return sizes.values().stream()
                .sorted(Comparator.comparingInt((Size size) -> -size.headlines()))
                .map(Size::keywords)
                .toList();
    }
}
