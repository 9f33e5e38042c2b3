package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every family: one fixture that fires and one, as near as can be, that does not. */
class SignalDetectorTest {

    private final SignalDetector detector = new SignalDetector();

    @Test
    void firesOnceAndAgainOnlyAfterRestAndRearm() {
        assertThat(one(SignalName.VAPI_SURGE, at(0).set(Feature.VAPI_FA_5M, 2.4))).isNotNull();
        assertThat(one(SignalName.VAPI_SURGE, 1, Feature.VAPI_FA_5M, 2.6)).isNull();
        // Rested but never back below: still the same surge.
        assertThat(one(SignalName.VAPI_SURGE, 301, Feature.VAPI_FA_5M, 2.6)).isNull();
        assertThat(one(SignalName.VAPI_SURGE, 302, Feature.VAPI_FA_5M, 1.0)).isNull();
        Signal again = one(SignalName.VAPI_SURGE, 303, Feature.VAPI_FA_5M, -2.0);
        assertThat(again.direction()).isEqualTo(Bias.BEARISH);
        assertThat(again.strength()).isEqualTo(-2.5);
    }

    @Test
    void smartMoneyIsDivergentAgainstTheReturn() {
        assertThat(one(SignalName.DWFD_SMART_MONEY, at(0).set(Feature.DWFD_5M, 1.99))).isNull();
        Signal signal =
                one(
                        SignalName.DWFD_SMART_MONEY,
                        at(1).set(Feature.DWFD_5M, 3).set(Feature.RETURN_15M, -0.002));
        assertThat(signal.divergent()).isTrue();
        assertThat(signal.strength()).isEqualTo(3.75);
    }

