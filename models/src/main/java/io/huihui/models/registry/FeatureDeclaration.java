package io.huihui.models.registry;

import io.huihui.models.Require;
import io.huihui.models.decision.Expert;
import io.huihui.models.feature.Feature;

import java.io.Serializable;
import java.util.List;

/**
 * A feature that experts borrow.
 *
 * @param producer who gives it
 * @param name {@code producer.feature}, e.g. {@code regime.volatility}
 * @param freshMillis how much older than the second of its reader a value may be, event time; an
 *     older one is missing
 * @param consumers who reads it
 */
public record FeatureDeclaration(
        Expert producer,
        String name,
        ValueType type,
        Feature.Unit unit,
        long freshMillis,
        List<Expert> consumers)
        implements Serializable {

    private static final String NAME = "[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*";
    private static final long MOST_FRESH_MILLIS = 60 * 60_000L;

    public FeatureDeclaration {
        Require.present("producer", producer);
        Require.text("name", name);
        Require.that(name.matches(NAME), "a name like regime.volatility", "`" + name + "`");
        Require.present("type", type);
        Require.present("unit", unit);
        Require.that(
                freshMillis >= FeatureTimeline.STEP_MILLIS && freshMillis <= MOST_FRESH_MILLIS,
                "freshMillis of " + name + " in 1000..3600000",
                "freshMillis=" + freshMillis);
        consumers = List.copyOf(consumers);
    }
}
