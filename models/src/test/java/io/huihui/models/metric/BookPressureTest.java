package io.huihui.models.metric;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BookPressureTest {

    private static final double[] EVEN = {100, 100, 100, 100, 100};
    private static final double[] HALF = {50, 50, 50, 50, 50};

    /** Imbalance 0, then (100 - 50) / 150 from the start of a half-life on: half of a third. */
    @Test
    void averageOverTimeByHand() {
        BookPressure pressure = new BookPressure();
        pressure.onSizes(0, EVEN, EVEN);
        pressure.onSizes(10_000, EVEN, HALF);

        assertThat(pressure.at(10_000)).isZero();
        assertThat(pressure.at(40_000)).isCloseTo(0.5 / 3, within(1e-12));
        assertThat(pressure.at(70_000)).isCloseTo(0.75 / 3, within(1e-12));
    }

    @Test
    void saysNothingBeforeABook() {
        assertThat(new BookPressure().at(1_000)).isNaN();
    }

    /** A layer of five times the usual queue on levels 3 to 5 counts as one of twice at most. */
    @Test
    void aLayerOfOrdersThatNeverTradeIsCut() {
        BookPressure calm = new BookPressure();
        BookPressure layered = new BookPressure();
        double[] twice = {100, 100, 200, 200, 200};
        double[] layer = {100, 100, 500, 500, 500};
        for (int i = 0; i < 1_000; i++) {
            calm.onSizes(i, EVEN, EVEN);
            layered.onSizes(i, EVEN, EVEN);
        }
        calm.onSizes(1_000, twice, EVEN);
        layered.onSizes(1_000, layer, EVEN);

        assertThat(layered.at(31_000)).isCloseTo(calm.at(31_000), within(0.01));
    }

    @Test
    void goesOnAfterARestart() throws IOException {
        BookPressure straight = new BookPressure();
        straight.onSizes(0, EVEN, HALF);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        straight.writeTo(new DataOutputStream(bytes));
        BookPressure restored = new BookPressure();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        straight.onSizes(5_000, EVEN, EVEN);
        restored.onSizes(5_000, EVEN, EVEN);

        assertThat(restored.at(9_000)).isEqualTo(straight.at(9_000));
    }
}
