package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.serialization.BinaryState;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class SeenEventsTest {

    private static final long SECOND = 1_741_788_000L;

    /** By the release 0.1.0 of source "feed", kind 0 (quote), sequence 5. */
    private static final long FINGERPRINT_OF_0_1_0 = 1087836442805662676L;

    private record Identity(String source, int kind, long sequence) {}

    /** Against a plain map of when each was last new, with a round through bytes in the middle. */
    @Property(tries = 200)
    void isAsAMapOfAllThatWasSeen(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int span)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        SeenEvents seen = new SeenEvents();
        Map<Identity, Long> lastNew = new HashMap<>();
        long second = SECOND;
        long base = 0;
        for (int i = 0; i < 400; i++) {
            second += random.nextInt(4) == 0 ? random.nextInt(8) : 0;
            base += random.nextInt(3);
            MarketEvent event = event(random, Math.max(0, base - random.nextInt(span)));
            long at = second - random.nextInt(3);
            Identity identity =
                    new Identity(event.source(), MarketEvent.kindOf(event), event.sequence());
            Long before = lastNew.get(identity);
            boolean expected = before == null || Math.abs(at - before) > 90;
            assertThat(seen.isNew(event, at)).as("%s in %d", identity, at).isEqualTo(expected);
            if (expected) {
                lastNew.put(identity, at);
            }
            if (i == 200) {
                seen = throughBytes(seen);
            }
        }
    }

    @Example
    void takesAboutAByteForEachEventOfADenseSymbol() throws IOException {
        SeenEvents seen = new SeenEvents();
        int events = 90_000;
        for (int i = 0; i < events; i++) {
            seen.isNew(quote("feed", 3L * i), SECOND + i / 1000);
        }
        DataOutputSerializer out = new DataOutputSerializer(1 << 16);
        seen.writeTo(out);

        assertThat(out.length()).isLessThan(events + 91 * 48);
    }

    @Example
    void knowsWhatTheFirstReleaseHadSeenForNinetySeconds() throws IOException {
        SeenEvents seen = new SeenEvents();
        seen.readFrom(new DataInputDeserializer(bytesOfFirstRelease()));

        assertThat(seen.isNew(quote("feed", 5), SECOND + 1)).isFalse();
        assertThat(seen.isNew(quote("feed", 4), SECOND + 1)).isTrue();
        assertThat(throughBytes(seen).isNew(quote("feed", 5), SECOND + 90)).isFalse();
        assertThat(seen.isNew(quote("feed", 5), SECOND + 91)).isTrue();
    }

    private static byte[] bytesOfFirstRelease() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(4096);
        BinaryState.writeVersion(out, 1);
        out.writeInt(1);
        out.writeUTF("feed");
        for (int kind = 0; kind < MarketEvent.KINDS; kind++) {
            out.writeLong(kind == 0 ? 9 : -1);
        }
        for (int i = 0; i < 91; i++) {
            boolean there = i == Math.floorMod(SECOND, 91L);
            out.writeLong(there ? SECOND : 0);
            out.writeInt(there ? 1 : 0);
            if (there) {
                out.writeLong(FINGERPRINT_OF_0_1_0);
            }
        }
        return out.getCopyOfBuffer();
    }

    private static SeenEvents throughBytes(SeenEvents seen) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1024);
        seen.writeTo(out);
        SeenEvents read = new SeenEvents();
        read.readFrom(new DataInputDeserializer(out.getCopyOfBuffer()));
        return read;
    }

    private static MarketEvent event(SplittableRandom random, long sequence) {
        String source = random.nextBoolean() ? "feed" : "other";
        return random.nextBoolean()
                ? quote(source, sequence)
                : new Trade(
                        "SPY",
                        SECOND * 1000,
                        source,
                        sequence,
                        100,
                        1,
                        Aggressor.BUY,
                        "P",
                        false,
                        "");
    }

    private static Quote quote(String source, long sequence) {
        return new Quote("SPY", SECOND * 1000, source, sequence, 99, 1, 101, 1);
    }
}
