package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.quote;
import static io.huihui.models.metric.SecondBySecond.trade;
import static org.assertj.core.api.Assertions.assertThat;

class FlowTapeTest {

    private static final long TEN = at("2024-06-10T10:00");

    /** A symbol without prints and books has a tape of this many bytes at the end of its state. */
    private static int emptyTape() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FlowTape().writeTo(new DataOutputStream(bytes));
        return bytes.size();
    }

    /** What version 2 wrote ends where the tape begins; it goes on with an empty one. */
    @Test
    void aStateFromBeforeTheTapeBeginsWithNone() throws IOException {
        byte[] newest = SecondBySecond.bytes(new SymbolFeatures());
        byte[] before = Arrays.copyOf(newest, newest.length - emptyTape());
        ByteBuffer.wrap(before).putShort((short) 2);

        SymbolFeatures restored = new SymbolFeatures();
        restored.readFrom(new DataInputStream(new ByteArrayInputStream(before)));

        assertThat(SecondBySecond.bytes(restored)).isEqualTo(newest);
    }

    @Test
    void nothingIsSaidOfWhatIsNotFed() {
        FeatureVector features = new SecondBySecond().second(TEN, quote(TEN - 900, 1, 9.9, 10.1));

        assertThat(features.has(Feature.LIT_SIGNED_SHARES_1S)).isFalse();
        assertThat(features.has(Feature.DEPTH_PRESSURE)).isFalse();
        assertThat(features.has(Feature.HIDDEN_BUYER_PROBABILITY)).isFalse();
        assertThat(features.has(Feature.LARGE_OPTION_TRADES_1S)).isFalse();
    }

    /**
     * A tape without off-exchange prints knows nothing of hidden traders, not that there are none.
     */
    @Test
    void exchangePrintsAloneSayNothingAboutHiddenTraders() {
        FeatureVector features =
                new SecondBySecond()
                        .second(
                                TEN,
                                quote(TEN - 900, 1, 9.9, 10.1),
                                trade(TEN - 800, 2, 10.1, 100, Aggressor.BUY));

        assertThat(features.get(Feature.LIT_SIGNED_SHARES_1S)).isEqualTo(100);
        assertThat(features.has(Feature.HIDDEN_SELLER_PROBABILITY)).isFalse();
    }
}
