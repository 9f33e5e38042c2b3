package io.huihui.agents;

import io.huihui.models.decision.Resolution;

import java.util.concurrent.CompletableFuture;

/** Finds other words for a resolution. */
public interface Rewording extends AutoCloseable {

    /** Leaves the template's words. */
    Rewording NONE = CompletableFuture::completedFuture;

    /**
     * Returns the same resolution, in other words if there are good ones by a deadline; never
     * fails.
     */
    CompletableFuture<Resolution> reword(Resolution resolution);

    @Override
    default void close() {}
}