    @Test
    void trendHasToShowOnTwoHorizons() {
        assertThat(
                        one(
                                SignalName.TW_LAF_TREND,
                                at(0).set(Feature.TW_LAF_15M, 2).set(Feature.TW_LAF_30M, 1.4)))
                .isNull();
        assertThat(
                        one(
                                        SignalName.TW_LAF_TREND,
                                        at(1).set(Feature.TW_LAF_15M, -2)
                                                .set(Feature.TW_LAF_30M, -1.6))
                                .strength())
                .isEqualTo(-2.0);
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void exhaustionIsANewExtremeWithoutTheFlowThatCarriedIt(int side) {
        observe(at(0).set(Feature.MID, 450).set(Feature.VAPI_FA_5M, side * 3));
        observe(at(60).set(Feature.MID, 450).set(Feature.VAPI_FA_5M, side * 1.2));
        // The flow is still near its peak.
        assertThat(
                        one(
                                SignalName.VAPI_EXHAUSTION,
                                at(120).set(Feature.MID, 450 + side)
                                        .set(Feature.VAPI_FA_5M, side * 1.1)))
                .isNull();
        // The flow is far from it, the price does not go on.
        assertThat(
                        one(
                                SignalName.VAPI_EXHAUSTION,
                                at(180).set(Feature.MID, 450).set(Feature.VAPI_FA_5M, side * 0.5)))
                .isNull();
        Signal signal =
                one(
                        SignalName.VAPI_EXHAUSTION,
                        at(240).set(Feature.MID, 450 + 2 * side)
                                .set(Feature.VAPI_FA_5M, side * 0.5));
        assertThat(signal.direction()).isEqualTo(Bias.of(-side));
        assertThat(signal.strength()).isEqualTo(-side * 3.75);
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void divergenceIsANewExtremeOnFadedRelativeFlow(int side) {
        observe(at(0).set(Feature.MID, 450).set(Feature.RELATIVE_FLOW_INDEX, side * 2));
        assertThat(
                        one(
                                SignalName.ARFI_DIVERGENCE,
                                at(60).set(Feature.MID, 450 + side)
                                        .set(Feature.RELATIVE_FLOW_INDEX, side * 1.6)))
                .isNull();
        Signal signal =
                one(
                        SignalName.ARFI_DIVERGENCE,
                        at(120).set(Feature.MID, 450 + 2 * side)
                                .set(Feature.RELATIVE_FLOW_INDEX, side));
        assertThat(signal.direction()).isEqualTo(Bias.of(-side));
        // Half of its own extreme.
        assertThat(signal.strength()).isEqualTo(-side * 2.5);
    }

    @Test
    void expansionIsAHighRankOfItsRegimeOnceThereIsAHistory() {
        SignalDetector fresh = new SignalDetector();
        // Before that .6 is enough.
        assertThat(fired(fresh, market(at(1).set(Feature.VRI_STATE, 0.7)), verdict(1)))
                .extracting(Signal::name)
                .contains(SignalName.VOL_EXPANSION);
        history(Feature.VRI_STATE);
        assertThat(one(SignalName.VOL_EXPANSION, after().set(Feature.VRI_STATE, 0.85))).isNull();
        Signal signal = one(SignalName.VOL_EXPANSION, after(1).set(Feature.VRI_STATE, 0.95));
        assertThat(signal.direction()).isEqualTo(Bias.NEUTRAL);
        // Rank .95 is nine tenths of the way from the middle to the end.
        assertThat(signal.strength()).isCloseTo(4.5, within(0.1));
    }

    @Test
    void contractionIsDearVolatilityThatDoesNotRise() {
        history(Feature.VARIANCE_RISK_PREMIUM);
        FeatureVector.Builder rising =
                after().set(Feature.VARIANCE_RISK_PREMIUM, 0.9)
                        .set(Feature.IV_PERCENTILE_252D, 0.8)
                        .set(Feature.VRI_STATE, 0.1);
        assertThat(one(SignalName.VOL_CONTRACTION, rising)).isNull();
        FeatureVector.Builder calm =
                after(1).set(Feature.VARIANCE_RISK_PREMIUM, 0.9)
                        .set(Feature.IV_PERCENTILE_252D, 0.8)
                        .set(Feature.VRI_STATE, -0.1);
        // The weaker rank, .8, is six tenths of the way.
        assertThat(one(SignalName.VOL_CONTRACTION, calm).strength()).isCloseTo(3, within(0.1));
    }

    @Test
    void bounceIsAtALevelThatAFirmStructureHolds() {
        FeatureVector.Builder firm =
                at(0).set(Feature.MID, 450)
                        .set(Feature.EXPECTED_MOVE_1D, 4)
                        .set(Feature.A_SAI, 0.8)
                        .set(Feature.A_SSI, 0.75);
        DeskMarket away = Desks.withLevels(market(firm), 449.3, 452);
        assertThat(name(SignalName.STRUCTURE_BOUNCE, fired(detector, away, verdict(0)))).isNull();

        DeskMarket atSupport = Desks.withLevels(market(firm), 449.5, 452);
        Signal up =
                name(
                        SignalName.STRUCTURE_BOUNCE,
                        fired(new SignalDetector(), atSupport, verdict(0)));
        assertThat(up.direction()).isEqualTo(Bias.BULLISH);
        assertThat(up.strength()).isCloseTo(5 * 0.8 * 0.75, within(1e-12));
        assertThat(up.strike()).isEqualTo(449.5);
        DeskMarket atResistance = Desks.withLevels(market(firm), 448, 450.5);
        assertThat(
                        name(
                                        SignalName.STRUCTURE_BOUNCE,
                                        fired(new SignalDetector(), atResistance, verdict(0)))
                                .direction())
                .isEqualTo(Bias.BEARISH);
    }

    @Test
    void structureChangesWhenItIsUnstableAndHasMoved() {
        observe(at(0).set(Feature.A_MSPI, 1.0).set(Feature.A_SSI, 0.9));
        assertThat(
                        one(
                                SignalName.STRUCTURE_CHANGE,
                                at(900).set(Feature.A_MSPI, 0.8).set(Feature.A_SSI, 0.1)))
                .isNull();
        observe(at(60).set(Feature.A_MSPI, 1.0).set(Feature.A_SSI, 0.9));
        assertThat(
                        one(
                                        SignalName.STRUCTURE_CHANGE,
                                        at(960).set(Feature.A_MSPI, 0.2).set(Feature.A_SSI, 0.1))
                                .strength())
                .isCloseTo(4.5, within(1e-12));
    }

    @Test
    void convictionNeedsBothFormsOnOneSideAndLarge() {
        strikesHistory();
        assertThat(strikes(SignalName.CONVICTION, 0, 0.95, -0.95, 0)).isNull();
        assertThat(strikes(SignalName.CONVICTION, 1, 0.95, 0.5, 0)).isNull();
        Signal damping = strikes(SignalName.CONVICTION, 2, 0.95, 0.95, 0);
        assertThat(damping.strength()).isCloseTo(4.5, within(0.15));
        assertThat(damping.strike()).isEqualTo(450);
        strikes(SignalName.CONVICTION, 3, 0.1, 0.1, 0);
        assertThat(strikes(SignalName.CONVICTION, 400, -0.95, -0.95, 0).strength()).isNegative();
    }

    @Test
    void volatilityTriggerIsAmongTheLowest() {
        strikesHistory();
        assertThat(strikes(SignalName.VOL_TRIGGER, 0, 0, 0, 0.08)).isNull();
        assertThat(strikes(SignalName.VOL_TRIGGER, 1, 0, 0, 0.02).strike()).isEqualTo(450);
    }

    @ParameterizedTest
    @CsvSource({
        "PIN,FINAL_HOUR_PINNING_HIGH_VCI,3.75",
        "CHARM_CASCADE,CHARM_CASCADE_RISK,3.75",
        "VANNA_CASCADE,VANNA_CASCADE_BEAR,-3.75",
        "EOD_HEDGE,EOD_HEDGING_PRESSURE_BUY,3.75",
        "SKEW_SHIFT,SKEW_SHIFT,3.75"
    })
    void eventRegimesAreSignals(SignalName name, EventRegimeName event, double strength) {
        assertThat(name(name, fired(detector, market(at(0)), verdict(0)))).isNull();
        Signal signal =
                name(name, fired(detector, market(at(1)), Verdicts.leaning(1, 0.4, 0.3, event)));
        assertThat(signal.strength()).isEqualTo(strength);
    }

    @ParameterizedTest
    @CsvSource({"1", "-1"})
    void bubbleIsFarFromTheMonthAndWithoutFlow(int side) {
        int day = 24 * 3600;
        for (int i = 0; i < 20; i++) {
            observe(at(i * day).set(Feature.MID, 450));
        }
        int now = 20 * day;
        observe(far(now, side, 15).set(Feature.RELATIVE_FLOW_INDEX, 2));
        assertThat(
                        one(
                                SignalName.BUBBLE,
                                far(now + 60, side, 16).set(Feature.RELATIVE_FLOW_INDEX, 1.9)))
                .isNull();
        Signal signal =
                one(
                        SignalName.BUBBLE,
                        far(now + 120, side, 17).set(Feature.RELATIVE_FLOW_INDEX, 0.5));
        assertThat(signal.direction()).isEqualTo(Bias.of(-side));
        // Seventeen of a range of five.
        assertThat(signal.strength()).isCloseTo(-side * 3.4, within(1e-9));
    }

    @Test
    void missingInputsFireNothing() {
        assertThat(fired(detector, market(at(0)), verdict(0))).isEmpty();
    }

    @Test
    void restoredDetectorGoesOnAndReadsTheFirstRelease() throws IOException {
        history(Feature.VRI_STATE);
        one(SignalName.VAPI_SURGE, after().set(Feature.VAPI_FA_5M, 2.4));
        SignalDetector restored = new SignalDetector();
        restored.readFrom(in(bytes(detector)));
        assertThat(bytes(restored)).isEqualTo(bytes(detector));

        SignalDetector old = new SignalDetector();
        old.readFrom(in(firstRelease()));
        long now = Snapshots.TEN_O_CLOCK + 60_000;
        assertThat(old.alive(now)).containsExactly(SignalName.VAPI_SURGE);
        assertThat(old.meaning(SignalName.VAPI_SURGE).sign()).isEqualTo(-1);
    }

    /** Version 1 as release 0.1.0 wrote it. */
    private static byte[] firstRelease() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(1);
        out.writeShort(1);
        out.writeUTF("VAPI_SURGE");
        out.writeLong(Snapshots.TEN_O_CLOCK);
        out.writeBoolean(true);
        out.writeDouble(-2.5);
        return bytes.toByteArray();
    }

    private static byte[] bytes(SignalDetector of) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        of.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static FeatureVector.Builder far(int second, int side, double away) {
        return at(second)
                .set(Feature.MID, 450 + side * away)
                .set(Feature.AVERAGE_TRUE_RANGE_14D, 5);
    }

    /** Values 0 to .99, so that a value is its own rank. */
    private void history(Feature feature) {
        for (int i = 0; i < 1_000; i++) {
            observe(at(10 * i).set(feature, i % 100 / 100.0));
        }
        // Long enough afterwards for whatever fired to have rested and to be armed again.
        observe(at(AFTER - 1).set(feature, 0));
    }

    private void strikesHistory() {
        for (int i = 0; i < 1_000; i++) {
            double value = i % 100 / 100.0;
            strikes(SignalName.CONVICTION, 10 * i - AFTER, value, value, value);
        }
        strikes(SignalName.CONVICTION, -1, 0.01, -0.01, 0.9);
    }

    private static final int AFTER = 10_400;

    private static FeatureVector.Builder after() {
        return at(AFTER);
    }

    private static FeatureVector.Builder after(int seconds) {

        return at(AFTER + seconds);
    }

    private Signal strikes(
            SignalName name, int second, double mult, double directional, double focused) {
        int now = AFTER + second;
        DeskMarket market =
                new DeskMarket(
                        Snapshots.at(now, new FeatureVector.Builder().build()),
                        null,
                        Double.NaN,
                        Double.NaN,
                        new StrikeReading(450, mult, directional, focused));
        return name(name, fired(detector, market, verdict(now)));
    }

    /** The second travels in a feature that no signal reads, so that fixtures stay short. */
    private static FeatureVector.Builder at(int second) {
        return new FeatureVector.Builder().set(Feature.MINUTES_TO_CLOSE, second);
    }

    private static DeskMarket market(FeatureVector.Builder features) {
        FeatureVector built = features.build();
        int second = (int) built.orNaN(Feature.MINUTES_TO_CLOSE);
        return DeskMarket.of(Snapshots.at(second, built));
    }

    private Signal one(SignalName name, int second, Feature feature, double value) {
        return one(name, at(second).set(feature, value));
    }

    private Signal one(SignalName name, FeatureVector.Builder features) {
        return name(name, observe(features));
    }

    private List<Signal> observe(FeatureVector.Builder features) {
        DeskMarket market = market(features);
        int second =
                (int) ((market.snapshot().id().secondEndMillis() - Snapshots.TEN_O_CLOCK) / 1000);
        return fired(detector, market, verdict(second));
    }

    private static Verdict verdict(int second) {
        return Verdicts.leaning(second, 0.4, 0.3);
    }

    private static List<Signal> fired(SignalDetector of, DeskMarket market, Verdict verdict) {
        return of.observe(market, verdict);
    }

    private static Signal name(SignalName name, List<Signal> fired) {
        return fired.stream().filter(signal -> signal.name() == name).findFirst().orElse(null);
    }
}
