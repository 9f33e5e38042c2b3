package io.huihui.models.directive;

import io.huihui.models.decision.KeyLevelType;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the key levels of a strike profile. A strike's score is the weighted mean of the ranks of
 * its {@link LevelMeasure sources} in their own history; a source that is missing leaves its weight
 * to the others. Strong strikes close together are one level; its type is told by where it lies and
 * by dealer gamma.
 */
public final class KeyLevelFinder {

    /** A strike is reported, and a source speaks for it, from this rank on. */
    static final double LEAST_SCORE = 0.5;

    /** More levels than this help nobody; the strongest stay. */
    static final int MOST_LEVELS = 12;

    /** Share of the price within which strikes are one level at least. */
    private static final double WIDTH_OF_PRICE = 0.001;

    /** Share of the expected move of a day within which strikes are one level. */
    private static final double WIDTH_OF_DAY = 0.1;

    /** Share of the expected move of a day within which gamma that expires pins the price. */
    private static final double PIN_OF_DAY = 0.15;

    /** A strike with negative gamma below this rank of E-SDAG VF starts swings. */
    private static final double TRIGGER_RANK = 0.05;

    /** Dealer gamma from this rank on, of either sign, is a wall. */
    private static final double WALL_RANK = 0.99;

    /** The stronger first; then the nearer to the price, which does not depend on the side. */
    private static final Comparator<Strong> STRONGEST =
            Comparator.comparingDouble((Strong s) -> -s.score)
                    .thenComparingDouble(Strong::distance)
                    .thenComparingDouble(Strong::strike);

    private KeyLevelFinder() {}

    /**
     * A level found now, without memory of earlier ones.
     *
     * @param price centre of the strikes in it, weighted by score
     * @param score of its strongest strike, 0..1
     */
    public record Found(double price, KeyLevelType type, double score, List<String> sources) {

        public Found {
            sources = List.copyOf(sources);
        }
    }

    /** A strike with a score, its distance from the price, and what tells its type. */
    private record Strong(
            double strike,
            double distance,
            double score,
            List<String> sources,
            boolean expires,
            boolean trigger,
            boolean wall) {}

    /** Returns the width of a level in currency. */
    public static double width(double spot, LevelMarket market) {
        double ofPrice = WIDTH_OF_PRICE * spot;
        double ofDay = WIDTH_OF_DAY * market.dayMove();
        return ofDay > ofPrice ? ofDay : ofPrice;
    }

    /** Returns the levels, strongest first. */
    public static List<Found> find(
            StrikeProfile profile, LevelMarket market, LevelHistory history) {
        List<Strong> left = new ArrayList<>();
        for (StrikeRow row : profile.rows()) {
            Strong strong = strong(row, profile.spot(), history);
            if (strong != null) {
                left.add(strong);
            }
        }
        left.sort(STRONGEST);
        double width = width(profile.spot(), market);
        List<Found> levels = new ArrayList<>();
        while (!left.isEmpty() && levels.size() < MOST_LEVELS) {
            Strong peak = left.get(0);
            double sum = 0;
            double weighted = 0;
            for (Strong member : left) {
                if (Math.abs(member.strike - peak.strike) <= width) {
                    sum += member.score;
                    weighted += member.score * (member.strike - peak.strike);
                }
            }
            left.removeIf(member -> Math.abs(member.strike - peak.strike) <= width);
            double price = peak.strike + weighted / sum;
            levels.add(
                    new Found(
                            price,
                            type(peak, price - profile.spot(), market),
                            peak.score,
                            peak.sources));
        }
        return levels;
    }

    /**
     * Returns null for a strike that is weak, or that drives the price on without being a level.
     */
    private static Strong strong(StrikeRow row, double spot, LevelHistory history) {
        double gamma = row.gammaPerPercent();
        boolean wall = rank(LevelMeasure.GAMMA, row, history) >= WALL_RANK;
        boolean trigger =
                gamma < 0 && rank(LevelMeasure.SKEW_GAMMA_VOLATILITY, row, history) < TRIGGER_RANK;
        if (!(gamma > 0 || trigger || wall)) {
            return null;
        }
        double sum = 0;
        double weights = 0;
        List<String> sources = new ArrayList<>();
        for (LevelMeasure measure : LevelMeasure.values()) {
            double rank = measure.isSource() ? rank(measure, row, history) : Double.NaN;
            if (!Double.isNaN(rank)) {
                sum += measure.weight() * rank;
                weights += measure.weight();
                if (rank >= LEAST_SCORE) {
                    sources.add(measure.name());
                }
            }
        }
        double score = Math.min(1, sum / weights);
        if (!(score >= LEAST_SCORE) || sources.isEmpty()) {
            return null;
        }
        boolean expires = Math.abs(row.gammaPerPercentToday()) > 0;
        double distance = Math.abs(row.strike() - spot);
        return new Strong(row.strike(), distance, score, sources, expires, trigger, wall);
    }

    /** A source of zero is no source, however many zeros there were before. */
    private static double rank(LevelMeasure measure, StrikeRow row, LevelHistory history) {
        double value = measure.of(row);
        double rank = history.rank(measure, value);
        return value == 0 && !Double.isNaN(rank) ? 0 : rank;
    }

    /**
     * The rarest that holds: wall, trigger, pin, else support below the price, resistance above.
     */
    private static KeyLevelType type(Strong peak, double above, LevelMarket market) {
        if (peak.wall) {
            return KeyLevelType.MAJOR_WALL;
        }
        if (peak.trigger) {
            return KeyLevelType.VOL_TRIGGER;
        }
        if (peak.expires && Math.abs(above) <= PIN_OF_DAY * market.dayMove()) {
            return KeyLevelType.PIN_ZONE;
        }
        return above < 0 ? KeyLevelType.SUPPORT : KeyLevelType.RESISTANCE;
    }
}
