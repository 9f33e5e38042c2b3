package io.huihui.models.quant;

/**
 * The standard normal distribution and the scaled complementary error function to the last few bits
 * of a double, in the far tails too.
 *
 * <p>Reference: W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics
 * of Computation 23, 1969; M. J. Wichura, "Algorithm AS 241: the percentage points of the normal
 * distribution", Applied Statistics 37, 1988.
 */
// The coefficients stand as the papers print them, with more digits than a double holds.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class NormalDistribution {

    static final double SQRT_TWO_PI = 2.5066282746310005024;
    static final double INVERSE_SQRT_TWO_PI = 0.39894228040143267794;
    private static final double INVERSE_SQRT_TWO = 0.70710678118654752440;
    private static final double SQRT_HALF_PI = 1.2533141373155002512;
    private static final double INVERSE_SQRT_PI = 0.56418958354775628695;

    /** Below this Cody's first approximation (of erf) holds, above it the second (of erfcx). */
    private static final double CODY_SMALL = 0.46875;

    /** Above this Cody's third approximation (asymptotic form) holds. */
    private static final double CODY_LARGE = 4.0;

    /** Rounding an argument to 1/16 makes its square exact, so exp(-x*x) keeps its last digits. */
    private static final double SPLIT = 16.0;

    /** Beyond this the exponential of minus half the square is below the smallest double. */
    private static final double LARGEST_SPLIT = 38.7;

    /** Half-width of the centre in which AS 241 approximates the quantile directly. */
    private static final double QUANTILE_CENTRE = 0.425;

    private static final double QUANTILE_CENTRE_SQUARED = 0.180625;

    /** Where AS 241 changes from its near-tail to its far-tail approximation. */
    private static final double QUANTILE_TAIL = 5.0;

    private NormalDistribution() {}

    /** Returns the density at {@code z}. */
    public static double pdf(double z) {
        return INVERSE_SQRT_TWO_PI * expOfMinusHalfSquare(z);
    }

    /**
     * Returns the probability of a value below {@code z}; relative error about 1e-15 both sides.
     */
    public static double cdf(double z) {
        double y = Math.abs(z) * INVERSE_SQRT_TWO;
        if (y <= CODY_SMALL) {
            return 0.5 + 0.5 * erfNearZero(z * INVERSE_SQRT_TWO);
        }
        double tail = 0.5 * erfcxBeyondSmall(y) * expOfMinusHalfSquare(z);
        return z < 0 ? tail : 1 - tail;
    }

    /** Returns {@code cdf(z) / pdf(z)}, which stays finite and accurate far in the left tail. */
    public static double cdfOverPdf(double z) {
        return SQRT_HALF_PI * erfcx(-z * INVERSE_SQRT_TWO);
    }

    /** Returns the complementary error function. */
    public static double erfc(double x) {
        double magnitude = Math.abs(x);
        if (magnitude <= CODY_SMALL) {
            return 1.0 - erfNearZero(x);
        }
        double tail = erfcxBeyondSmall(magnitude) * expOfMinusSquare(magnitude);
        return x < 0 ? 2.0 - tail : tail;
    }

    /** Returns {@code exp(x*x) * erfc(x)}; infinite below about -26.6. */
    public static double erfcx(double x) {
        double magnitude = Math.abs(x);
        if (magnitude <= CODY_SMALL) {
            return Math.exp(x * x) * (1.0 - erfNearZero(x));
        }
        double scaled = erfcxBeyondSmall(magnitude);
        return x < 0 ? 2.0 / expOfMinusSquare(magnitude) - scaled : scaled;
    }

    /**
     * Returns the {@code z} with {@code cdf(z) == probability}; minus or plus infinity at 0 and 1,
     * NaN outside.
     */
    public static double quantile(double probability) {
        double centred = probability - 0.5;
        if (Math.abs(centred) <= QUANTILE_CENTRE) {
            double r = QUANTILE_CENTRE_SQUARED - centred * centred;
            return centred * quantileCentre(r);
        }
        double tail = centred < 0 ? probability : 1.0 - probability;
        if (!(tail > 0)) {
            return tail == 0 ? Math.copySign(Double.POSITIVE_INFINITY, centred) : Double.NaN;
        }
        double r = Math.sqrt(-Math.log(tail));
        double z =
                r <= QUANTILE_TAIL ? quantileNearTail(r - 1.6) : quantileFarTail(r - QUANTILE_TAIL);
        return centred < 0 ? -z : z;
    }

    private static double expOfMinusSquare(double x) {
        if (x > LARGEST_SPLIT) {
            return 0;
        }
        double head = Math.rint(x * SPLIT) / SPLIT;
        double rest = (x - head) * (x + head);
        return Math.exp(-head * head) * Math.exp(-rest);
    }

    private static double expOfMinusHalfSquare(double z) {
        if (Math.abs(z) > LARGEST_SPLIT) {
            return 0;
        }
        double head = Math.rint(z * SPLIT) / SPLIT;
        double rest = (z - head) * (z + head);
        return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * rest);
    }

    private static double erfNearZero(double x) {
        double y = x * x;
        double numerator = 1.85777706184603153e-1 * y;
        numerator = (numerator + 3.16112374387056560e00) * y;
        numerator = (numerator + 1.13864154151050156e02) * y;
        numerator = (numerator + 3.77485237685302021e02) * y;
        double denominator = y;
        denominator = (denominator + 2.36012909523441209e01) * y;
        denominator = (denominator + 2.44024637934444173e02) * y;
        denominator = (denominator + 1.28261652607737228e03) * y;
        return x * (numerator + 3.20937758913846947e03) / (denominator + 2.84423683343917062e03);
    }

    private static double erfcxBeyondSmall(double y) {
        return y <= CODY_LARGE ? erfcxMiddle(y) : erfcxLarge(y);
    }

    private static double erfcxMiddle(double y) {
        double numerator = 2.15311535474403846e-8 * y;
        numerator = (numerator + 5.64188496988670089e-1) * y;
        numerator = (numerator + 8.88314979438837594e0) * y;
        numerator = (numerator + 6.61191906371416295e01) * y;
        numerator = (numerator + 2.98635138197400131e02) * y;
        numerator = (numerator + 8.81952221241769090e02) * y;
        numerator = (numerator + 1.71204761263407058e03) * y;
        numerator = (numerator + 2.05107837782607147e03) * y;
        double denominator = y;
        denominator = (denominator + 1.57449261107098347e01) * y;
        denominator = (denominator + 1.17693950891312499e02) * y;
        denominator = (denominator + 5.37181101862009858e02) * y;
        denominator = (denominator + 1.62138957456669019e03) * y;
        denominator = (denominator + 3.29079923573345963e03) * y;
        denominator = (denominator + 4.36261909014324716e03) * y;
        denominator = (denominator + 3.43936767414372164e03) * y;
        return (numerator + 1.23033935479799725e03) / (denominator + 1.23033935480374942e03);
    }

    private static double erfcxLarge(double y) {
        double w = 1.0 / (y * y);
        double numerator = 1.63153871373020978e-2 * w;
        numerator = (numerator + 3.05326634961232344e-1) * w;
        numerator = (numerator + 3.60344899949804439e-1) * w;
        numerator = (numerator + 1.25781726111229246e-1) * w;
        numerator = (numerator + 1.60837851487422766e-2) * w;
        double denominator = w;
        denominator = (denominator + 2.56852019228982242e00) * w;
        denominator = (denominator + 1.87295284992346725e00) * w;
        denominator = (denominator + 5.27905102951428412e-1) * w;
        denominator = (denominator + 6.05183413124413191e-2) * w;
        double correction =
                w * (numerator + 6.58749161529837803e-4) / (denominator + 2.33520497626869185e-3);
        return (INVERSE_SQRT_PI - correction) / y;
    }

    private static double quantileCentre(double r) {
        double numerator = 2.5090809287301226727e3;
        numerator = numerator * r + 3.3430575583588128105e4;
        numerator = numerator * r + 6.7265770927008700853e4;
        numerator = numerator * r + 4.5921953931549871457e4;
        numerator = numerator * r + 1.3731693765509461125e4;
        numerator = numerator * r + 1.9715909503065514427e3;
        numerator = numerator * r + 1.3314166789178437745e2;
        numerator = numerator * r + 3.3871328727963666080e0;
        double denominator = 5.2264952788528545610e3;
        denominator = denominator * r + 2.8729085735721942674e4;
        denominator = denominator * r + 3.9307895800092710610e4;
        denominator = denominator * r + 2.1213794301586595867e4;
        denominator = denominator * r + 5.3941960214247511077e3;
        denominator = denominator * r + 6.8718700749205790830e2;
        denominator = denominator * r + 4.2313330701600911252e1;
        return numerator / (denominator * r + 1.0);
    }

    private static double quantileNearTail(double r) {
        double numerator = 7.74545014278341407640e-4;
        numerator = numerator * r + 2.27238449892691845833e-2;
        numerator = numerator * r + 2.41780725177450611770e-1;
        numerator = numerator * r + 1.27045825245236838258e0;
        numerator = numerator * r + 3.64784832476320460504e0;
        numerator = numerator * r + 5.76949722146069140550e0;
        numerator = numerator * r + 4.63033784615654529590e0;
        numerator = numerator * r + 1.42343711074968357734e0;
        double denominator = 1.05075007164441684324e-9;
        denominator = denominator * r + 5.47593808499534494600e-4;
        denominator = denominator * r + 1.51986665636164571966e-2;
        denominator = denominator * r + 1.48103976427480074590e-1;
        denominator = denominator * r + 6.89767334985100004550e-1;
        denominator = denominator * r + 1.67638483018380384940e0;
        denominator = denominator * r + 2.05319162663775882187e0;
        return numerator / (denominator * r + 1.0);
    }

    private static double quantileFarTail(double r) {
        double numerator = 2.01033439929228813265e-7;
        numerator = numerator * r + 2.71155556874348757815e-5;
        numerator = numerator * r + 1.24266094738807843860e-3;
        numerator = numerator * r + 2.65321895265761230930e-2;
        numerator = numerator * r + 2.96560571828504891230e-1;
        numerator = numerator * r + 1.78482653991729133580e0;
        numerator = numerator * r + 5.46378491116411436990e0;
        numerator = numerator * r + 6.65790464350110377720e0;
        double denominator = 2.04426310338993978564e-15;
        denominator = denominator * r + 1.42151175831644588870e-7;
        denominator = denominator * r + 1.84631831751005468180e-5;
        denominator = denominator * r + 7.86869131145613259100e-4;
        denominator = denominator * r + 1.48753612908506148525e-2;
        denominator = denominator * r + 1.36929880922735805310e-1;
        denominator = denominator * r + 5.99832206555887937690e-1;
        return numerator / (denominator * r + 1.0);
    }
}
