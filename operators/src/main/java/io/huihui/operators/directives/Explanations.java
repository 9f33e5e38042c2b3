package io.huihui.operators.directives;

import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Verdict;
import io.huihui.models.explanation.ConflictResolver;
import io.huihui.models.explanation.Explainer;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** results => why they are what they are; conflicts => how they were settled. Without state. */
public final class Explanations {

    public static final String VERDICTS_UID = "verdict-explanations";

    public static final String DIRECTIVES_UID = "directive-explanations";

    public static final String CONFLICTS_UID = "conflict-explanations";

    public static final String RESOLUTIONS_UID = "conflict-resolutions";

    private Explanations() {}

    /** Returns one explanation per verdict. */
    public static SingleOutputStreamOperator<Explanation> ofVerdicts(DataStream<Verdict> verdicts) {
        return verdicts.map(
                        verdict -> Explainer.explain(verdict),
                        TypeInformation.of(Explanation.class))
                .uid(VERDICTS_UID)
                .name("Explanations of verdicts");
    }

    /** Returns one explanation per directive. */
    public static SingleOutputStreamOperator<Explanation> ofDirectives(
            DataStream<Directive> directives) {
        return directives
                .map(
                        directive -> Explainer.explain(directive),
                        TypeInformation.of(Explanation.class))
                .uid(DIRECTIVES_UID)
                .name("Explanations of directives");
    }

    /** Returns one explanation per conflict: what each expert did to its decision. */
    public static SingleOutputStreamOperator<Explanation> ofConflicts(
            DataStream<ConflictRecord> conflicts) {
        return conflicts
                .map(ConflictResolver::explain, TypeInformation.of(Explanation.class))
                .uid(CONFLICTS_UID)
                .name("Explanations of conflicts");
    }

    /** Returns one resolution per conflict. */
    public static SingleOutputStreamOperator<Resolution> resolve(
            DataStream<ConflictRecord> conflicts) {
        return conflicts
                .map(ConflictResolver::resolve, TypeInformation.of(Resolution.class))
                .uid(RESOLUTIONS_UID)
                .name("Resolutions of conflicts");
    }
}
