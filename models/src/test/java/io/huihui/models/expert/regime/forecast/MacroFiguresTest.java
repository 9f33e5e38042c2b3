package io.huihui.models.expert.regime.forecast;

import io.huihui.models.event.MacroRelease;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class MacroFiguresTest {

    private static final long NOON = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;

    @Test
    void aRecordIsNotKnownBeforeItsEventTime() {
        MacroFigures figures = new MacroFigures();
        MacroRelease announcement = announced("CPI", NOON, NOON + 30 * MINUTE);
        figures.add(announcement);
        figures.add(released("CPI", NOON + 30 * MINUTE, 3.0, 2.0));

        assertThat(figures.knownAt(NOON)).isEmpty();
        assertThat(figures.knownAt(NOON + 1)).containsExactly(announcement);
        assertThat(figures.knownAt(NOON + 30 * MINUTE)).isEmpty();
        assertThat(figures.knownAt(NOON + 30 * MINUTE + 1))
                .singleElement()
                .satisfies(figure -> assertThat(figure.actual()).isEqualTo(3.0));
    }

    @Test
    void whatHasWorkedNoLongerMatters() {
        MacroRelease release = released("CPI", NOON, 3.0, 2.0);

        assertThat(MacroFigures.matters(release, NOON + MINUTE)).isTrue();
        assertThat(MacroFigures.matters(release, NOON + 24 * 60 * MINUTE)).isFalse();
        assertThat(
                        MacroFigures.matters(
                                announced("CPI", NOON, NOON + 24 * 60 * MINUTE),
                                NOON + 24 * 60 * MINUTE))
                .isTrue();
    }

    /** Told only what matters, in any order of arrival, a watch says what it says told all. */
    @Test
    void saysWhatAWatchThatHeardEverythingInOrderSays() {
        MacroModel model =
                new MacroModel(List.of("CPI", "GDP"), new double[] {0.5, 2}, new double[3], null);
        SplittableRandom random = new SplittableRandom(7);
        List<MacroRelease> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // No two at once, so that there is one order.
            long due = NOON + (15 * i + random.nextInt(15)) * MINUTE;
            String series = i % 3 == 0 ? "GDP" : "CPI";
            all.add(announced(series, due - random.nextInt(300) * MINUTE, due));
            all.add(released(series, due, random.nextDouble(), i % 5 == 0 ? null : 0.5));
        }
        MacroFigures figures = new MacroFigures();
        all.forEach(figures::add);
        all.sort(
                (one, other) -> {
                    int byTime = Long.compare(one.eventTimeMillis(), other.eventTimeMillis());
                    return byTime != 0 ? byTime : Long.compare(one.sequence(), other.sequence());
                });
        MacroWatch heardAll = new MacroWatch();
        MacroWatch heardWhatMatters = new MacroWatch();
        int next = 0;
        int worked = 0;
        for (long now = NOON - 300 * MINUTE; now < NOON + 620 * MINUTE; now += 7_000) {
            while (next < all.size() && all.get(next).eventTimeMillis() < now) {
                heardAll.observe(all.get(next++), model);
            }
            for (MacroRelease release : figures.knownAt(now)) {
                heardWhatMatters.observe(release, model);
            }
            heardAll.passed(now);
            heardWhatMatters.passed(now);

            assertThat(heardWhatMatters.minutesToNext(now))
                    .isEqualTo((Double) heardAll.minutesToNext(now));
            assertThat(heardWhatMatters.working(now)).isEqualTo((Double) heardAll.working(now));
            worked += Double.isNaN(heardAll.working(now)) ? 0 : 1;
        }
        assertThat(worked).isPositive();
    }

    private static MacroRelease announced(String series, long knownMillis, long dueMillis) {
        return new MacroRelease(series, knownMillis, dueMillis, "test", dueMillis, null, 0.5, null);
    }

    private static MacroRelease released(
            String series, long millis, double actual, Double consensus) {
        return new MacroRelease(
                series, millis, millis, "test", millis + 1, actual, consensus, null);
    }
}
