package io.huihui.models.expert.regime.forecast;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.serialization.BinaryState;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionHolderTest {

    private static final long NOON = 1_700_000_000_000L;
    private static final int STRESS = MarketCondition.STRESS.ordinal();
    private static final int CALM = MarketCondition.LOW_VOL_RANGING.ordinal();

    @Test
    void takesAConditionThatWasProbableForHalfAMinute() {
        ConditionHolder holder = new ConditionHolder(0.98, 30_000);
        assertThat(seconds(holder, STRESS, 1, 29)).isFalse();

        assertThat(seconds(holder, STRESS, 30, 30)).isTrue();
        assertThat(holder.held()).isEqualTo(MarketCondition.STRESS);
        assertThat(holder.ageMillis(NOON + 40_000)).isEqualTo(10_000);
    }

    @Test
    void aDoubtfulSecondBeginsTheWaitAnew() {
        ConditionHolder holder = new ConditionHolder(0.98, 30_000);
        seconds(holder, STRESS, 1, 29);
        holder.observe(STRESS, 0.97, NOON + 30_000);

        assertThat(seconds(holder, STRESS, 31, 59)).isFalse();
        assertThat(seconds(holder, STRESS, 60, 60)).isTrue();
    }

    @Test
    void anotherConditionBeginsTheWaitAnew() {
        ConditionHolder holder = new ConditionHolder(0.98, 30_000);
        seconds(holder, STRESS, 1, 29);
        seconds(holder, CALM, 30, 30);

        assertThat(seconds(holder, STRESS, 31, 59)).isFalse();
    }

    @Test
    void restoredWhileItWaitsGoesOnWaiting() throws IOException {
        ConditionHolder holder = new ConditionHolder(0.98, 30_000);
        seconds(holder, STRESS, 1, 20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        holder.writeTo(new DataOutputStream(bytes));
        ConditionHolder restored = new ConditionHolder(0.98, 30_000);
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(seconds(restored, STRESS, 21, 29)).isFalse();
        assertThat(seconds(restored, STRESS, 30, 30)).isTrue();
    }

    /** Version 1 took a condition at its first second, so nothing waited. */
    @Test
    void stateOfTheFirstVersionWaitsForNothing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        BinaryState.writeVersion(out, 1);
        out.writeUTF(MarketCondition.STRESS.name());
        out.writeLong(NOON);
        ConditionHolder restored = new ConditionHolder(0.98, 30_000);
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(restored.held()).isEqualTo(MarketCondition.STRESS);
        assertThat(seconds(restored, CALM, 100, 128)).isFalse();
        assertThat(seconds(restored, CALM, 129, 129)).isTrue();
    }

    /** Returns whether the condition held changed at one of the seconds. */
    private static boolean seconds(ConditionHolder holder, int likeliest, int from, int until) {
        boolean changed = false;
        for (int second = from; second <= until; second++) {
            changed |= holder.observe(likeliest, 0.99, NOON + second * 1000L);
        }
        return changed;
    }
}
