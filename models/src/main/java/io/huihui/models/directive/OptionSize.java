package io.huihui.models.directive;

/**
 * How many units of a structure may be traded.
 *
 * @param units 0 when even one is too many
 * @param riskPerUnit currency lost at the stop, costs included
 * @param boundPerUnit currency the unit costs, or may lose at expiry, whichever way it is paid
 */
record OptionSize(int units, double riskPerUnit, double boundPerUnit) {

    /**
     * Returns the size by the risk of a trade and the largest position.
     *
     * @param stopValue of one unit where the thesis is given up, currency per share
     * @param commission of one unit in and out, currency
     */
    static OptionSize of(
            ChosenLegs legs, double stopValue, double commission, DirectiveConfig config) {
        double atStop = legs.entryLimit() - (stopValue - 0.5 * legs.spread());
        double risk = Math.max(legs.spread(), atStop) * legs.multiplier() + commission;
        double bound = (legs.entryLimit() - legs.leastAtExpiry()) * legs.multiplier() + commission;
        double units = Math.min(config.riskPerTrade() / risk, config.maximumPosition() / bound);
        return new OptionSize((int) Math.floor(units), risk, bound);
    }
}
