package io.huihui.simulator.media;

import io.huihui.simulator.random.Draws;

import java.awt.Color;
import java.awt.Font;

/**
 * How a chart looks. Sizes are pixels of an image of 960 x 540.
 *
 * @param family a logical font, so that every machine with fonts has it
 * @param weight of {@link Font}: plain or bold, for the title
 * @param noise deviation of a pixel's brightness, of 255
 * @param jpegQuality 0 for PNG, which loses nothing
 * @param turnedLabel true when the label of the price axis runs upwards
 */
public record ChartStyle(
        String family,
        int weight,
        int titlePixels,
        int labelPixels,
        Color paper,
        Color ink,
        Color faintInk,
        Color line,
        boolean grid,
        double noise,
        float jpegQuality,
        boolean turnedLabel) {

    private static final String[] FAMILIES = {Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED};
    private static final int SMALLEST_TITLE = 18;
    private static final int SMALLEST_LABEL = 12;

    private static final int DARKEST_PAPER = 16;
    private static final int WHITE = 255;

    /** Ink differs from paper by this much brightness, at least and at most, of 255. */
    private static final int LEAST_CONTRAST = 120;

    private static final int MOST_CONTRAST = 230;

    /** Axis labels stand back from the title by up to this share of its contrast. */
    private static final double FAINTEST = 0.75;

    private static final double DARK_SHARE = 0.3;
    private static final double GRID_SHARE = 0.6;
    private static final double NOISY_SHARE = 0.5;
    private static final double LOUDEST_NOISE = 8;
    private static final double JPEG_SHARE = 0.5;
    private static final double WORST_JPEG = 0.6;

    private static final Color[] LINES = {
        new Color(31, 119, 180), new Color(214, 39, 40), new Color(44, 160, 44), Color.GRAY
    };

    /** Returns a style by chance. */
    static ChartStyle draw(Draws draws) {
        boolean dark = draws.chance(DARK_SHARE);
        int paper = dark ? DARKEST_PAPER + draws.below(30) : WHITE - draws.below(20);
        int contrast = LEAST_CONTRAST + draws.below(MOST_CONTRAST - LEAST_CONTRAST);
        int faint = (int) (contrast * draws.uniform(FAINTEST, 1));
        return new ChartStyle(
                FAMILIES[draws.below(FAMILIES.length)],
                draws.sign() > 0 ? Font.BOLD : Font.PLAIN,
                SMALLEST_TITLE + draws.below(11),
                SMALLEST_LABEL + draws.below(5),
                gray(paper),
                gray(dark ? paper + contrast : paper - contrast),
                gray(dark ? paper + faint : paper - faint),
                LINES[draws.below(LINES.length)],
                draws.chance(GRID_SHARE),
                draws.chance(NOISY_SHARE) ? draws.uniform(1, LOUDEST_NOISE) : 0,
                draws.chance(JPEG_SHARE) ? (float) draws.uniform(WORST_JPEG, 1) : 0,
                draws.sign() > 0);
    }

    private static Color gray(int level) {
        int clamped = Math.max(0, Math.min(WHITE, level));
        return new Color(clamped, clamped, clamped);
    }

    /** Returns the colour of grid lines: a little off the paper. */
    Color gridColor() {
        return mix(paper, ink, 0.12);
    }

    private static Color mix(Color from, Color to, double share) {
        int level = (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed()));
        return gray(level);
    }
}
