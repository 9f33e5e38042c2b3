package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.StrikeRow;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Defect 8: signs clashed. A market turned upside down (strikes K to spot squared over K, calls for
 * puts) keeps the dealers' gamma, vega and theta and turns the sign of delta, vanna and charm, of
 * standing and of flow; what is made of them must follow.
 */
class StrikeMirrorTest {

    private static final int ROWS = 9;
    private static final double SPOT = HandTable.SPOT;

    private static double[] strikes() {
        double[] strikes = new double[ROWS];
        for (int k = 0; k < ROWS; k++) {
            strikes[k] = SPOT * Math.exp(0.01 * (k - ROWS / 2));
        }
        return strikes;
    }

    /** One table and its mirror image, of the same random numbers. */
    private static StrikeTable table(long seed, boolean mirrored) {
        Random random = new Random(seed);
        StrikeTable table = HandTable.of(strikes());
        int sign = mirrored ? -1 : 1;
        for (int k = 0; k < ROWS; k++) {
            int row = mirrored ? ROWS - 1 - k : k;
            table.gamma[row] = random.nextGaussian();
            table.gammaWeighted[row] = random.nextGaussian();
            table.gammaPin[row] = random.nextGaussian();
            table.openInterest[row] = random.nextInt(1000);
            table.delta[row] = sign * random.nextGaussian();
            table.vanna[row] = sign * random.nextGaussian();
            table.charm[row] = sign * random.nextGaussian();
            table.deltaFlow[row] = sign * random.nextGaussian();
            table.vannaFlow[row] = sign * random.nextGaussian();
            table.charmFlow[row] = sign * random.nextGaussian();
            double calls = random.nextGaussian();
            double puts = random.nextGaussian();
            table.netPremiumCall[row] = mirrored ? puts : calls;
            table.netPremiumPut[row] = mirrored ? calls : puts;
            table.netPremium[row] = calls + puts;
        }
        return table;
    }

    private static StrikeStructure structure(StrikeTable table) {
        return new StrikeStructure(table, SPOT, 0.2, HandTable.NOW, StructureMultipliers.none());
    }

    @Property(tries = 200)
    void mirroredChainHasMirroredStrikes(@ForAll long seed) {
        List<StrikeRow> one = structure(table(seed, false)).rows(new double[ROWS]);
        List<StrikeRow> other = structure(table(seed, true)).rows(new double[ROWS]);
        for (int k = 0; k < ROWS; k++) {
            StrikeRow row = one.get(k);
            StrikeRow mirror = other.get(ROWS - 1 - k);

            same(mirror.netPremium(), row.netPremium());
            same(mirror.netPremiumDirectional(), -row.netPremiumDirectional());
            same(mirror.adaptiveGamma(), row.adaptiveGamma());
            same(mirror.charmPressure(), -row.charmPressure());
            same(mirror.timeDecayPressure(), -row.timeDecayPressure());
            same(mirror.pinScore(), row.pinScore());
            same(mirror.pinProbability(), row.pinProbability());
            same(mirror.relativeFlow(), row.relativeFlow());
            same(mirror.flow().netPremiumScore(), row.flow().netPremiumScore());
        }
    }

    @Property(tries = 200)
    void mirroredChainHasMirroredFeatures(@ForAll long seed) {
        FeatureVector one = publish(table(seed, false));
        FeatureVector other = publish(table(seed, true));

        same(other.get(Feature.A_DAG), one.get(Feature.A_DAG));
        same(other.get(Feature.CHARM_PRESSURE), -one.get(Feature.CHARM_PRESSURE));
        same(other.get(Feature.RELATIVE_FLOW_INDEX), -one.get(Feature.RELATIVE_FLOW_INDEX));
        if (one.has(Feature.PIN_STRIKE)) {
            same(
                    Math.log(other.get(Feature.PIN_STRIKE) / SPOT),
                    -Math.log(one.get(Feature.PIN_STRIKE) / SPOT));
        }
    }

    private static FeatureVector publish(StrikeTable table) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        structure(table).publish(out);
        return out.build();
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }
}
