package io.huihui.operators.regime;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.RuleSet;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the regime experts of all symbols are told: a macro figure, or rules. Exactly one. */
public record RegimeNews(@OrNull MacroRelease macro, @OrNull RuleSet rules) {

    /** Of the steps that bring both into one stream. */
    public static final String MACRO_UID = "regime-expert-macro-news";

    public static final String RULES_UID = "regime-expert-rules-news";

    public RegimeNews {
        Require.that(
                (macro == null) != (rules == null),
                "a macro figure or rules",
                macro + " and " + rules);
    }

    public static RegimeNews of(MacroRelease macro) {
        return new RegimeNews(macro, null);
    }

    public static RegimeNews of(RuleSet rules) {
        return new RegimeNews(null, rules);
    }

    /** Returns both in one stream, in no order: whoever needs one goes by event time. */
    static DataStream<RegimeNews> union(DataStream<MacroRelease> macro, DataStream<RuleSet> rules) {
        TypeInformation<RegimeNews> type = TypeInformation.of(RegimeNews.class);
        DataStream<RegimeNews> figures =
                macro.map(release -> of(release), type).uid(MACRO_UID).name("Macro to regimes");
        return figures.union(
                rules.map(set -> of(set), type).uid(RULES_UID).name("Rules to regimes"));
    }
}
