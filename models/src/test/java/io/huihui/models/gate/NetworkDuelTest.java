package io.huihui.models.gate;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.decision.Direction;
import io.huihui.models.outcome.OutcomeScorer;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NetworkDuelTest {

    private static final int OUTCOMES = 2_000;

    /** Up, down, flat; where up happens their Brier scores are .32 and .5. */
    private static final double[] BETTER = {0.6, 0.4, 0};

    private static final double[] WORSE = {0.5, 0.5, 0};

    @Test
    void aBetterChallengerDecidesAndTheOneBeforeChallengesIt() {
        NetworkDuel duel = new NetworkDuel();
        duel.hear("new", NetworkRole.CHALLENGER);
        assertThat(duel.champion()).isEqualTo(NetworkDuel.SHIPPED);

        NetworkDuel.Decision decision = untilDecided(duel, WORSE, BETTER);

        assertThat(decision.change()).isEqualTo(NetworkDuel.Change.PROMOTED);
        assertThat(decision.decides()).isEqualTo("new");
        assertThat(decision.other()).isEqualTo(NetworkDuel.SHIPPED);
        assertThat(decision.brier()).isCloseTo(0.32, within(1e-9));
        assertThat(decision.brierOfOther()).isCloseTo(0.5, within(1e-9));
        assertThat(duel.champion()).isEqualTo("new");
        assertThat(duel.challenger()).isEqualTo(NetworkDuel.SHIPPED);
    }

    @Test
    void aWorseChallengerIsForgotten() {
        NetworkDuel duel = new NetworkDuel();
        duel.hear("new", NetworkRole.CHALLENGER);

        NetworkDuel.Decision decision = untilDecided(duel, BETTER, WORSE);

        assertThat(decision.change()).isEqualTo(NetworkDuel.Change.DROPPED);
        assertThat(duel.champion()).isEqualTo(NetworkDuel.SHIPPED);
        assertThat(duel.challenger()).isEqualTo(NetworkDuel.NONE);
        assertThat(duel.learn(WORSE, BETTER, Direction.UP, 1)).isNull();
    }

    @Test
    void whoNeverShowedThatItIsBetterGoesSoonerThanWhoDid() {
        NetworkDuel unproven = new NetworkDuel();
        unproven.hear("new", NetworkRole.CHAMPION);
        assertThat(unproven.champion()).isEqualTo("new");
        NetworkDuel.Decision back = untilDecided(unproven, WORSE, BETTER);

        NetworkDuel proven = new NetworkDuel();
        proven.hear("new", NetworkRole.CHALLENGER);
        untilDecided(proven, WORSE, BETTER);
        NetworkDuel.Decision later = untilDecided(proven, WORSE, BETTER);

        assertThat(back.change()).isEqualTo(NetworkDuel.Change.ROLLED_BACK);
        assertThat(later.change()).isEqualTo(NetworkDuel.Change.ROLLED_BACK);
        assertThat(back.outcomes()).isLessThan(later.outcomes());
        assertThat(unproven.champion()).isEqualTo(NetworkDuel.SHIPPED);
        assertThat(unproven.challenger()).isEqualTo(NetworkDuel.NONE);
    }

    @Test
    void theSameOfferAgainChangesNothing() {
        NetworkDuel duel = new NetworkDuel();
        assertThat(duel.hear("new", NetworkRole.CHALLENGER)).isTrue();
        duel.learn(WORSE, BETTER, Direction.UP, 1);
        assertThat(duel.hear("new", NetworkRole.CHALLENGER)).isFalse();
        assertThat(duel.outcomes()).isEqualTo(1);
        assertThat(duel.hear("other", NetworkRole.CHALLENGER)).isTrue();
        assertThat(duel.outcomes()).isZero();
    }

    /**
     * Ville's inequality: of those that are no better, one in twenty ever owns 20. Prices walk at
     * random for five sessions, both guess, and outcomes overlap as they do in the job.
     */
    @Test
    void ofEqualNetworksHardlyAnyIsEverPromoted() {
        int decided = 0;
        int duels = 200;
        for (int seed = 0; seed < duels; seed++) {
            decided += guessesForAWeek(new SplittableRandom(seed)) ? 1 : 0;
        }
        assertThat(decided).as("promoted or dropped").isLessThanOrEqualTo(duels / 10);
    }

    /** Returns whether one of two that guess was found better. */
    private static boolean guessesForAWeek(SplittableRandom random) {
        int horizon = 30;
        double[] price = new double[3_900];
        double[][] leans = new double[2][price.length];
        for (int step = 1; step < price.length; step++) {
            price[step] = price[step - 1] + random.nextGaussian();
            for (double[] lean : leans) {
                lean[step] = 0.99 * lean[step - 1] + 0.14 * random.nextGaussian();
            }
        }
        NetworkDuel duel = new NetworkDuel();
        duel.hear("new", NetworkRole.CHALLENGER);
        for (int made = 0; made + horizon < price.length; made++) {
            double moved = (price[made + horizon] - price[made]) / Math.sqrt(horizon);
            Direction realized = OutcomeScorer.direction(moved, 1);
            if (duel.learn(said(leans[0][made]), said(leans[1][made]), realized, 1.0 / horizon)
                    != null) {
                return true;
            }
        }
        return false;
    }

    private static double[] said(double lean) {
        double more = 0.25 * Math.tanh(lean);
        return new double[] {1.0 / 3 + more, 1.0 / 3 - more, 1.0 / 3};
    }

    /** By hand: half of the possible advantage over two outcomes, at stakes of .1, .3 and .9. */
    @Test
    void ownsTheMeanOfItsStakes() {
        ForecastEvidence evidence = new ForecastEvidence();
        evidence.learn(0.2, 0.2, 0.5);
        evidence.learn(0.2, 0.2, 0.5);
        assertThat(evidence.value()).as("no bet yet").isEqualTo(1);
        evidence.learn(0, 0.2, 1);
        assertThat(evidence.value()).isCloseTo((1.05 + 1.15 + 1.45) / 3, within(1e-15));
    }

    @Test
    void goesOnWithTheSameBitsAfterARestore() throws IOException {
        NetworkDuel duel = new NetworkDuel();
        duel.hear("new", NetworkRole.CHALLENGER);
        for (int i = 0; i < 10; i++) {
            duel.learn(WORSE, BETTER, i % 3 == 0 ? Direction.DOWN : Direction.UP, 0.1);
        }
        byte[] bytes = bytes(duel);
        NetworkDuel restored = new NetworkDuel();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));

        assertThat(bytes(restored)).isEqualTo(bytes);
        assertThat(untilDecided(restored, WORSE, BETTER))
                .isEqualTo(untilDecided(duel, WORSE, BETTER));
    }

    /** Such a text comes by a topic: anything but this exception would stop the job. */
    @Test
    void noTextDoesMoreThanToBeRefused() {
        String shipped = String.join("\n", GateNetworkModel.shipped().lines());
        for (String text :
                new String[] {
                    "",
                    "model: huihui-gate-network 1",
                    "\u0000",
                    shipped.replace("means:", "means: x"),
                    shipped.replace("layers: ", "layers: -"),
                    shipped.replace("layers: ", "layers: 1e9"),
                    shipped.replace("outputs: ", "outputs: 9"),
                    shipped.replace("flow_answered", "flow_replied")
                }) {
            assertThatThrownBy(
                            () ->
                                    new NetworkOffer(
                                            86_400_000L, "desk", 1, NetworkRole.CHALLENGER, text))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("need");
        }
        NetworkOffer good =
                new NetworkOffer(86_400_000L, "desk", 1, NetworkRole.CHALLENGER, shipped);
        assertThat(good.model().version()).isEqualTo(GateNetworkModel.shipped().version());
    }

    private static NetworkDuel.Decision untilDecided(
            NetworkDuel duel, double[] champion, double[] challenger) {
        for (int i = 0; i < OUTCOMES; i++) {
            NetworkDuel.Decision decision = duel.learn(champion, challenger, Direction.UP, 1);
            if (decision != null) {
                return decision;
            }
        }
        throw new AssertionError("need a decision within " + OUTCOMES + " outcomes, was none");
    }

    private static byte[] bytes(NetworkDuel duel) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        duel.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
