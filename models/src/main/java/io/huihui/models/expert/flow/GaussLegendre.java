package io.huihui.models.expert.flow;

/**
 * Gauss-Legendre quadrature on 0..1: a sum over n points that is exact for polynomials of degree 2n
 * - 1.
 */
final class GaussLegendre {

    private static final int NEWTON_STEPS = 50;

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * Returns the quadrature with so many points: the roots of a Legendre polynomial, by Newton.
     */
    static GaussLegendre of(int points) {
        double[] nodes = new double[points];
        double[] weights = new double[points];
        for (int i = 0; i < points; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (points + 0.5));
            double slope = 0;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double last = 1;
                double value = x;
                for (int degree = 2; degree <= points; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * last) / degree;
                    last = value;
                    value = next;
                }
                slope = points * (x * value - last) / (x * x - 1);
                double change = value / slope;
                x -= change;
                if (Math.abs(change) < Math.ulp(1.0)) {
                    break;
                }
            }
            nodes[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    int points() {
        return nodes.length;
    }

    double node(int point) {
        return nodes[point];
    }

    double weight(int point) {
        return weights[point];
    }
}
