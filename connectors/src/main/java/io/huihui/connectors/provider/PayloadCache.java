package io.huihui.connectors.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Answers that all who ask the same share: two questions with equal keys are one question. Whoever
 * asks first for what is not there, or no longer fresh, gets it; all others who ask meanwhile wait
 * for that one call. Safe for many threads.
 *
 * <p>Caffeine keeps and forgets. Its own single flight holds a lock that other keys share for as
 * long as a call takes, so calls on the way are kept here.
 */
public final class PayloadCache<K, V> {

    /** A hundred questions about each of a hundred symbols; the least used go first. */
    private static final long MOST_ENTRIES = 10_000;

    private final CacheTier tier;
    private final LongSupplier millis;
    private final Cache<K, Held<V>> held;
    private final ConcurrentMap<K, CompletableFuture<Held<V>>> onTheWay = new ConcurrentHashMap<>();

    private record Held<V>(V value, long gotMillis) {}

    /** Gets a value from where it comes. */
    @FunctionalInterface
    public interface Loader<V> {
        V load() throws ProviderUnavailableException;
    }

    /**
     * An empty cache.
     *
     * @param millis the time, which only moves forward
     */
    public PayloadCache(CacheTier tier, LongSupplier millis) {
        this.tier = tier;
        this.millis = millis;
        long longest = Math.max(tier.fresh().toMillis(), CacheTier.STALE_LIMIT.toMillis());
        this.held =
                Caffeine.newBuilder()
                        .maximumSize(MOST_ENTRIES)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(millis.getAsLong()))
                        // A value of exactly the longest age may still be served.
                        .expireAfterWrite(longest + 1, TimeUnit.MILLISECONDS)
                        // What is left to tidy up is little; another thread would cost more.
                        .executor(Runnable::run)
                        .build();
    }

    /** Returns the value when there is one and it is fresh. */
    public Optional<Served<V>> fresh(K key) {
        Held<V> entry = held.getIfPresent(key);
        return entry != null && isFresh(entry) ? Optional.of(served(entry)) : Optional.empty();
    }

    /**
     * Returns the value when it is young enough to stand in while its provider is left alone; it
     * says when it is older than its tier allows.
     */
    public Optional<Served<V>> standIn(K key) {
        Held<V> entry = held.getIfPresent(key);
        boolean usable = entry != null && age(entry) <= CacheTier.STALE_LIMIT.toMillis();
        return usable ? Optional.of(served(entry)) : Optional.empty();
    }

    /**
     * Returns the fresh value, got now when there is none.
     *
     * @throws ProviderUnavailableException when it could not be got; nothing is kept of that
     */
    public Served<V> get(K key, Loader<V> loader) throws ProviderUnavailableException {
        Held<V> entry = held.getIfPresent(key);
        if (entry != null && isFresh(entry)) {
            return served(entry);
        }
        CompletableFuture<Held<V>> mine = new CompletableFuture<>();
        CompletableFuture<Held<V>> others = onTheWay.putIfAbsent(key, mine);
        if (others != null) {
            return served(await(others));
        }
        try {
            Held<V> came = loadUnlessCame(key, loader);
            mine.complete(came);
            return served(came);
        } catch (ProviderUnavailableException | RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            onTheWay.remove(key, mine);
            // After an error of the machine nobody may be left waiting.
            mine.completeExceptionally(new IllegalStateException("the call for " + key + " broke"));
        }
    }

    /** Keeps a value that came beside another one. */
    public void put(K key, V value) {
        held.put(key, new Held<>(value, millis.getAsLong()));
    }

    /** Forgets what it has of these keys, as when it would follow from something newer. */
    public void invalidate(Predicate<K> keys) {
        held.asMap().keySet().removeIf(keys);
    }

    /** Between looking and asking, another call may have brought it. */
    private Held<V> loadUnlessCame(K key, Loader<V> loader) throws ProviderUnavailableException {
        Held<V> came = held.getIfPresent(key);
        if (came != null && isFresh(came)) {
            return came;
        }
        Held<V> entry = new Held<>(loader.load(), millis.getAsLong());
        held.put(key, entry);
        return entry;
    }

    private Held<V> await(CompletableFuture<Held<V>> others) throws ProviderUnavailableException {
        try {
            return others.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ProviderUnavailableException unavailable) {
                throw unavailable;
            }
            throw failed;
        }
    }

    private boolean isFresh(Held<V> entry) {
        return age(entry) <= tier.fresh().toMillis();
    }

    private Served<V> served(Held<V> entry) {
        return new Served<>(entry.value(), entry.gotMillis(), !isFresh(entry));
    }

    private long age(Held<V> entry) {
        return millis.getAsLong() - entry.gotMillis();
    }
}
