package io.huihui.console.live;

import io.huihui.console.contract.LiveTopic;
import io.huihui.console.contract.LiveTopics;
import io.huihui.console.market.Market;
import io.huihui.console.market.Samples;
import io.huihui.console.view.FrameTimes;
import io.huihui.console.view.Subscription;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.feature.FeatureSnapshot;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AudienceTest {

    private static final long HEARTBEAT = 5_000;
    private static final long PATIENCE = 30_000;
    private static final Pace PACE = new Pace(0, HEARTBEAT, PATIENCE);

    /** A network that takes a message when the test says so. */
    private static final class SlowOutlet implements Outlet {
        private final List<String> texts = new ArrayList<>();
        private int binaries;
        private Runnable sent = () -> {};

        @Override
        public void text(String message, Runnable taken) {
            texts.add(message);
            sent = taken;
        }

        @Override
        public void binary(ByteBuffer message, Runnable taken) {
            binaries++;
            sent = taken;
        }

        @Override
        public void close(String reason) {
            texts.add(reason);
        }

        private String last() {
            return texts.get(texts.size() - 1);
        }
    }

    private final LiveCounts counts = LiveCounts.zero();
    private final SlowOutlet outlet = new SlowOutlet();
    private final LiveClient client = new LiveClient(outlet, counts, 0);
    private final Market market = new Market(List.of(update -> this.audience.offer(update)));
    private Audience audience = new Audience(Wanted.NOTHING, counts);

    @Test
    void firstMessageIsTheStateAsOfNow() {
        take("SPY", 1, 500);
        take("QQQ", 1, 400);
        subscribe(List.of("features"), List.of("SPY"));

        flush(1);

        assertThat(outlet.texts).hasSize(1);
        assertThat(outlet.last())
                .startsWith("{\"sequence\":1,\"state\":true,\"problem\":null,\"updates\":[")
                .contains("\"key\":\"SPY\"", "\"mid\":500.0")
                .doesNotContain("QQQ");
    }

    @Test
    void whileAMessageIsOnItsWayOnlyTheNewestWaits() {
        subscribe(List.of("features"), List.of());
        flush(1);
        for (int second = 1; second <= 100; second++) {
            take("SPY", second, 500 + second);
            take("QQQ", second, 400 + second);
            flush(1);
        }

        assertThat(outlet.texts).hasSize(1);
        assertThat(client.pending()).isEqualTo(2);
        outlet.sent.run();
        flush(2);

        assertThat(outlet.last())
                .contains("\"sequence\":2,\"state\":false", "\"mid\":600.0", "\"mid\":500.0")
                .doesNotContain("\"mid\":599.0");
        assertThat(counts.conflated().sum()).isEqualTo(198);
    }

    @Test
    void whoIsFreeHasWhatIsNewWhileAnotherIsBusy() {
        subscribe(List.of("features"), List.of());
        SlowOutlet free = new SlowOutlet();
        audience.start(new LiveClient(free, counts, 0), market);
        flush(1);
        free.sent.run();
        take("SPY", 1, 501);
        flush(2);
        free.sent.run();
        take("SPY", 2, 502);
        flush(3);

        assertThat(free.texts).hasSize(3);
        assertThat(free.last()).contains("\"sequence\":3,\"state\":false", "\"mid\":502.0");
        assertThat(outlet.texts).hasSize(1);
        outlet.sent.run();
        flush(4);
        assertThat(outlet.last())
                .isEqualTo(free.last().replace("\"sequence\":3", "\"sequence\":2"));
    }

    @Test
    void brokenConnectionDoesNotKeepTheTurnFromOthers() {
        Outlet broken =
                new Outlet() {
                    @Override
                    public void text(String message, Runnable taken) {
                        throw new IllegalStateException("closed");
                    }

                    @Override
                    public void binary(ByteBuffer message, Runnable taken) {
                        throw new IllegalStateException("closed");
                    }

                    @Override
                    public void close(String reason) {}
                };
        audience = new Audience(wanted(), counts);
        audience.start(new LiveClient(broken, counts, 0), market);
        audience.start(client, market);

        flush(1);

        assertThat(outlet.texts).hasSize(1);
    }

    @Test
    void whatWasOnItsWayDoesNotReplaceANewerState() {
        subscribe(List.of("features"), List.of("SPY"));
        take("SPY", 1, 501);
        take("SPY", 2, 502);
        Batch older = new Batch(wanted(), market.state(wanted()::has), null);
        take("SPY", 3, 503);
        client.start(wanted(), market.state(wanted()::has));

        client.offer(older, 1, CompassFrames.NONE);
        flush(2);

        assertThat(outlet.last()).contains("\"mid\":503.0").doesNotContain("\"mid\":502.0");
    }

    private static Wanted wanted() {
        return Wanted.of(new Subscription(List.of("features"), List.of("SPY"), null));
    }

    @Test
    void silenceIsBrokenByAHeartbeat() {
        subscribe(List.of("features"), List.of());
        flush(1);
        outlet.sent.run();
        flush(2);
        assertThat(outlet.texts).hasSize(1);

        flush(1 + HEARTBEAT);

        assertThat(outlet.last())
                .isEqualTo("{\"sequence\":2,\"state\":false,\"problem\":null,\"updates\":[]}");
    }

    @Test
    void refusalKeepsWhatWasSubscribed() {
        subscribe(List.of("features"), List.of());
        flush(1);
        outlet.sent.run();
        client.refuse("need \"topics\"");
        take("SPY", 1, 500);
        flush(2);

        assertThat(outlet.last())
                .contains("\"problem\":\"need \\\"topics\\\"\"", "\"key\":\"SPY\"");
    }

    @Test
    void clientThatTakesNothingIsSeenToBeStuck() {
        subscribe(List.of("features"), List.of());
        flush(1);

        flush(PATIENCE);
        assertThat(outlet.texts).hasSize(1);
        flush(PATIENCE + 2);
        assertThat(outlet.last()).contains("need a client that reads");
    }

    @Test
    void subscriptionsAreCheckedWithASentence() {
        assertThatThrownBy(() -> Wanted.of(new Subscription(List.of("quotes"), List.of(), null)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("compass")
                .hasMessageContaining("was quotes");
        assertThatThrownBy(() -> new Wanted(Set.of(), symbols(Wanted.MOST_SYMBOLS + 1), Set.of()))
                .hasMessageContaining("at most 512 symbols");
        assertThatThrownBy(
                        () ->
                                Wanted.of(
                                        new Subscription(
                                                List.of("features"), List.of(), List.of("price"))))
                .hasMessageContaining("was price");
    }

    @Test
    void ofASnapshotOnlyTheFeaturesThatAreWantedCome() {
        take("SPY", 1, 500);
        subscribe(new Subscription(List.of("features"), List.of(), List.of("mid", "return15m")));

        flush(1);

        assertThat(outlet.last())
                .contains(
                        "\"mid\":500.0", "\"return15m\":null", "\"flags\":{", "\"symbol\":\"SPY\"")
                .doesNotContain("gibZ");
    }

    @Test
    void compassIsNotLeftOutWhereThereIsAlwaysSomethingElse() {
        subscribe(List.of("features", "compass"), List.of());
        flush(1);
        CompassFrames compass = new EverNewer();
        for (int second = 1; second <= 10; second++) {
            outlet.sent.run();
            take("SPY", second, 500 + second);
            audience.turn(PACE, second, compass);
        }

        assertThat(outlet.binaries).isEqualTo(5);
        assertThat(outlet.texts).hasSize(6);
    }

    /** A compass that turns between any two looks. */
    private static final class EverNewer implements CompassFrames {
        private long version;

        @Override
        public long version() {
            return version++;
        }

        @Override
        public ByteBuffer frame(Set<String> symbols) {
            return ByteBuffer.allocate(0);
        }

        @Override
        public FrameTimes times() {
            return new FrameTimes(0, null, null);
        }
    }

    private static Set<String> symbols(int count) {
        Set<String> symbols = new TreeSet<>();
        Collections.nCopies(count, "S").forEach(one -> symbols.add(one + symbols.size()));
        return symbols;
    }

    private void subscribe(List<String> topics, List<String> symbols) {
        subscribe(new Subscription(topics, symbols, null));
    }

    private void subscribe(Subscription subscription) {
        audience = new Audience(Wanted.of(subscription), counts);
        audience.start(client, market);
    }

    private void flush(long now) {
        audience.turn(PACE, now, CompassFrames.NONE);
    }

    /** Safe: the record of that topic. */
    @SuppressWarnings("unchecked")
    private void take(String symbol, int second, double mid) {
        market.accept(
                (LiveTopic<FeatureSnapshot>) LiveTopics.named("features").orElseThrow(),
                Samples.features(symbol, second, mid));
    }
}
