package io.huihui.agents;

import org.apache.flink.statefun.sdk.java.TypeName;

/** Names under which {@code agents/module.yaml} knows functions, and where answers leave. */
final class AgentTypes {

    /** Settles conflicts of a symbol; its id is the symbol. */
    static final TypeName CONFLICT_RESOLVER = TypeName.typeNameOf("huihui", "conflict-resolver");

    /** Brings a symbol's minutes together; its id is the symbol. */
    static final TypeName STRATEGY_SAMPLER = TypeName.typeNameOf("huihui", "strategy-sampler");

    /** Draws and screens templates for a symbol; its id is the symbol. */
    static final TypeName STRATEGY_COMPOSER = TypeName.typeNameOf("huihui", "strategy-composer");

    /** What the module calls the values of the verdicts' topic. */
    static final TypeName VERDICT = TypeName.typeNameOf("huihui", "verdict");

    /** All topics of answers. */
    static final TypeName TOPICS = TypeName.typeNameOf("huihui", "topics");

    private AgentTypes() {}
}
