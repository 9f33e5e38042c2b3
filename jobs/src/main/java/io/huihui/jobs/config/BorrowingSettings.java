package io.huihui.jobs.config;

import io.huihui.models.Require;
import io.huihui.models.decision.Expert;
import io.huihui.models.expert.flow.FlowBorrowing;
import io.huihui.models.expert.regime.RegimeLoan;
import io.huihui.models.feature.Feature;
import io.huihui.models.registry.FeatureDeclaration;
import io.huihui.models.registry.FeatureRegistry;
import io.huihui.models.registry.ValueType;

import java.util.List;

/**
 * What experts borrow from one another: the registry, checked as it is read.
 *
 * @param features each with its producer and consumers; empty: everyone goes by what he has himself
 */
public record BorrowingSettings(List<FeatureDeclaration> features) {

    /** Ten snapshots: a condition lasts for minutes, and an expert that fails is back by then. */
    private static final long FRESH_MILLIS = 10_000;

    public BorrowingSettings {
        Require.present("borrowing.features", features);
        features = List.copyOf(features);
        registry(features);
    }

    static BorrowingSettings defaults() {
        return new BorrowingSettings(
                List.of(
                        new FeatureDeclaration(
                                Expert.REGIME,
                                "regime.volatility",
                                ValueType.POSITIVE,
                                Feature.Unit.VOL_ANNUAL,
                                FRESH_MILLIS,
                                List.of(Expert.FLOW))));
    }

    /** Returns the registry of the features. */
    public FeatureRegistry registry() {
        return registry(features);
    }

    private static FeatureRegistry registry(List<FeatureDeclaration> features) {
        return FeatureRegistry.of(features, RegimeLoan.ends(), FlowBorrowing.ends());
    }
}
