package io.huihui.connectors.gateway;

/** A provider that the gateway can ask. */
public enum ProviderName {
    /** Chains with signed flow of customers. */
    CONVEXVALUE,
    /** Chains without. */
    TRADIER,
    /** Nobody: there is no fallback. */
    NONE
}
