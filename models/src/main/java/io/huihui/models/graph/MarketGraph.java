package io.huihui.models.graph;

/** A graph that can be asked; every one gives the same answer to the same facts. */
public interface MarketGraph {

    /**
     * Returns what was known around a node at a moment. The answer is the same before and after
     * later facts have come; a node that is not known has an empty one.
     */
    Context context(ContextQuestion question);
}
