package io.huihui.models.decision;

/** What kind of trading the flow expert believes it sees. */
public enum FlowType {
    INSTITUTIONAL_ACCUMULATION,
    INSTITUTIONAL_DISTRIBUTION,
    GAMMA_SQUEEZE,
    MOMENTUM_DRIVEN,
    RETAIL_SPECULATION,
    MIXED
}
