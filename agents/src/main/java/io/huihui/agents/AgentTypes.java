package io.huihui.agents;

import org.apache.flink.statefun.sdk.java.TypeName;

/** Names under which {@code agents/module.yaml} knows functions, and where answers leave. */
final class AgentTypes {

    /** Settles conflicts of a symbol; its id is the symbol. */
    static final TypeName CONFLICT_RESOLVER = TypeName.typeNameOf("huihui", "conflict-resolver");

    /** All topics of answers. */
    static final TypeName TOPICS = TypeName.typeNameOf("huihui", "topics");

    private AgentTypes() {}
}
