package io.huihui.models.expert.regime.micro;

import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class MicroRegimeTrackerTest {

    /** Windows of a stay in one of the two ways to trade: ten minutes. */
    private static final int STAY = 60;

    private static final int WINDOWS = 900;

    @Test
    void tellsTwoWaysToTradeApartUnderNamesThatLast() throws IOException {
        List<MicroRegime> told = run(new MicroRegimeTracker(), 0, WINDOWS, true);

        assertThat(told.get(0).fittedWindows()).isEqualTo(MicroRefits.EVERY_WINDOWS);
        assertThat(told.get(told.size() - 1).fittedMillis())
                .as("fitted again")
                .isGreaterThan(told.get(0).fittedMillis());
        int deep = nameIn(told, 5 * STAY + STAY / 2);
        int thin = nameIn(told, 6 * STAY + STAY / 2);
        assertThat(deep).isNotEqualTo(thin);
        assertThat(nameIn(told, 13 * STAY + STAY / 2)).isEqualTo(deep);
        assertThat(nameIn(told, 14 * STAY + STAY / 2)).isEqualTo(thin);
        MicroRegime last = told.get(told.size() - 1);
        assertThat(last.subStates()).isEqualTo(2);
        assertThat(last.profile().depth()).isBetween(80.0, 120.0);
        assertThat(last.ageMillis()).isBetween(500_000L, 600_000L);
        assertThat(last.condition()).isEqualTo(MarketCondition.LOW_VOL_RANGING);
    }

    @Test
    void saysThatThereAreNoneWhereAllWindowsAreAlike() throws IOException {
        List<MicroRegime> told = run(new MicroRegimeTracker(), 0, 400, false);

        assertThat(told).isNotEmpty();
        assertThat(told)
                .allSatisfy(
                        one -> {
                            assertThat(one.subStates()).isEqualTo(1);
                            assertThat(one.subState()).isNull();
                        });
    }

    @Test
    void aWindowLikeNoneKnownHasNoNumberAndEndsNothing() throws IOException {
        MicroRegimeTracker tracker = new MicroRegimeTracker();
        List<MicroRegime> told = run(tracker, 0, WINDOWS, true);
        MicroRegime before = told.get(told.size() - 1);
        List<MicroSecond> strange = new ArrayList<>();
        for (MicroSecond second : seconds(WINDOWS - 1, true, new SplittableRandom(8))) {
            strange.add(
                    new MicroSecond(
                            second.symbol(),
                            end(WINDOWS).secondEndMillis(),
                            second.volatilityAnnual(),
                            second.trades(),
                            second.repeated(),
                            second.spread(),
                            1e6 * second.depth(),
                            second.sessionElapsed()));
        }

        MicroRegime one = tracker.observe(end(WINDOWS), strange, seen(WINDOWS));

        assertThat(one.distance()).isGreaterThan(5);
        assertThat(one.subState()).isNull();
        assertThat(one.subStates()).isEqualTo(2);
        assertThat(one.ageMillis()).isEqualTo(before.ageMillis() + 10_000);
    }

    /** In the middle of a fit, between two, and before the first. */
    @Test
    void restoredAnywhereGoesOnWithTheSameBits() throws IOException {
        List<MicroRegime> straight = run(new MicroRegimeTracker(), 0, WINDOWS, true);
        for (int broken : new int[] {100, 203, 733}) {
            MicroRegimeTracker before = new MicroRegimeTracker();
            List<MicroRegime> told = new ArrayList<>(run(before, 0, broken, true));
            byte[] bytes = bytes(before);
            MicroRegimeTracker after = new MicroRegimeTracker();
            after.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));

            assertThat(bytes(after)).isEqualTo(bytes);
            told.addAll(run(after, broken, WINDOWS, true));
            assertThat(told).as("restored after window " + broken).isEqualTo(straight);
        }
    }

    @Test
    void keepsNoMoreThanASessionAndWhatComesDuringAFit() throws IOException {
        MicroRegimeTracker tracker = new MicroRegimeTracker();
        run(tracker, 0, 3_200, true);

        // 20 bytes a window; models and names are small beside.
        assertThat(bytes(tracker).length).isLessThan(20 * (MicroRefits.MOST_WINDOWS + 400) + 9_000);
    }

    /** A market without a book, whose spread is always a cent: volatility and trades are left. */
    @Test
    void doesWithoutWhatAMarketDoesNotShow() throws IOException {
        MicroRegimeTracker tracker = new MicroRegimeTracker();
        List<MicroRegime> told = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(8);
        for (int t = 0; t < 400; t++) {
            List<MicroSecond> seconds = new ArrayList<>();
            for (MicroSecond second : seconds(t, true, random)) {
                seconds.add(
                        new MicroSecond(
                                second.symbol(),
                                second.secondEndMillis(),
                                second.volatilityAnnual(),
                                second.trades(),
                                second.repeated(),
                                0.01,
                                Double.NaN,
                                second.sessionElapsed()));
            }
            add(told, tracker.observe(end(t), seconds, seen(t)));
        }

        MicroRegime last = told.get(told.size() - 1);
        assertThat(last.profile().depth()).isNull();
        assertThat(last.profile().spread()).isNull();
        assertThat(last.subStates()).isEqualTo(2);
        assertThat(last.profile().tradesRatio()).isPositive();
    }

    /** A second without any feed says nothing, and neither does the window. */
    @Test
    void saysNothingOfAWindowOfWhichNothingIsKnown() throws IOException {
        MicroRegimeTracker tracker = new MicroRegimeTracker();
        run(tracker, 0, 400, true);
        double none = Double.NaN;
        MicroSecond silent =
                new MicroSecond(
                        "SPY", end(400).secondEndMillis(), none, none, none, none, none, none);

        assertThat(tracker.observe(end(400), List.of(silent), seen(400))).isNull();
    }

    private static int nameIn(List<MicroRegime> told, int window) {
        return told.stream()
                .filter(one -> one.snapshot().equals(end(window)))
                .findFirst()
                .orElseThrow()
                .subState();
    }

    private static List<MicroRegime> run(
            MicroRegimeTracker tracker, int from, int until, boolean twoWays) {
        SplittableRandom random = new SplittableRandom(7);
        List<MicroRegime> told = new ArrayList<>();
        for (int t = 0; t < until; t++) {
            List<MicroSecond> seconds = seconds(t, twoWays, random);
            if (t >= from) {
                add(told, tracker.observe(end(t), seconds, seen(t)));
            }
        }
        return told;
    }

    private static void add(List<MicroRegime> told, MicroRegime one) {
        if (one != null) {
            told.add(one);
        }
    }

    /** A deep book with few trades, then a thin one with many. */
    private static List<MicroSecond> seconds(int window, boolean twoWays, SplittableRandom random) {
        boolean thin = twoWays && window / STAY % 2 == 0;
        List<MicroSecond> seconds = new ArrayList<>();
        for (int second = 9; second >= 0; second--) {
            double trades = (thin ? 8 : 2) + random.nextInt(3);
            seconds.add(
                    new MicroSecond(
                            "SPY",
                            end(window).secondEndMillis() - 1_000L * second,
                            0.1 * Math.exp(random.nextDouble(-0.5, 0.5)) * (thin ? 1.4 : 1),
                            trades,
                            trades / 2 + random.nextDouble(-1, 1),
                            0.02 * Math.exp(random.nextDouble(-0.5, 0.5)),
                            (thin ? 100 : 400) * Math.exp(random.nextDouble(-0.6, 0.6)),
                            0.5));
        }
        return seconds;
    }

    private static SnapshotId end(int window) {
        return new SnapshotId("SPY", Snapshots.TEN_O_CLOCK + 10_000L * (window + 1));
    }

    private static ConditionsSeen seen(int window) {
        List<Double> probabilities =
                new ArrayList<>(Collections.nCopies(MarketCondition.count(), 0.0));
        probabilities.set(MarketCondition.LOW_VOL_RANGING.ordinal(), 1.0);
        return new ConditionsSeen(
                "SPY",
                end(window).secondEndMillis(),
                MarketCondition.LOW_VOL_RANGING,
                probabilities);
    }

    private static byte[] bytes(MicroRegimeTracker tracker) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tracker.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
