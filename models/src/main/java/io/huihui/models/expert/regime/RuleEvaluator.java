package io.huihui.models.expert.regime;

/** Judges rules against one situation. */
final class RuleEvaluator {

    /** What {@link #strength} returns when the rule does not fire. */
    static final double DOES_NOT_FIRE = -1;

    private final MetricMemory memory;

    RuleEvaluator(MetricMemory memory) {
        this.memory = memory;
    }

    /**
     * Returns how far beyond its bound the weakest comparison of a firing rule is, 0..1, or {@link
     * #DOES_NOT_FIRE}. A missing metric never fires a rule.
     */
    double strength(RegimeRule rule, Situation situation) {
        double weakest = 1;
        for (Condition condition : rule.conditions()) {
            double strength = strength(condition, situation);
            if (strength < 0) {
                return DOES_NOT_FIRE;
            }
            weakest = Math.min(weakest, strength);
        }
        return weakest;
    }

    private double strength(Condition condition, Situation situation) {
        if (condition instanceof Condition.Compare compare) {
            return compare(compare, situation);
        }
        if (condition instanceof Condition.AnyOf any) {
            double strongest = DOES_NOT_FIRE;
            for (Condition each : any.conditions()) {
                strongest = Math.max(strongest, strength(each, situation));
            }
            return strongest;
        }
        if (condition instanceof Condition.OneOf one) {
            boolean member = one.values().contains(situation.attribute(one.attribute()));
            return member != one.negated() ? 1 : DOES_NOT_FIRE;
        }
        Condition.Contains contains = (Condition.Contains) condition;
        boolean found = situation.attribute(contains.attribute()).contains(contains.part());
        return found ? 1 : DOES_NOT_FIRE;
    }

    private double compare(Condition.Compare compare, Situation situation) {
        double value = memory.value(compare.metric(), situation.snapshot());
        double bound = memory.bound(compare, situation.session());
        if (!compare.comparison().holds(value, bound)) {
            return DOES_NOT_FIRE;
        }
        double measured = compare.comparison().isAbsolute() ? Math.abs(value) : value;
        // A bound of 0 has no scale to measure the excess by; such a comparison never weakens.
        return bound == 0 ? 1 : Math.min(1, Math.abs(measured - bound) / Math.abs(bound));
    }
}
