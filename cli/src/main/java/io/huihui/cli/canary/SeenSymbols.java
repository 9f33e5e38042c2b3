package io.huihui.cli.canary;

import io.huihui.connectors.kafka.WrittenRecords;
import io.huihui.connectors.topic.Topics;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The symbols on which verdicts were given lately. */
public final class SeenSymbols {

    /** Of each partition: some seconds of a thousand symbols. */
    private static final long RECORDS = 5_000;

    private SeenSymbols() {}

    /** Reads the last verdicts of a Kafka. */
    public static Set<String> of(String servers) {
        return WrittenRecords.last(servers, Topics.VERDICTS.name(), RECORDS).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns this share of the symbols, at least one: which ones depends on their names alone, and
     * not on the alphabet.
     *
     * @param percent 1..100
     */
    public static List<String> share(Set<String> symbols, int percent) {
        int count = Math.max(1, Math.round(symbols.size() * percent / 100f));
        return symbols.stream()
                .sorted(
                        Comparator.comparingInt(SeenSymbols::mixed)
                                .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .toList();
    }

    /** Spreads hashes of like names (Knuth, The Art of Computer Programming, vol. 3, 6.4). */
    private static int mixed(String symbol) {
        return symbol.hashCode() * 0x9E3779B1;
    }
}
