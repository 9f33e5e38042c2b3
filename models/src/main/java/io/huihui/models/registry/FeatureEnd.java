package io.huihui.models.registry;

import io.huihui.models.Require;
import io.huihui.models.decision.Expert;
import io.huihui.models.feature.Feature;

import java.io.Serializable;

/**
 * One end of a loan as the code of an expert has it: a feature that it can give, or one that it
 * knows what to do with.
 *
 * @param name {@code producer.feature}, e.g. {@code regime.volatility}
 */
public record FeatureEnd(Expert expert, String name, ValueType type, Feature.Unit unit)
        implements Serializable {

    public FeatureEnd {
        Require.present("expert", expert);
        Require.text("name", name);
        Require.present("type", type);
        Require.present("unit", unit);
    }
}
