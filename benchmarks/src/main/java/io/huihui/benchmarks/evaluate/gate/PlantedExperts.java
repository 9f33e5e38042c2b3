package io.huihui.benchmarks.evaluate.gate;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.RegimeDetail;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateMarket;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Three experts of whom it is known when they are right. What happens at a step is up, down or flat
 * alike. An expert sees for each of the three its strength times whether it happens, plus standard
 * normal noise, and says what would follow if its strength were {@link #BELIEVED}; its true
 * strength is what the plan plants, and it does not know it. So an expert out of its depth is as
 * sure of itself as ever, as the predecessor's were.
 *
 * <p>The market's condition moves at random and is seen as a posterior with noise.
 */
final class PlantedExperts {

    /** What an expert takes its strength to be. */
    static final double BELIEVED = 1.6;

    private static final Expert[] EXPERTS = Expert.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final MarketCondition[] CONDITIONS = MarketCondition.values();

    /** Conditions that occur; the others are rare in any market. */
    private static final int CONDITIONS_USED = 6;

    /** Mean steps in a condition: at a step in half a minute, twenty minutes. */
    private static final double MEAN_STAY = 40;

    /** Noise of the logarithms of the posterior: the likeliest is right four times in five. */
    private static final double POSTERIOR_NOISE = 1.2;

    private static final double POSTERIOR_SIGNAL = 3;

    private static final long STEP_MILLIS = 30_000;
    private static final int SESSION_STEPS = 700;

    /** A Monday with a whole session. */
    private static final long START = 1_767_625_200_000L;

    /** Strength of an expert at a step in a condition. */
    interface Plan {
        double strength(int step, Expert expert, int condition);
    }

    private static final double STRONG = 1.8;
    private static final double WEAK = 0.1;
    private static final double ALIKE = 0.9;

    /** A plan: in each condition one expert knows much; which one differs by condition. */
    static double byCondition(int step, Expert expert, int condition) {
        return condition % EXPERTS.length == expert.ordinal() ? STRONG : WEAK;
    }

    /** A plan: all know the same. */
    static double alike(int step, Expert expert, int condition) {
        return ALIKE;
    }

    /** One step: what the gate sees, and what then happens. */
    record Step(
            GateMarket market, List<ExpertOpinion> opinions, Direction realized, int condition) {}

    private final Random random;
    private final Plan plan;
    private final long start;
    private int step;
    private int condition;

    PlantedExperts(long seed, Plan plan) {
        this.random = new Random(seed * 7_919 + 17);
        this.plan = plan;
        this.start = TradingCalendar.newYork().openMillis(TradingCalendar.newYork().date(START));
        this.condition = random.nextInt(CONDITIONS_USED);
    }

    /** Returns what happens next. */
    Step next() {
        if (random.nextDouble() < 1 / MEAN_STAY) {
            condition = (condition + 1 + random.nextInt(CONDITIONS_USED - 1)) % CONDITIONS_USED;
        }
        // Steps wrap round within a session: the time of day tells nothing here.
        long second = start + STEP_MILLIS * (1 + step % SESSION_STEPS);
        SnapshotId snapshot = new SnapshotId("PLANTED", second);
        Direction realized = DIRECTIONS[random.nextInt(DIRECTIONS.length)];
        MarketState state = state(snapshot);
        List<ExpertOpinion> opinions = new ArrayList<>();
        for (Expert expert : EXPERTS) {
            double strength = plan.strength(step, expert, condition);
            opinions.add(opinion(snapshot, expert, said(strength, realized), state));
        }
        GateMarket market =
                new GateMarket(
                        snapshot,
                        null,
                        0.1 + 0.2 * random.nextDouble(),
                        random.nextDouble(),
                        0.1 * random.nextGaussian(),
                        random.nextDouble());
        step++;
        return new Step(market, opinions, realized, condition);
    }

    private double[] said(double strength, Direction realized) {
        double[] said = new double[DIRECTIONS.length];
        double sum = 0;
        for (int i = 0; i < said.length; i++) {
            double seen = (i == realized.ordinal() ? strength : 0) + random.nextGaussian();
            said[i] = Math.exp(BELIEVED * seen);
            sum += said[i];
        }
        for (int i = 0; i < said.length; i++) {
            said[i] /= sum;
        }
        return said;
    }

    private MarketState state(SnapshotId snapshot) {
        double[] posterior = new double[CONDITIONS.length];
        double sum = 0;
        for (int i = 0; i < posterior.length; i++) {
            double signal = i == condition ? POSTERIOR_SIGNAL : 0;
            posterior[i] = Math.exp(signal + POSTERIOR_NOISE * random.nextGaussian());
            sum += posterior[i];
        }
        List<ConditionProbability> list = new ArrayList<>();
        int likeliest = 0;
        for (int i = 0; i < posterior.length; i++) {
            list.add(new ConditionProbability(CONDITIONS[i], Math.min(1, posterior[i] / sum)));
            likeliest = posterior[i] > posterior[likeliest] ? i : likeliest;
        }
        return new MarketState(
                snapshot,
                CONDITIONS[likeliest],
                list,
                Bias.NEUTRAL,
                0,
                List.of(),
                List.of(),
                "planted/1");
    }

    private static ExpertOpinion opinion(
            SnapshotId snapshot, Expert expert, double[] said, MarketState state) {
        double up = said[Direction.UP.ordinal()];
        double down = said[Direction.DOWN.ordinal()];
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(new Thesis(horizon, up, down, Math.max(0, 1 - up - down)));
        }
        Thesis central = theses.get(Horizon.MINUTES_15.ordinal());
        return new ExpertOpinion(
                snapshot,
                expert,
                theses,
                VolatilityView.uniform(),
                central.probability(central.likeliest()),
                List.of(),
                List.of(),
                "planted/1",
                false,
                null,
                expert == Expert.REGIME ? new RegimeDetail(state, null, null, null, null) : null,
                null,
                null);
    }
}
