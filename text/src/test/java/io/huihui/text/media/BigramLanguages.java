package io.huihui.text.media;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Small languages, for tests. */
final class BigramLanguages {

    private BigramLanguages() {}

    static MarketLanguage of(String... sentences) {
        List<List<String>> split =
                Stream.of(sentences).map(sentence -> List.of(sentence.split(" ", -1))).toList();
        return new MarketLanguage(split, new TreeSet<>(), new TreeMap<>());
    }
}
