package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SessionQuantilesTest {

    private static final long FIRST = 1_718_028_000_000L;

    /** Of a hundred samples: half a rank is half a percent. */
    private static final double HALF_A_RANK = 0.0051;

    private final SessionQuantiles quantiles = new SessionQuantiles();

    private FeatureVector publish(Session session, long millis, double value) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        int slot = session == Session.CLOSED ? -1 : 3;
        quantiles.publish(
                new Moment(FIRST + millis, 19884, session, slot),
                value,
                Feature.VAPI_FA_5M_PERCENTILE,
                out);
        return out.build();
    }

    /** Takes 1..count, in an order that is not theirs. */
    private void take(int count) {
        for (int i = 0; i < count; i++) {
            publish(Session.MORNING, i * 10_000L, 1 + i * 37 % count);
        }
    }

    @Test
    void ranksAmongEarlierValuesOfTheSession() {
        take(100);

        assertThat(publish(Session.MORNING, 1, 75.5).get(Feature.VAPI_FA_5M_PERCENTILE))
                .isCloseTo(0.75, within(HALF_A_RANK));
        assertThat(publish(Session.MORNING, 1, 0).get(Feature.VAPI_FA_5M_PERCENTILE)).isZero();
        assertThat(publish(Session.MORNING, 1, 999).get(Feature.VAPI_FA_5M_PERCENTILE))
                .isEqualTo(1.0);
    }

    @Test
    void levelsAreQuantilesOfTheSession() {
        take(100);

        assertThat(quantiles.level(Session.MORNING, 0.90)).isCloseTo(90.5, within(0.51));
        assertThat(quantiles.level(Session.MORNING, 0.10)).isCloseTo(10.5, within(0.51));
        assertThat(quantiles.level(Session.POWER_HOUR, 0.90)).isNaN();
    }

    /** Ten dates of 1..100, ten of 1000: the first are forgotten when the third ten begin. */
    @Test
    void theOldestTenDatesAreForgotten() {
        take(100);
        for (int date = 19885; date < 19894; date++) {
            quantiles.add(Session.POWER_HOUR, date, 0);
        }
        for (int date = 19894; date < 19904; date++) {
            for (int i = 0; i < 10; i++) {
                quantiles.add(Session.MORNING, date, 1000);
            }
        }
        quantiles.add(Session.POWER_HOUR, 19903, 0);
        assertThat(quantiles.samples(Session.MORNING)).isEqualTo(200);
        assertThat(quantiles.level(Session.MORNING, 0.25)).isCloseTo(50.5, within(1.5));

        quantiles.add(Session.POWER_HOUR, 19904, 0);
        assertThat(quantiles.samples(Session.MORNING)).isEqualTo(100);
        assertThat(quantiles.level(Session.MORNING, 0.25)).isEqualTo(1000);
    }

    @Test
    void samplesAreMergedTwentyAtATime() {
        take(19);
        assertThat(quantiles.samples(Session.MORNING)).isZero();

        publish(Session.MORNING, 190_000L, 5);
        assertThat(quantiles.samples(Session.MORNING)).isEqualTo(20);
    }

    @Test
    void ninetyNineSamplesGiveNeitherRankNorLevel() {
        take(99);
        FeatureVector features = publish(Session.MORNING, 1, 50);

        assertThat(quantiles.level(Session.MORNING, 0.5)).isNaN();
        assertThat(features.quality(Feature.VAPI_FA_5M_PERCENTILE)).isEqualTo(Quality.WARMUP);
    }

    @Test
    void onlyWholeTenSecondsOfOpenSessionsAreSamples() {
        publish(Session.MORNING, 1, 5);
        publish(Session.MORNING, 10_000, Double.NaN);
        publish(Session.CLOSED, 20_000, 5);
        assertThat(quantiles.samples(Session.MORNING)).isZero();

        publish(Session.MORNING, 30_000, 5);
        for (int i = 4; i < 23; i++) {
            publish(Session.MORNING, i * 10_000L, 5);
        }
        assertThat(quantiles.samples(Session.MORNING)).isEqualTo(20);
        assertThat(quantiles.samples(Session.CLOSED)).isZero();
    }

    @Test
    void aRestoredDistributionGoesOnAsIfItNeverStopped() throws IOException {
        take(100);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        quantiles.writeTo(new DataOutputStream(bytes));
        SessionQuantiles restored = new SessionQuantiles();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int i = 0; i < 500; i++) {
            Moment now = new Moment(FIRST + i * 10_000L, 19885, Session.MORNING, 3);
            double value = 1 + i * 53 % 211;
            FeatureVector.Builder out = new FeatureVector.Builder();
            quantiles.publish(now, value, Feature.GIB_Z_PERCENTILE, out);
            FeatureVector one = out.build();
            restored.publish(now, value, Feature.GIB_Z_PERCENTILE, out);
            assertThat(out.build().get(Feature.GIB_Z_PERCENTILE))
                    .isEqualTo(one.get(Feature.GIB_Z_PERCENTILE));
        }
    }

    /** The library's own assertions are on in tests: they failed for 71,820 of these pairs. */
    @Test
    void manyEqualValuesStayWithinTheirEnds() {
        for (int low = 1; low < 400; low += 3) {
            for (int high = 1; high < 400; high += 7) {
                SessionQuantiles few = new SessionQuantiles();
                few.adopt(Session.MORNING, .38, low);
                few.adopt(Session.MORNING, .42, high);

                assertThat(few.samples(Session.MORNING)).isEqualTo(low + high);
                if (low + high >= SessionQuantiles.FEWEST_SAMPLES) {
                    assertThat(few.level(Session.MORNING, 0)).isEqualTo(.38);
                    assertThat(few.level(Session.MORNING, 1)).isEqualTo(.42);
                }
            }
        }
    }
}
