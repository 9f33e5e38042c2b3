package io.huihui.models.gate;

import io.huihui.models.InvalidRecordException;

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

    @Test
    void aBetterChallengerDecidesAndTheOneBeforeChallengesIt() {
        NetworkDuel duel = new NetworkDuel();
        duel.hear("new", NetworkRole.CHALLENGER);
        assertThat(duel.champion()).isEqualTo(NetworkDuel.SHIPPED);

        NetworkDuel.Decision decision = untilDecided(duel, 0.6, 0.4);

        assertThat(decision.change()).isEqualTo(NetworkDuel.Change.PROMOTED);
        assertThat(decision.decides()).isEqualTo("new");
        assertThat(decision.other()).isEqualTo(NetworkDuel.SHIPPED);
        assertThat(decision.brier()).isCloseTo(0.4, within(1e-9));
        assertThat(decision.brierOfOther()).isCloseTo(0.6, within(1e-9));
        assertThat(duel.champion()).isEqualTo("new");
        assertThat(duel.challenger()).isEqualTo(NetworkDuel.SHIPPED);
    }

    @Test
    void aWorseChallengerIsForgotten() {
        NetworkDuel duel = new NetworkDuel();
        duel.hear("new", NetworkRole.CHALLENGER);

        NetworkDuel.Decision decision = untilDecided(duel, 0.4, 0.6);

        assertThat(decision.change()).isEqualTo(NetworkDuel.Change.DROPPED);
        assertThat(duel.champion()).isEqualTo(NetworkDuel.SHIPPED);
        assertThat(duel.challenger()).isEqualTo(NetworkDuel.NONE);
        assertThat(duel.learn(0.9, 0.1, 1)).isNull();
    }

    @Test
    void whoNeverShowedThatItIsBetterGoesSoonerThanWhoDid() {
        NetworkDuel unproven = new NetworkDuel();
        unproven.hear("new", NetworkRole.CHAMPION);
        assertThat(unproven.champion()).isEqualTo("new");
        NetworkDuel.Decision back = untilDecided(unproven, 0.6, 0.4);

        NetworkDuel proven = new NetworkDuel();
        proven.hear("new", NetworkRole.CHALLENGER);
        untilDecided(proven, 0.6, 0.4);
        NetworkDuel.Decision later = untilDecided(proven, 0.6, 0.4);

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
        duel.learn(0.6, 0.4, 1);
        assertThat(duel.hear("new", NetworkRole.CHALLENGER)).isFalse();
        assertThat(duel.outcomes()).isEqualTo(1);
        assertThat(duel.hear("other", NetworkRole.CHALLENGER)).isTrue();
        assertThat(duel.outcomes()).isZero();
    }

    /** Ville's inequality: of those that are no better, one in twenty ever owns 20. */
    @Test
    void ofEqualNetworksHardlyAnyIsEverPromoted() {
        int promoted = 0;
        int duels = 400;
        for (int seed = 0; seed < duels; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ForecastEvidence evidence = new ForecastEvidence();
            boolean found = false;
            for (int i = 0; i < OUTCOMES; i++) {
                evidence.learn(0.4 * random.nextGaussian() / 3, 1);
                found |= evidence.value() >= NetworkDuel.ENOUGH;
            }
            promoted += found ? 1 : 0;
        }
        assertThat(promoted).isLessThanOrEqualTo(duels / 20);
    }

    /** By hand: stakes of .05, .15 and .45 on one difference of .2, worth half an outcome. */
    @Test
    void ownsTheMeanOfItsStakes() {
        ForecastEvidence evidence = new ForecastEvidence();
        assertThat(evidence.value()).isEqualTo(1);
        evidence.learn(0.2, 0.5);
        assertThat(evidence.value()).isCloseTo((1.005 + 1.015 + 1.045) / 3, within(1e-15));
    }

    @Test
    void goesOnWithTheSameBitsAfterARestore() throws IOException {
        NetworkDuel duel = new NetworkDuel();
        duel.hear("new", NetworkRole.CHALLENGER);
        for (int i = 0; i < 10; i++) {
            duel.learn(0.5 + 0.01 * i, 0.45, 0.1);
        }
        byte[] bytes = bytes(duel);
        NetworkDuel restored = new NetworkDuel();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));

        assertThat(bytes(restored)).isEqualTo(bytes);
        assertThat(untilDecided(restored, 0.6, 0.4)).isEqualTo(untilDecided(duel, 0.6, 0.4));
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
            NetworkDuel duel, double champion, double challenger) {
        for (int i = 0; i < OUTCOMES; i++) {
            NetworkDuel.Decision decision = duel.learn(champion, challenger, 1);
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
