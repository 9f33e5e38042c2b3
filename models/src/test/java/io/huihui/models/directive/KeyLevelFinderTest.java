package io.huihui.models.directive;

import io.huihui.models.decision.KeyLevelType;
import io.huihui.models.directive.KeyLevelFinder.Found;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class KeyLevelFinderTest {

    /** Of a centroid's half weight in a hundred values. */
    private static final double RANK_ERROR = 0.015;

    /** One expected standard deviation of a day is 5. */
    private static final LevelMarket MARKET = new LevelMarket(450, 5, 1);

    private final LevelHistory history = new LevelHistory();

    KeyLevelFinderTest() {
        history.add(Strikes.ladder(0));
    }

    @Test
    void scoreIsTheWeightedMeanOfRanks() {
        // Ranks among 1..100: .9, .8, .4, .6; .3 x .9 + .2 x .8 + .25 x .4 + .25 x .6 = .68.
        Found level = only(Strikes.row(440, -90.5, 80.5, 40.5, -60.5, 20, 0, 20));

        assertThat(level.score()).isCloseTo(0.68, within(RANK_ERROR));
        assertThat(level.sources()).containsExactly("A_MSPI", "NVP", "UGCH");
        assertThat(level.price()).isEqualTo(440);
        assertThat(level.type()).isEqualTo(KeyLevelType.SUPPORT);
    }

    @Test
    void missingSourceLeavesItsWeightToTheOthers() {
        // (.2 x .8 + .25 x .4 + .25 x .6) / .7 = .5857.
        Found level = only(Strikes.row(440, Double.NaN, 80.5, 40.5, 60.5, 20, 0, 20));

        assertThat(level.score()).isCloseTo(0.5857, within(RANK_ERROR));
    }

    @Test
    void noScoreIsForcedToOne() {
        assertThat(find(Strikes.row(440, 60.5, 20, 0), Strikes.row(460, 70.5, 20, 0)))
                .extracting(Found::score)
                .allSatisfy(score -> assertThat(score).isLessThan(0.75));
    }

    @Test
    void strikeThatNothingSpeaksForIsNoLevel() {
        assertThat(find(Strikes.row(440, 30, 20, 0))).isEmpty();
        assertThat(find(Strikes.row(440, 0, 20, 0))).isEmpty();
        double missing = Double.NaN;
        assertThat(find(Strikes.row(440, missing, 20, 0))).isEmpty();
    }

    @Test
    void typeIsToldByPlaceAndGamma() {
        assertThat(only(Strikes.row(440, 80, 20, 0)).type()).isEqualTo(KeyLevelType.SUPPORT);
        assertThat(only(Strikes.row(460, 80, 20, 0)).type()).isEqualTo(KeyLevelType.RESISTANCE);
        // .15 x 5 = .75 from the price; without gamma that expires today it is no pin.
        assertThat(only(Strikes.row(450.7, 80, 20, 5)).type()).isEqualTo(KeyLevelType.PIN_ZONE);
        assertThat(only(Strikes.row(450.8, 80, 20, 5)).type()).isEqualTo(KeyLevelType.RESISTANCE);
        assertThat(only(Strikes.row(450.7, 80, 20, 0)).type()).isEqualTo(KeyLevelType.RESISTANCE);
        assertThat(only(Strikes.row(440, 80, -20, 0)).type()).isEqualTo(KeyLevelType.VOL_TRIGGER);
        assertThat(only(Strikes.row(440, 80, 200, 0)).type()).isEqualTo(KeyLevelType.MAJOR_WALL);
        assertThat(only(Strikes.row(460, 80, -200, 0)).type()).isEqualTo(KeyLevelType.MAJOR_WALL);
        assertThat(find(Strikes.row(440, 80, 80, 80, 80, -20, 0, 50))).isEmpty();
    }

    @Test
    void strikesWithinTheWidthAreOneLevel() {
        // Width is the larger of .45 and .5; the centre leans to the stronger strike.
        List<Found> levels =
                find(
                        Strikes.row(440, 90.5, 20, 0),
                        Strikes.row(440.5, 60.5, 20, 0),
                        Strikes.row(441.1, 70.5, 20, 0));

        assertThat(levels).hasSize(2);
        assertThat(levels.get(0).price()).isCloseTo(440.2, within(0.01));
        assertThat(levels.get(0).score()).isCloseTo(0.9, within(RANK_ERROR));
        assertThat(levels.get(1).price()).isEqualTo(441.1);
    }

    @Test
    void withoutAnExpectedMoveTheWidthIsAShareOfThePriceAndNothingPins() {
        LevelMarket unknown = new LevelMarket(450, Double.NaN, 1);

        assertThat(KeyLevelFinder.width(450, unknown)).isCloseTo(0.45, within(1e-12));
        StrikeProfile profile = Strikes.at(60, 450, List.of(Strikes.row(450.1, 80, 20, 5)));
        assertThat(KeyLevelFinder.find(profile, unknown, history))
                .singleElement()
                .satisfies(level -> assertThat(level.type()).isEqualTo(KeyLevelType.RESISTANCE));
    }

    @Test
    void mirroredMarketHasMirroredLevels() {
        SplittableRandom random = new SplittableRandom(7);
        List<StrikeRow> rows = new ArrayList<>();
        List<StrikeRow> mirrored = new ArrayList<>();
        for (int k = -40; k < 40; k++) {
            double source = random.nextDouble(100);
            double gamma = random.nextDouble(-60, 110);
            double today = random.nextInt(2);
            double distance = k + 0.5;
            rows.add(Strikes.row(450 + distance, source, gamma, today));
            mirrored.add(
                    0,
                    Strikes.row(
                            450 - distance,
                            -source,
                            source,
                            -source,
                            -source,
                            gamma,
                            today,
                            gamma));
        }
        List<Found> levels = KeyLevelFinder.find(Strikes.at(60, 450, rows), MARKET, history);
        List<Found> flipped = KeyLevelFinder.find(Strikes.at(60, 450, mirrored), MARKET, history);

        assertThat(levels).hasSize(KeyLevelFinder.MOST_LEVELS);
        assertThat(flipped).containsExactlyElementsOf(levels.stream().map(this::mirror).toList());
    }

    private Found mirror(Found level) {
        KeyLevelType type =
                switch (level.type()) {
                    case SUPPORT -> KeyLevelType.RESISTANCE;
                    case RESISTANCE -> KeyLevelType.SUPPORT;
                    default -> level.type();
                };
        return new Found(900 - level.price(), type, level.score(), level.sources());
    }

    private Found only(StrikeRow row) {
        List<Found> levels = find(row);
        assertThat(levels).hasSize(1);
        return levels.get(0);
    }

    private List<Found> find(StrikeRow... rows) {
        return KeyLevelFinder.find(Strikes.at(60, 450, List.of(rows)), MARKET, history);
    }
}
