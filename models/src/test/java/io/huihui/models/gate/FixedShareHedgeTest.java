package io.huihui.models.gate;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class FixedShareHedgeTest {

    @Test
    void oneStepIsThatOfThePaper() {
        FixedShareHedge hedge = new FixedShareHedge(2, 2, 0.1);

        hedge.learn(new double[] {0, 0.5}, 1);

        // exp(-2 x loss) normalised, then a tenth dealt out to both alike.
        double first = 1 / (1 + Math.exp(-1));
        assertThat(hedge.weight(0)).isCloseTo(0.9 * first + 0.05, offset(1e-12));
        assertThat(hedge.weight(0) + hedge.weight(1)).isCloseTo(1, offset(1e-12));
    }

    @Test
    void whoWasBadForLongRisesWithinFewOutcomes() {
        FixedShareHedge hedge = new FixedShareHedge(3);
        for (int i = 0; i < 1_000; i++) {
            hedge.learn(new double[] {0.1, 0.4, 0.4}, 1);
        }
        assertThat(hedge.weight(0)).isGreaterThan(0.9);

        int outcomes = 0;
        while (hedge.weight(1) < 0.5) {
            hedge.learn(new double[] {0.4, 0.1, 0.4}, 1);
            outcomes++;
        }

        assertThat(outcomes).isLessThan(15);
    }

    @Test
    void whoDoesNotAnswerKeepsHisPlace() {
        FixedShareHedge hedge = new FixedShareHedge(3, 4, 0);

        hedge.learn(new double[] {0.2, 0.2, Double.NaN}, 1);

        assertThat(hedge.weight(2)).isCloseTo(1.0 / 3, offset(1e-12));
    }

    @Test
    void aDriftOfTheLossBeginsAnew() {
        FixedShareHedge hedge = new FixedShareHedge(2);
        boolean drifted = false;
        for (int i = 0; i < 200 && !drifted; i++) {
            boolean early = i < 100;
            hedge.learn(early ? new double[] {0.1, 0.5} : new double[] {0.9, 0.8}, 1);
            drifted = hedge.watch(early ? 0.1 : 0.9);
        }

        assertThat(drifted).isTrue();
        assertThat(hedge.drifts()).isEqualTo(1);
        assertThat(hedge.weight(0)).isEqualTo(0.5);
    }

    @Test
    void isTheSameAfterARestore() throws IOException {
        FixedShareHedge hedge = new FixedShareHedge(3, 3, 0.02);
        hedge.learn(new double[] {0.1, 0.4, 0.3}, 0.5);
        hedge.watch(0.2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hedge.writeTo(new DataOutputStream(bytes));

        FixedShareHedge restored = new FixedShareHedge();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        restored.learn(new double[] {0.3, 0.2, 0.1}, 1);
        hedge.learn(new double[] {0.3, 0.2, 0.1}, 1);

        assertThat(restored.weights()).isEqualTo(hedge.weights());
        assertThat(restored.outcomes()).isEqualTo(1.5);
    }
}
