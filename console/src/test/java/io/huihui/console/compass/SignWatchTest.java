package io.huihui.console.compass;

import io.huihui.console.compass.CompassSign.Kind;
import io.huihui.console.view.CompassAlert;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SignWatchTest {

    private static final long NOON = 1_700_064_000_000L;

    private final double[] now = neutral();
    private final double[] before = neutral();
    private final SignWatch watch = new SignWatch();

    private static double[] neutral() {
        double[] radii = new double[CompassAxis.values().length];
        Arrays.fill(radii, 0.5);
        return radii;
    }

    @Test
    void nothingStandsOnANeutralCompassOrAnEmptyOne() {
        look(0);
        Arrays.fill(now, Double.NaN);
        look(1);

        assertThat(watch.standing()).isZero();
        assertThat(watch.alerts()).isEmpty();
    }

    @Test
    void extremeStandsUntilItIsWellInside() {
        set(CompassAxis.GIB, 0.96);
        look(0);
        set(CompassAxis.GIB, 0.91);
        look(1);
        assertThat(kinds()).containsExactly(Kind.EXTREME_HIGH);

        set(CompassAxis.GIB, 0.89);
        look(2);
        assertThat(kinds()).isEmpty();
        assertThat(watch.alerts()).containsExactly(alert(Kind.EXTREME_HIGH, 0, NOON + 2000));
    }

    @Test
    void whatHasEndedRestsAMinuteBeforeItBeginsAnew() {
        flicker(0);
        set(CompassAxis.GIB, 0.02);
        look(60);
        assertThat(kinds()).isEmpty();
        look(61);

        assertThat(kinds()).containsExactly(Kind.EXTREME_LOW);
        assertThat(watch.alerts())
                .containsExactly(
                        alert(Kind.EXTREME_LOW, 61, null), alert(Kind.EXTREME_LOW, 0, NOON + 1000));
    }

    private void flicker(int second) {
        set(CompassAxis.GIB, 0.02);
        look(second);
        set(CompassAxis.GIB, 0.5);
        look(second + 1);
    }

    @Test
    void quietEndOfAnAxisWithOneSideIsNoExtreme() {
        set(CompassAxis.SVR, 0);
        look(0);

        assertThat(kinds()).isEmpty();
    }

    @Test
    void threeAxesOfTwoSidesAgree() {
        set(CompassAxis.GIB, 0.75);
        set(CompassAxis.LIDB, 0.75);
        set(CompassAxis.SVR, 0.9);
        look(0);
        assertThat(kinds()).isEmpty();

        set(CompassAxis.LWPAI, 0.71);
        look(1);
        assertThat(kinds()).containsExactly(Kind.ALIGNED_UP);
    }

    @Test
    void threeAxesAgreeOnDownToo() {
        set(CompassAxis.GIB, 0.25);
        set(CompassAxis.LIDB, 0.25);
        set(CompassAxis.LWPAI, 0.29);
        look(0);

        assertThat(kinds()).containsExactly(Kind.ALIGNED_DOWN);
    }

    @Test
    void flowSurgesAgainstWhatItWas() {
        before[CompassAxis.DWFD.ordinal()] = 0.2;
        look(0);
        assertThat(kinds()).containsExactly(Kind.FLOW_SURGE_UP);

        before[CompassAxis.DWFD.ordinal()] = 0.5;
        before[CompassAxis.TW_LAF.ordinal()] = 0.8;
        look(1);
        assertThat(kinds()).containsExactly(Kind.FLOW_SURGE_DOWN);
    }

    @Test
    void patternsOfSeveralAxes() {
        set(CompassAxis.VAPI_FA, 0.85);
        set(CompassAxis.A_DAG, 0.85);
        before[CompassAxis.VAPI_FA.ordinal()] = 0.85;
        look(0);
        assertThat(kinds()).containsExactly(Kind.MOMENTUM_EXPLOSION);

        System.arraycopy(neutral(), 0, now, 0, now.length);
        System.arraycopy(neutral(), 0, before, 0, before.length);
        set(CompassAxis.VRI, 0.1);
        set(CompassAxis.GIB, 0.1);
        set(CompassAxis.AOFM, 0.65);
        look(1);
        assertThat(kinds()).containsExactly(Kind.VOLATILITY_SQUEEZE);

        System.arraycopy(neutral(), 0, now, 0, now.length);
        set(CompassAxis.DWFD, 0.2);
        set(CompassAxis.AOFM, 0.8);
        before[CompassAxis.DWFD.ordinal()] = 0.2;
        look(2);
        assertThat(kinds()).containsExactly(Kind.SMART_MONEY_DIVERGENCE);
    }

    @Test
    void stateThatIsAboutToChange() {
        watch.look(NOON, new CompassSign.Sight(now, before, 0.81));

        assertThat(kinds()).containsExactly(Kind.TRANSITION_LIKELY);
    }

    @Test
    void onlyTheLastAreKept() {
        for (int i = 0; i < 150; i++) {
            flicker(100 * i);
        }

        assertThat(watch.alerts()).hasSize(SignWatch.MOST_ALERTS);
        assertThat(watch.alerts().get(0).beganMillis()).isEqualTo(NOON + 14_900_000);
    }

    private void set(CompassAxis axis, double radius) {
        now[axis.ordinal()] = radius;
    }

    private void look(int second) {
        watch.look(NOON + second * 1000L, new CompassSign.Sight(now, before, Double.NaN));
    }

    private List<Kind> kinds() {
        return CompassSign.ALL.stream()
                .filter(sign -> (watch.standing() >> CompassSign.ALL.indexOf(sign) & 1) == 1)
                .map(CompassSign::kind)
                .toList();
    }

    private static CompassAlert alert(Kind kind, int began, Long ended) {
        CompassSign sign = new CompassSign(kind, CompassAxis.GIB);
        return new CompassAlert(CompassSign.ALL.indexOf(sign), NOON + began * 1000L, ended);
    }
}
