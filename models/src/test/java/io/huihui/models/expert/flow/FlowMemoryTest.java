package io.huihui.models.expert.flow;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FlowMemoryTest {

    private final FlowMemory memory = new FlowMemory();

    private double[] second(int second, FeatureVector features) {
        FeatureSnapshot snapshot = Snapshots.at(second, features);
        memory.take(snapshot);
        return memory.inputs(features);
    }

    private static FeatureVector trades(double bullish, double count) {
        return new FeatureVector.Builder()
                .set(Feature.BULLISH_SMALL_TRADES_1S, bullish)
                .set(Feature.OPTION_TRADE_COUNT_1S, count)
                .build();
    }

    private static double of(double[] inputs, FlowInput input) {
        return inputs[input.ordinal()];
    }

    /** 3 of 4 trades a second are bullish, 1 bearish: 2 net over 4 and the .05 that damp. */
    @Test
    void aLastingLeanIsItsShare() {
        double[] inputs = null;
        for (int second = 0; second < 2_000; second++) {
            inputs = second(second, trades(2, 4));
        }

        assertThat(of(inputs, FlowInput.SMALL_TRADES_1M)).isCloseTo(2 / 4.05, within(1e-3));
    }

    /** A minute after the last trade a mean of a minute's age has faded to 1 / e of itself. */
    @Test
    void whatIsOverFadesWithItsAge() {
        for (int second = 0; second < 2_000; second++) {
            second(second, trades(2, 4));
        }
        double[] inputs = null;
        for (int second = 2_000; second < 2_060; second++) {
            inputs = second(second, trades(0, 0));
        }

        double left = Math.exp(-1);
        assertThat(of(inputs, FlowInput.SMALL_TRADES_1M))
                .isCloseTo(2 * left / (4 * left + 0.05), within(1e-3));
    }

    @Test
    void skippedSecondsFadeAsSilentOnesDo() {
        second(0, trades(2, 4));
        double[] skipped = second(30, trades(0, 0));
        FlowMemory silent = new FlowMemory();
        double[] inputs = null;
        for (int second = 0; second <= 30; second++) {
            FeatureVector features = second == 0 ? trades(2, 4) : trades(0, 0);
            silent.take(Snapshots.at(second, features));
            inputs = silent.inputs(features);
        }

        assertThat(of(skipped, FlowInput.SMALL_TRADES_3M))
                .isCloseTo(of(inputs, FlowInput.SMALL_TRADES_3M), within(1e-12));
    }

    /** Half a session of silence is another session: nothing is left of what was before. */
    @Test
    void anotherSessionBeginsEmpty() {
        second(0, trades(2, 4));
        double[] later = second(5 * 3_600, trades(0, 4));

        assertThat(of(later, FlowInput.SMALL_TRADES_10M)).isZero();
    }

    /** 1 % in a minute at a volatility that makes .5 % its deviation: tanh of two thirds. */
    @Test
    void returnsCountInDeviations() {
        double annual = 0.005 * Math.sqrt(252 * 390);
        double[] inputs = null;
        for (int second = 0; second <= 60; second++) {
            inputs =
                    second(
                            second,
                            new FeatureVector.Builder()
                                    .set(Feature.MID, second == 60 ? 100 * Math.exp(0.01) : 100)
                                    .set(Feature.REALIZED_VOL_60M, annual)
                                    .build());
        }

        assertThat(of(inputs, FlowInput.RETURN_1M)).isCloseTo(Math.tanh(2.0 / 3), within(1e-9));
        assertThat(of(inputs, FlowInput.RETURN_5M)).isZero();
    }

    @Test
    void goesOnAfterARestart() throws IOException {
        for (int second = 0; second < 100; second++) {
            second(second, trades(second % 3 - 1, 2));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        memory.writeTo(new DataOutputStream(bytes));
        FlowMemory restored = new FlowMemory();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        restored.take(Snapshots.at(100, trades(1, 2)));

        assertThat(restored.inputs(trades(1, 2))).isEqualTo(second(100, trades(1, 2)));
    }
}
