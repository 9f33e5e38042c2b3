package io.huihui.connectors.topic;

import io.huihui.models.Require;

import java.util.Comparator;

/**
 * Place of a record in the total order of its topic: event time, then source, then sequence. For a
 * record without source and sequence the record id stands in for the source.
 */
public record EffectOrder(long eventTimeMillis, String source, long sequence)
        implements Comparable<EffectOrder> {

    private static final Comparator<EffectOrder> TOTAL =
            Comparator.comparingLong(EffectOrder::eventTimeMillis)
                    .thenComparing(EffectOrder::source)
                    .thenComparingLong(EffectOrder::sequence);

    public EffectOrder {
        Require.present("source", source);
    }

    @Override
    public int compareTo(EffectOrder other) {
        return TOTAL.compare(this, other);
    }
}
