package io.huihui.benchmarks.evaluate.gate;

import io.huihui.models.decision.Expert;

import java.util.Random;

/** When skill changes hands, and to whom: one expert knows much, the others little. */
final class SkillFlips implements PlantedExperts.Plan {

    static final int STEPS = 4_000;

    static final double SKILLED = 1.6;
    static final double UNSKILLED = 0.2;
    private static final double MEAN_STRETCH = 400;
    private static final int SHORTEST_STRETCH = 200;

    private final int[] skilled = new int[STEPS];

    SkillFlips(long seed) {
        Random random = new Random(seed);
        int now = random.nextInt(Expert.values().length);
        int until = stretch(random);
        for (int step = 0; step < STEPS; step++) {
            if (step == until) {
                now = (now + 1 + random.nextInt(Expert.values().length - 1)) % 3;
                until = step + stretch(random);
            }
            skilled[step] = now;
        }
    }

    private static int stretch(Random random) {
        return SHORTEST_STRETCH
                + (int) (-Math.log(1 - random.nextDouble()) * (MEAN_STRETCH - SHORTEST_STRETCH));
    }

    /** Returns the place of the expert that knows much. */
    int skilled(int step) {
        return skilled[step];
    }

    @Override
    public double strength(int step, Expert expert, int condition) {
        return expert.ordinal() == skilled[step] ? SKILLED : UNSKILLED;
    }
}
