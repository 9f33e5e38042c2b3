package io.huihui.operators.regime;

import io.huihui.models.Sent;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.operators.sent.SentState;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** How the rules of event regimes that were sent to the job are kept. */
final class SentRules implements SentState.Form<KeptRuleSet, RegimeRules> {

    /** By time, source and sequence. {@link SentState#MOST} at most; the oldest go. */
    static final MapStateDescriptor<String, KeptRuleSet> RULES =
            new MapStateDescriptor<>(
                    "regime-expert-rules", Types.STRING, TypeInformation.of(KeptRuleSet.class));

    private SentRules() {}

    /**
     * Returns the rules, before any of them those in {@code configured}.
     *
     * @param configured a text that was found to be rules
     */
    static SentState<KeptRuleSet, RegimeRules> after(String configured) {
        RegimeRules shipped = RegimeRules.shipped();
        return new SentState<>(
                shipped.yaml().equals(configured) ? shipped : RegimeRules.of(configured),
                new SentRules());
    }

    @Override
    public Sent.Place place(KeptRuleSet kept) {
        return new Sent.Place(kept.eventTimeMillis(), kept.source(), kept.sequence());
    }

    @Override
    public RegimeRules read(KeptRuleSet kept) {
        return RegimeRules.of(kept.yaml());
    }
}
