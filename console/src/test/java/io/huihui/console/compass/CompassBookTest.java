package io.huihui.console.compass;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CompassBookTest {

    private static final long NOON = 1_700_064_000_000L;
    private static final double EQUAL = 1e-12;

    private final CompassBook book = new CompassBook();

    @Test
    void everyCellIsThatOfTheDefinition() {
        PlainCompass plain = new PlainCompass();
        Random dice = new Random(3);
        long time = NOON;
        // More than four hours, a snapshot each 10 s, with gaps and missing values.
        for (int i = 0; i < 1700; i++) {
            time += dice.nextInt(100) == 0 ? 150_000 : 10_000;
            FeatureSnapshot snapshot = drawn("SPY", time, dice, i);
            book.add(snapshot);
            book.add(drawn("QQQ", time, dice, i));
            plain.add(snapshot);
        }
        book.compute();

        for (CompassAxis axis : CompassAxis.values()) {
            for (CompassLayer layer : CompassLayer.values()) {
                int cell = CompassBook.cell(0, axis, layer);
                String where = axis + " " + layer;
                assertThat(book.radius(cell))
                        .as(where)
                        .satisfies(radius -> equal(radius, plain.radius(axis, layer)));
                assertThat(book.percentile(cell))
                        .as(where)
                        .satisfies(share -> equal(share, plain.percentile(axis, layer)));
            }
        }
        assertThat(book.symbols()).containsExactly("SPY", "QQQ");
        assertThat(book.quality(CompassBook.cell(0, CompassAxis.GIB, CompassLayer.MINUTES_60)))
                .isIn(Quality.OK, Quality.PARTIAL, Quality.ABSENT);
    }

    private static void equal(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(EQUAL));
        }
    }

    @Test
    void layersOfAMeanAreTrueWindows() {
        for (int minute = 0; minute < 300; minute++) {
            for (int half = 1; half <= 2; half++) {
                book.add(gib(NOON + minute * 60_000L + half * 30_000L, minute < 290 ? 0 : 1));
            }
        }
        book.compute();

        assertThat(value(CompassLayer.MINUTES_5)).isEqualTo(1);
        assertThat(value(CompassLayer.MINUTES_15)).isCloseTo(10.0 / 15, within(EQUAL));
        assertThat(value(CompassLayer.MINUTES_240)).isCloseTo(10.0 / 240, within(EQUAL));
        assertThat(book.radius(CompassBook.cell(0, CompassAxis.GIB, CompassLayer.MINUTES_5)))
                .isCloseTo(0.7, within(EQUAL));
    }

    @Test
    void whatIsMissingOrTooShortIsSaid() {
        book.add(gib(NOON, 1));
        book.compute();

        int known = CompassBook.cell(0, CompassAxis.GIB, CompassLayer.MINUTES_15);
        int unknown = CompassBook.cell(0, CompassAxis.SVR, CompassLayer.MINUTES_5);
        assertThat(book.quality(known)).isEqualTo(Quality.PARTIAL);
        assertThat(book.percentile(known)).isNaN();
        assertThat(book.quality(unknown)).isEqualTo(Quality.ABSENT);
        assertThat(book.radius(unknown)).isNaN();
    }

    @Test
    void whatIsNotNewerHasNoEffect() {
        book.add(gib(NOON + 1000, 1));
        book.add(gib(NOON, 9));
        book.add(gib(NOON + 1000, 9));

        assertThat(value(CompassLayer.MINUTES_5)).isEqualTo(1);
        assertThat(book.secondEndMillis(0)).isEqualTo(NOON + 1000);
    }

    @Test
    void whatWasBeforeIsPutWhereItBelongs() {
        Random dice = new Random(5);
        List<FeatureSnapshot> all = new ArrayList<>();
        for (int half = 1; half <= 600; half++) {
            all.add(drawn("SPY", NOON + half * 30_000L, dice, half));
        }
        all.add(400, drawn("SPY", NOON + 401 * 30_000L - 15_000, dice, 400));
        CompassBook whole = new CompassBook();
        all.forEach(whole::add);
        // It began to read half way, and heard of the time before within the half minute.
        all.subList(400, 401).forEach(book::add);
        book.prepend("SPY", all.subList(0, 420));
        all.subList(401, 601).forEach(book::add);
        whole.compute();
        book.compute();

        for (int cell = 0; cell < CompassBook.CELLS; cell++) {
            int here = cell;
            assertThat(book.radius(cell)).satisfies(radius -> equal(radius, whole.radius(here)));
            assertThat(book.percentile(cell))
                    .satisfies(share -> equal(share, whole.percentile(here)));
        }
    }

    @Test
    void pastOfASymbolNobodyHeardOfHasNoEffect() {
        book.prepend("SPY", List.of(gib(NOON, 1)));
        book.compute();

        assertThat(book.symbols()).isEmpty();
    }

    @Test
    void manySymbolsHaveRoom() {
        for (int symbol = 0; symbol < 40; symbol++) {
            book.add(
                    new FeatureSnapshot(
                            new SnapshotId("S" + symbol, NOON),
                            0,
                            new FeatureVector.Builder().set(Feature.GIB_Z, symbol).build()));
        }
        book.compute();

        assertThat(book.value(CompassBook.cell(39, CompassAxis.GIB, CompassLayer.MINUTES_5)))
                .isEqualTo(39);
    }

    private double value(CompassLayer layer) {
        return book.value(CompassBook.cell(0, CompassAxis.GIB, layer));
    }

    private static FeatureSnapshot gib(long time, double value) {
        return new FeatureSnapshot(
                new SnapshotId("SPY", time),
                0,
                new FeatureVector.Builder().set(Feature.GIB_Z, value).build());
    }

    private static FeatureSnapshot drawn(String symbol, long time, Random dice, int turn) {
        FeatureVector.Builder features = new FeatureVector.Builder();
        for (CompassAxis axis : CompassAxis.values()) {
            for (CompassLayer layer : CompassLayer.values()) {
                if (dice.nextInt(20) > 0) {
                    // Whole tenths, so that some are equal.
                    double value = Math.round(10 * (dice.nextGaussian() + Math.sin(turn / 90.0)));
                    features.set(axis.feature(layer), value / 10);
                }
            }
        }
        return new FeatureSnapshot(new SnapshotId(symbol, time), 0, features.build());
    }
}
