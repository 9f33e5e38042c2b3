package io.huihui.console.compass;

/**
 * What a compass says as a whole, at one layer. Axes without a value do not count.
 *
 * @param energy mean distance of the axes from neutral, 0..1, so that opposite axes do not cancel;
 *     NaN when fewer than {@link #LEAST_AXES} have a value
 * @param bias where the axes of flow point, 2 (mean radius - 0.5): -1 down, 1 up; NaN when none has
 *     a value
 */
public record CompassReading(double energy, double bias) {

    /** Fewer axes are no compass: one alone at its end would make a quiet market an extreme one. */
    static final int LEAST_AXES = 4;

    /** Reads the compass of a symbol as of the last {@link CompassBook#compute}. */
    public static CompassReading of(CompassBook book, int symbol, CompassLayer layer) {
        int known = 0;
        double distances = 0;
        int flows = 0;
        double flowSum = 0;
        for (CompassAxis axis : CompassAxis.values()) {
            double radius = book.radius(CompassBook.cell(symbol, axis, layer));
            if (!Double.isNaN(radius)) {
                known++;
                distances += axis.distance(radius);
                if (axis.family() == CompassAxis.Family.FLOW) {
                    flows++;
                    flowSum += radius;
                }
            }
        }
        return new CompassReading(
                known < LEAST_AXES ? Double.NaN : distances / known,
                flows == 0 ? Double.NaN : 2 * (flowSum / flows - 0.5));
    }

    public Activity activity() {
        return Activity.of(energy);
    }

    public FlowBias flowBias() {
        return FlowBias.of(bias);
    }
}
