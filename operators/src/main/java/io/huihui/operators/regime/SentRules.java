package io.huihui.operators.regime;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.expert.regime.RuleSets;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** The rules of event regimes: those configured, and those sent to the job since. */
final class SentRules implements Serializable {

    /** Sets that are kept: a symbol that is behind still asks for those before the newest. */
    static final int MOST_SETS = 16;

    /** By time, source and sequence. {@link #MOST_SETS} at most; the oldest go. */
    static final MapStateDescriptor<String, KeptRuleSet> RULES =
            new MapStateDescriptor<>(
                    "regime-expert-rules", Types.STRING, TypeInformation.of(KeptRuleSet.class));

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(SentRules.class);

    private final String configured;

    private transient RuleSets sets;

    /**
     * @param configured a text that was found to be rules
     */
    SentRules(String configured) {
        this.configured = configured;
    }

    /** What was known is to be read from state anew. */
    void open() {
        sets = null;
    }

    /** Returns the rules by time. */
    RuleSets sets(ReadOnlyBroadcastState<String, KeptRuleSet> kept) throws Exception {
        if (sets == null) {
            RegimeRules shipped = RegimeRules.shipped();
            sets =
                    new RuleSets(
                            shipped.yaml().equals(configured)
                                    ? shipped
                                    : RegimeRules.of(configured));
            for (Map.Entry<String, KeptRuleSet> entry : kept.immutableEntries()) {
                restore(entry.getValue());
            }
        }
        return sets;
    }

    private void restore(KeptRuleSet set) {
        try {
            sets.add(place(set), RegimeRules.of(set.yaml()));
        } catch (InvalidRecordException notUnderstood) {
            LOG.warn(
                    "rules that {} sent before are not understood by this release and hold no more:"
                            + " {}",
                    set.source(),
                    notUnderstood.getMessage());
        }
    }

    /** Takes a set that was sent. */
    void add(RuleSet set, BroadcastState<String, KeptRuleSet> kept) throws Exception {
        sets(kept);
        KeptRuleSet keep = KeptRuleSet.of(set);
        kept.put(key(place(keep)), keep);
        sets.add(place(keep), set.rules());
        TreeMap<RuleSets.Place, String> order = new TreeMap<>();
        for (Map.Entry<String, KeptRuleSet> entry : kept.immutableEntries()) {
            order.put(place(entry.getValue()), entry.getKey());
        }
        while (order.size() > MOST_SETS) {
            kept.remove(order.pollFirstEntry().getValue());
            sets = null;
        }
    }

    private static RuleSets.Place place(KeptRuleSet set) {
        return new RuleSets.Place(set.eventTimeMillis(), set.source(), set.sequence());
    }

    private static String key(RuleSets.Place place) {
        return place.eventTimeMillis() + "/" + place.source() + "/" + place.sequence();
    }
}
