package io.huihui.models.quant;

/**
 * First guess of the total volatility from a normalised price, right to a few parts in a thousand
 * everywhere: the price range is cut at three points, and in each piece a rational cubic with the
 * right values, slopes and one curvature joins the ends.
 *
 * <p>Reference: P. Jaeckel, "Let's be rational", Wilmott Magazine, 2015, sections 3 and 4; R.
 * Delbourgo and J. Gregory, "Shape preserving piecewise rational interpolation", SIAM Journal on
 * Scientific and Statistical Computing 6, 1985.
 */
final class TotalVolGuess {

    private static final double SQRT_THREE = 1.7320508075688772;
    private static final double TWO_PI = 6.283185307179586;
    private static final double SQRT_HALF_PI = 1.2533141373155003;

    /** Keeps the shape parameter of the rational cubic inside its valid range (above -1). */
    private static final double LEAST_SHAPE = -0.99999998;

    /** Beyond this shape the rational cubic is a straight line to machine precision. */
    private static final double GREATEST_SHAPE = 1e15;

    private TotalVolGuess() {}

    /** Returns a guess for a {@code target} in (0, bound), {@code x < 0}. */
    static double of(double target, double x, double bound) {
        double centre = Math.sqrt(-2 * x);
        double centrePrice = NormalisedBlack.price(x, centre);
        double centreSlope = slope(x, centre);
        if (target < centrePrice) {
            return belowCentre(target, x, centre, centrePrice, centreSlope);
        }
        return aboveCentre(target, x, bound, centre, centrePrice, centreSlope);
    }

    private static double belowCentre(
            double target, double x, double centre, double centrePrice, double centreSlope) {
        double low = centre - centrePrice / centreSlope;
        double lowPrice = NormalisedBlack.price(x, low);
        if (target >= lowPrice) {
            double leftSlope = 1 / slope(x, low);
            double rightSlope = 1 / centreSlope;
            double shape =
                    shapeFromRight(lowPrice, centrePrice, low, centre, leftSlope, rightSlope, 0.0);
            return cubic(target, lowPrice, centrePrice, low, centre, leftSlope, rightSlope, shape);
        }
        return tinyPrice(target, x, low, lowPrice);
    }

    /** Interpolates {@code f(s) = 2 pi |x| / (3 sqrt 3) * cdf(-|x| / (sqrt 3 s))^3}. */
    private static double tinyPrice(double target, double x, double s, double lowPrice) {
        double magnitude = -x;
        double z = magnitude / (SQRT_THREE * s);
        double y = z * z;
        double cdf = NormalDistribution.cdf(-z);
        double pdf = NormalDistribution.pdf(z);
        double scale = TWO_PI * magnitude / (3 * SQRT_THREE);
        double value = scale * cdf * cdf * cdf;
        double first = TWO_PI * y * cdf * cdf * Math.exp(y + 0.125 * s * s);
        double inner =
                8 * SQRT_THREE * s * magnitude + (3 * s * s * (s * s - 8) - 8 * x * x) * cdf / pdf;
        double second =
                TWO_PI / 12 * (y / (s * s * s)) * cdf * inner * Math.exp(2 * y + 0.25 * s * s);
        double shape = shapeFromRight(0, lowPrice, 0, value, 1, first, second);
        double f = cubic(target, 0, lowPrice, 0, value, 1, first, shape);
        if (!(f > 0)) {
            double part = target / lowPrice;
            f = value * part * part;
        }
        double quantile = NormalDistribution.quantile(Math.cbrt(f / scale));
        return Math.abs(x / (SQRT_THREE * quantile));
    }

    private static double aboveCentre(
            double target,
            double x,
            double bound,
            double centre,
            double centrePrice,
            double centreSlope) {
        double high = centre + (bound - centrePrice) / centreSlope;
        double highPrice = NormalisedBlack.price(x, high);
        if (target <= highPrice) {
            double leftSlope = 1 / centreSlope;
            double rightSlope = 1 / slope(x, high);
            double shape =
                    shapeFromLeft(centrePrice, highPrice, centre, high, leftSlope, rightSlope, 0.0);
            return cubic(
                    target, centrePrice, highPrice, centre, high, leftSlope, rightSlope, shape);
        }
        return greatPrice(target, x, bound, high, highPrice);
    }

    /** Interpolates {@code f(s) = cdf(-s / 2)}. */
    private static double greatPrice(
            double target, double x, double bound, double s, double highPrice) {
        double w = x / s * (x / s);
        double value = NormalDistribution.cdf(-0.5 * s);
        double first = -0.5 * Math.exp(0.5 * w);
        double second = SQRT_HALF_PI * Math.exp(w + 0.125 * s * s) * w / s;
        double shape = shapeFromLeft(highPrice, bound, value, 0, first, -0.5, second);
        double f = cubic(target, highPrice, bound, value, 0, first, -0.5, shape);
        if (!(f > 0)) {
            double part = (bound - target) / (bound - highPrice);
            f = value * part * part;
        }
        return -2 * NormalDistribution.quantile(Math.min(f, value));
    }

    private static double slope(double x, double s) {
        double h = x / s;
        return NormalDistribution.INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * (h * h + 0.25 * s * s));
    }

    private static double cubic(
            double at,
            double left,
            double right,
            double leftValue,
            double rightValue,
            double leftSlope,
            double rightSlope,
            double shape) {
        double width = right - left;
        if (!(width > 0)) {
            return 0.5 * (leftValue + rightValue);
        }
        double t = (at - left) / width;
        double u = 1 - t;
        if (shape >= GREATEST_SHAPE) {
            return rightValue * t + leftValue * u;
        }
        double numerator =
                rightValue * t * t * t
                        + (shape * rightValue - width * rightSlope) * t * t * u
                        + (shape * leftValue + width * leftSlope) * t * u * u
                        + leftValue * u * u * u;
        return numerator / (1 + (shape - 3) * t * u);
    }

    private static double shapeFromLeft(
            double left,
            double right,
            double leftValue,
            double rightValue,
            double leftSlope,
            double rightSlope,
            double leftCurvature) {
        double width = right - left;
        double numerator = 0.5 * width * leftCurvature + (rightSlope - leftSlope);
        return clamp(numerator, (rightValue - leftValue) / width - leftSlope);
    }

    private static double shapeFromRight(
            double left,
            double right,
            double leftValue,
            double rightValue,
            double leftSlope,
            double rightSlope,
            double rightCurvature) {
        double width = right - left;
        double numerator = 0.5 * width * rightCurvature + (rightSlope - leftSlope);
        return clamp(numerator, rightSlope - (rightValue - leftValue) / width);
    }

    private static double clamp(double numerator, double denominator) {
        if (numerator == 0) {
            return 0;
        }
        if (denominator == 0) {
            return numerator > 0 ? GREATEST_SHAPE : LEAST_SHAPE;
        }
        return Math.min(Math.max(numerator / denominator, LEAST_SHAPE), GREATEST_SHAPE);
    }
}
