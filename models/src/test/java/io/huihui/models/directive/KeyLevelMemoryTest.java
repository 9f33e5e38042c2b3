package io.huihui.models.directive;

import io.huihui.models.decision.KeyLevel;
import io.huihui.models.decision.KeyLevelType;
import io.huihui.models.decision.KeyLevels;
import io.huihui.models.decision.LevelOutcome;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.directive.KeyLevelFinder.Found;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;
import io.huihui.models.serialization.BinaryState;
import io.huihui.models.serialization.BinaryStateSerializer;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class KeyLevelMemoryTest {

    private static final int DAY = 24 * 60 * 60;

    private LevelTracker tracker = new LevelTracker();

    @Test
    void touchThatClosesOnTheSideItCameFromHasHeld() {
        publish(0, 450);
        price(1, 452);
        price(2, 450.05);
        price(3, 452);
        price(4, 450.05);
        assertThat(publish(60, 450)).isEqualTo(level(450, 0, 1, LevelOutcome.UNTESTED));
        price(300, 450.5);

        assertThat(publish(301, 450)).isEqualTo(level(450, 0, 1, LevelOutcome.HELD));
    }

    @Test
    void closeBeyondBreaksTheLevelAndAJumpAcrossIsATouch() {
        publish(0, 450);
        price(1, 452);
        price(2, 449);
        price(299, 449);
        price(300, 449.95);
        assertThat(publish(301, 450)).isEqualTo(level(450, 0, 1, LevelOutcome.UNTESTED));
        price(600, 449.8);
        assertThat(publish(601, 450)).isEqualTo(level(450, 0, 1, LevelOutcome.BROKE));
        price(700, 450);
        price(900, 449);

        assertThat(publish(901, 450)).isEqualTo(level(450, 0, 2, LevelOutcome.HELD));
    }

    @Test
    void memoryGoesOnAfterARestoreAndFollowsALevelThatDrifts() {
        publish(0, 450);
        price(1, 452);
        price(2, 450);
        LevelTracker restored = new BinaryStateSerializer<>(LevelTracker.class).copy(tracker);
        price(300, 449);
        KeyLevel expected = publish(301, 450.3);
        tracker = restored;
        price(300, 449);

        assertThat(publish(301, 450.3))
                .isEqualTo(expected)
                .isEqualTo(level(450.3, 0, 1, LevelOutcome.BROKE));
    }

    @Test
    void nearestLevelsThatHoldAreKnownAfterARestoreButNotFromTheFirstRelease() throws IOException {
        publish(0, 450);
        LevelTracker restored = new BinaryStateSerializer<>(LevelTracker.class).copy(tracker);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(first);
        out.writeShort(1);
        out.writeLong(millis(0));
        out.writeLong(millis(0));
        out.writeByte(0);
        LevelTracker old = new LevelTracker();
        old.readFrom(new DataInputStream(new ByteArrayInputStream(first.toByteArray())));

        assertThat(restored.below(450.5)).isEqualTo(450);
        assertThat(restored.above(450.5)).isNaN();
        assertThat(restored.above(449)).isEqualTo(450);
        assertThat(old.below(450.5)).isNaN();
    }

    @Test
    void unknownPriceTellsNothing() {
        publish(0, 450);
        price(1, 452);
        tracker.observe(millis(2), LevelMarket.UNKNOWN);
        tracker.observe(millis(3), new LevelMarket(450, 5, Double.NaN));

        assertThat(publish(60, 450).touches()).isZero();
    }

    @Test
    void trackerKeepsFortyLevelsAndForgetsThoseUnseenForFourDays() {
        for (int i = 0; i < 100; i++) {
            publish(60 * i, 400 + 2 * i);
        }
        assertThat(tracker.size()).isEqualTo(LevelTracker.MOST_LEVELS);
        publish(100 * 60 + 4 * DAY, 450);

        assertThat(tracker.size()).isEqualTo(1);
    }

    @Test
    void looksOnceAMinute() {
        assertThat(tracker.look(millis(0))).isTrue();
        assertThat(tracker.look(millis(59))).isFalse();
        assertThat(tracker.look(millis(60))).isTrue();
    }

    @Test
    void historyHoldsTwentySessionsHoweverLongItRuns() throws IOException {
        LevelHistory history = new LevelHistory();
        for (int i = 0; i < 400; i++) {
            history.add(Strikes.ladder(60 * i / 10 + DAY * (i / 10)));
        }
        int full = bytes(history).length;
        for (int day = 40; day < 80; day++) {
            StrikeProfile high = Strikes.at(DAY * day, 450, Collections.nCopies(100, loud()));
            history.add(high);
        }

        assertThat(full).isLessThan(80 * 1024);
        assertThat(bytes(history).length).isLessThan(80 * 1024);
        assertThat(history.rank(LevelMeasure.NVP, 100)).isZero();
    }

    @Test
    void historyRanksNothingBeforeAHundredValuesAndGoesOnAfterARestore() throws IOException {
        LevelHistory history = new LevelHistory();
        assertThat(history.isWarm()).isFalse();
        assertThat(history.rank(LevelMeasure.NVP, 1)).isNaN();
        history.add(Strikes.ladder(0));
        assertThat(history.isWarm()).isTrue();
        LevelHistory restored = new BinaryStateSerializer<>(LevelHistory.class).copy(history);
        for (int i = 1; i < 50; i++) {
            history.add(Strikes.ladder(60 * i));
            restored.add(Strikes.ladder(60 * i));
        }

        assertThat(bytes(restored)).isEqualTo(bytes(history));
    }

    private static StrikeRow loud() {
        return Strikes.row(440, 1000, 1000, 0);
    }

    private static byte[] bytes(BinaryState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private void price(int second, double mid) {
        tracker.observe(millis(second), new LevelMarket(mid, 5, 1));
    }

    private KeyLevel publish(int second, double price) {
        Found found = new Found(price, KeyLevelType.SUPPORT, 0.7, List.of("NVP"));
        KeyLevels levels =
                tracker.remember(new SnapshotId("SPY", millis(second)), List.of(found), 0.5);
        return levels.levels().get(0);
    }

    private static KeyLevel level(double price, int first, int touches, LevelOutcome outcome) {
        return new KeyLevel(
                price, KeyLevelType.SUPPORT, 0.7, List.of("NVP"), millis(first), touches, outcome);
    }

    private static long millis(int second) {
        return Snapshots.TEN_O_CLOCK + second * 1000L;
    }
}
