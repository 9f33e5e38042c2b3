package io.huihui.models.expert.regime;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.StaleOpinion;
import io.huihui.models.feature.Feature;
import io.huihui.models.registry.FeatureEnd;
import io.huihui.models.registry.ValueType;

import java.util.Arrays;
import java.util.List;

/** What the regime expert can give to others, read off its opinions. */
public enum RegimeLoan {
    /** Volatility of the moment that conditions and micro-states lead to expect, annual. */
    VOLATILITY("regime.volatility", ValueType.POSITIVE, Feature.Unit.VOL_ANNUAL) {
        @Override
        Double said(ExpertOpinion opinion) {
            return opinion.regime().volatilityNowAnnual();
        }
    };

    private final String feature;
    private final ValueType type;
    private final Feature.Unit unit;

    RegimeLoan(String feature, ValueType type, Feature.Unit unit) {
        this.feature = feature;
        this.type = type;
        this.unit = unit;
    }

    /** Returns the feature of an opinion that has a detail; null when it says nothing of it. */
    abstract Double said(ExpertOpinion opinion);

    /**
     * Returns the feature as an opinion tells it; null when it does not, or tells it again of an
     * earlier second.
     */
    public Double of(ExpertOpinion opinion) {
        if (opinion.regime() == null || StaleOpinion.is(opinion)) {
            return null;
        }
        Double said = said(opinion);
        return said != null && type.accepts(said) ? said : null;
    }

    /** Returns the name of the feature. */
    public String feature() {
        return feature;
    }

    FeatureEnd end() {
        return new FeatureEnd(Expert.REGIME, feature, type, unit);
    }

    /** Returns all of them as the registry checks them. */
    public static List<FeatureEnd> ends() {
        return Arrays.stream(values()).map(RegimeLoan::end).toList();
    }
}
