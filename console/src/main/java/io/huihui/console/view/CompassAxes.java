package io.huihui.console.view;

import java.util.List;

/**
 * What the numbers of a frame of the compass stand for.
 *
 * @param axes in the order of the frame
 * @param layerMinutes windows in the order of the frame
 * @param qualities by their number in the frame
 */
public record CompassAxes(List<Axis> axes, List<Integer> layerMinutes, List<String> qualities) {

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
}
