package io.huihui.models.strategy;

import io.huihui.models.decision.Structure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What templates can be made of. Steps are coarse on purpose: a finer grid has more templates that
 * fit the past by luck, and hardly more that are different.
 */
final class TemplateGrammar {

    private static final Structure[] STRUCTURES = Structure.values();
    private static final EntryInput[] INPUTS = EntryInput.values();

    private static final int[] DAYS = {1, 3, 7, 14, 21};
    private static final int[] OUTRIGHT_DELTAS = {30, 40, 50, 60};
    private static final int[] NEAR_DELTAS = {50, 60, 70};
    private static final int[] FAR_DELTAS = {20, 30, 40};

    /** Short strikes that are touched in less than half of the cases. */
    private static final int[] SOLD_DELTAS = {15, 20, 25, 30};

    private static final int[] WING_DELTAS = {5, 10};
    private static final int[] FLY_WING_DELTAS = {10, 20, 30};
    private static final int AT_THE_MONEY = 50;

    private static final int[] STOPS = {25, 50, 75, 100};
    private static final int[] TARGETS = {25, 50, 100, 200};
    private static final int[] HOLDS = {15, 30, 60, 120};

    /** With three of them most templates trade too seldom to be judged. */
    private static final int MOST_GATES = 2;

    /** From the median outwards: a gate that is nearly always open asks for nothing. */
    private static final int PERCENTILES_OF_A_SIDE = 3;

    private TemplateGrammar() {}

    /** Returns a template drawn from the grammar. */
    static StrategyTemplate draw(SplittableRandom random) {
        Structure structure = STRUCTURES[random.nextInt(STRUCTURES.length)];
        int days = one(DAYS, random);
        List<EntryGate> gates = gates(random);
        ExitRule exit = new ExitRule(one(STOPS, random), one(TARGETS, random), one(HOLDS, random));
        int bought = one(bought(structure), random);
        int sold = structure.hasShortLegs() ? one(sold(structure), random) : 0;
        return new StrategyTemplate(structure, days, bought, sold, gates, exit);
    }

    private static int[] bought(Structure structure) {
        return switch (structure) {
            case LONG_CALL, LONG_PUT -> OUTRIGHT_DELTAS;
            case CALL_DEBIT_SPREAD, PUT_DEBIT_SPREAD -> NEAR_DELTAS;
            case CALL_CREDIT_SPREAD, PUT_CREDIT_SPREAD, IRON_CONDOR -> WING_DELTAS;
            case LONG_STRADDLE -> new int[] {AT_THE_MONEY};
            case IRON_FLY -> FLY_WING_DELTAS;
        };
    }

    private static int[] sold(Structure structure) {
        return switch (structure) {
            case CALL_DEBIT_SPREAD, PUT_DEBIT_SPREAD -> FAR_DELTAS;
            case IRON_FLY -> new int[] {AT_THE_MONEY};
            default -> SOLD_DELTAS;
        };
    }

    private static List<EntryGate> gates(SplittableRandom random) {
        int count = 1 + random.nextInt(MOST_GATES);
        List<EntryInput> left = new ArrayList<>(List.of(INPUTS));
        List<EntryGate> gates = new ArrayList<>();
        int middle = EntryGate.PERCENTILES.length / 2;
        for (int i = 0; i < count; i++) {
            EntryInput input = left.remove(random.nextInt(left.size()));
            int outwards = random.nextInt(PERCENTILES_OF_A_SIDE);
            gates.add(
                    random.nextBoolean()
                            ? new EntryGate(
                                    input,
                                    GateSide.AT_LEAST,
                                    EntryGate.PERCENTILES[middle + outwards])
                            : new EntryGate(
                                    input,
                                    GateSide.AT_MOST,
                                    EntryGate.PERCENTILES[middle - outwards]));
        }
        return gates;
    }

    private static int one(int[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
