package io.huihui.benchmarks.learners;

/** How one rule is followed by the next. */
enum DriftKind {
    /** The rule never changes. */
    NONE,
    /** From one tick to the next. */
    ABRUPT,
    /** Each example follows the new rule with a probability that rises as a sigmoid. */
    GRADUAL
}
