package io.huihui.connectors.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PayloadCacheTest {

    private static final PayloadKey SPY = key("SPY");

    private final TestTime time = new TestTime();
    private final PayloadCache<PayloadKey, String> cache = new PayloadCache<>(CacheTier.RAW, time);

    @Test
    void anAnswerIsSharedForThirtySecondsAndNotAMillisecondLonger() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        PayloadCache.Loader<String> loader = () -> "answer " + calls.incrementAndGet();

        Served<String> first = cache.get(SPY, loader);
        time.advance(Duration.ofSeconds(30));
        Served<String> shared = cache.get(SPY, loader);
        time.advance(Duration.ofMillis(1));
        Served<String> anew = cache.get(SPY, loader);

        assertThat(first).isEqualTo(new Served<>("answer 1", TestTime.MORNING, false));
        assertThat(shared).isEqualTo(first);
        assertThat(anew.value()).isEqualTo("answer 2");
        assertThat(cache.get(key("QQQ"), loader).value()).isEqualTo("answer 3");
    }

    @Test
    void everyTierKeepsForItsTime() throws Exception {
        for (CacheTier tier : CacheTier.values()) {
            PayloadCache<PayloadKey, String> each = new PayloadCache<>(tier, time);
            each.put(SPY, "kept");

            time.advance(tier.fresh());
            assertThat(each.fresh(SPY)).as(tier.name()).isPresent();
            time.advance(Duration.ofMillis(1));
            assertThat(each.fresh(SPY)).as(tier.name()).isEmpty();
        }
        assertThat(CacheTier.RAW.fresh()).isEqualTo(Duration.ofSeconds(30));
        assertThat(CacheTier.PROCESSED.fresh()).isEqualTo(Duration.ofMinutes(1));
        assertThat(CacheTier.COMPUTED.fresh()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatStandsInSaysThatItIsStaleAndIsNeverOlderThanTwoMinutes() {
        cache.put(SPY, "last");

        assertThat(cache.standIn(SPY)).map(Served::stale).contains(false);
        time.advance(Duration.ofMillis(30_001));
        assertThat(cache.standIn(SPY)).map(Served::stale).contains(true);
        time.advance(Duration.ofMillis(89_999));
        assertThat(cache.standIn(SPY)).map(Served::stale).contains(true);
        time.advance(Duration.ofMillis(1));
        assertThat(cache.standIn(SPY)).isEmpty();
    }

    @Test
    @Timeout(60)
    void aHundredWhoMissAtOnceAreOneCall() throws Exception {
        int askers = 100;
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(askers);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        List<Future<Served<String>>> answers = new ArrayList<>();
        for (int i = 0; i < askers; i++) {
            answers.add(
                    threads.submit(
                            () -> {
                                ready.countDown();
                                return cache.get(
                                        SPY,
                                        () -> {
                                            calls.incrementAndGet();
                                            await(answer);
                                            return "one";
                                        });
                            }));
        }
        ready.await();

        answer.countDown();

        for (Future<Served<String>> each : answers) {
            assertThat(each.get().value()).isEqualTo("one");
        }
        assertThat(calls).hasValue(1);
        threads.shutdown();
    }

    @Test
    void aFailureIsToldAndNotKept() throws Exception {
        ProviderUnavailableException failure = new ProviderUnavailableException("need an answer");

        assertThatThrownBy(
                        () ->
                                cache.get(
                                        SPY,
                                        () -> {
                                            throw failure;
                                        }))
                .isSameAs(failure);

        assertThat(cache.get(SPY, () -> "anew").value()).isEqualTo("anew");
    }

    @Test
    @Timeout(60)
    void whoeverWaitedForACallThatFailedHearsWhy() throws Exception {
        ProviderUnavailableException failure = new ProviderUnavailableException("need an answer");
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Served<String>> first =
                threads.submit(
                        () ->
                                cache.get(
                                        SPY,
                                        () -> {
                                            called.countDown();
                                            await(answer);
                                            throw failure;
                                        }));
        called.await();
        Thread second =
                new Thread(
                        () ->
                                assertThatThrownBy(() -> cache.get(SPY, () -> "not asked"))
                                        .isSameAs(failure));
        AtomicInteger wrong = new AtomicInteger();
        second.setUncaughtExceptionHandler((thread, thrown) -> wrong.incrementAndGet());
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        answer.countDown();
        second.join();

        assertThat(wrong).hasValue(0);
        assertThatThrownBy(first::get).hasCause(failure);
        threads.shutdown();
    }

    @Test
    void whatIsForgottenIsGotAnew() throws Exception {
        cache.put(SPY, "old");
        cache.put(key("QQQ"), "other");

        cache.invalidate(SPY::equals);

        assertThat(cache.get(SPY, () -> "new").value()).isEqualTo("new");
        assertThat(cache.fresh(key("QQQ"))).map(Served::value).contains("other");
    }

    private static PayloadKey key(String symbol) {
        return new PayloadKey("stub", "chain", new ChainRequest(symbol, 5, 0.05));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
