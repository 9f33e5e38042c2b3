package io.huihui.console.view;

import io.huihui.models.OrNull;

import java.util.List;

/**
 * What the numbers of a frame of the compass stand for.
 *
 * @param axes in the order of the frame
 * @param layerMinutes windows in the order of the frame
 * @param qualities by their number in the frame
 * @param activities words for the energy, by their number in the frame
 * @param biases words for the bias of flow, by their number in the frame
 * @param signs by their bit in the frame
 */
public record CompassAxes(
        List<Axis> axes,
        List<Integer> layerMinutes,
        List<String> qualities,
        List<String> activities,
        List<String> biases,
        List<Sign> signs) {

    /**
     * One spoke.
     *
     * @param low score at radius 0
     * @param high score at radius 1
     * @param twoSided whether radius 0.5 is neutral
     * @param score whether its features are scores; else they are scored against their last four
     *     hours
     * @param features per layer, names as in {@code FeatureVector}
     * @param label as it stands beside the spoke
     * @param above what it says near its high end
     * @param below what it says near its low end
     */
    public record Axis(
            String name,
            String family,
            double low,
            double high,
            boolean twoSided,
            boolean score,
            List<String> features,
            String label,
            String definition,
            String above,
            String below) {}

    /**
     * Something that is worth a look.
     *
     * @param axis where it is seen; null of a sign of several axes
     * @param label a few words for it
     * @param says what it means, in a sentence
     */
    public record Sign(String kind, @OrNull String axis, String label, String says) {}
}
