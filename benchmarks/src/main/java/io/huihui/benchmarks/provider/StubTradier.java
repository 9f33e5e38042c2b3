package io.huihui.benchmarks.provider;

import io.huihui.models.OutsideResults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tradier on this machine, with the real client before it: every symbol at 600, three expiries of
 * 40 contracts each. It counts its calls.
 */
final class StubTradier implements AutoCloseable {

    /** A provider across the country, as the plan describes it. */
    private static final int USUAL_MILLIS = 150;

    private static final int JITTER_MILLIS = 50;
    private static final long SEED = 7;
    private static final int FIRST_STRIKE = 591;
    private static final int LAST_STRIKE = 610;
    private static final int DONE = 200;
    private static final int THREADS = 16;

    static {
        // The server sends head and body apart; without this each answer waits 40 ms for the other
        // side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<LocalDate> expiries;
    private final SplittableRandom draws = new SplittableRandom(SEED);
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong chainCalls = new AtomicLong();

    /** By what was asked: nothing changes in an hour. */
    private final ConcurrentMap<String, String> bodies = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;
    private volatile Manner manner = Manner.AT_ONCE;

    /** How it answers. */
    enum Manner {
        AT_ONCE,
        /** After 150 ms, 50 more or less. */
        USUAL,
        /** With a fault of the server. */
        DEAD,
        /** Not within anybody's deadline. */
        HANGING
    }

    StubTradier(List<LocalDate> expiries) throws IOException {
        this.expiries = List.copyOf(expiries);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void is(Manner next) {
        manner = next;
    }

    /** Returns how many calls came. */
    long calls() {
        return calls.get();
    }

    /** Returns how many of them asked for contracts. */
    long chainCalls() {
        return chainCalls.get();
    }

    @OutsideResults("Plays a slow provider.")
    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        if (exchange.getRequestURI().getPath().endsWith("/chains")) {
            chainCalls.incrementAndGet();
        }
        try {
            switch (manner) {
                case USUAL -> Thread.sleep(latencyMillis());
                case HANGING -> Thread.sleep(Long.MAX_VALUE);
                case DEAD -> {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                    return;
                }
                case AT_ONCE -> {}
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        byte[] body =
                bodies.computeIfAbsent(
                                exchange.getRequestURI().toString(),
                                asked ->
                                        answer(
                                                exchange.getRequestURI().getPath(),
                                                exchange.getRequestURI().getQuery()))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(DONE, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized int latencyMillis() {
        return USUAL_MILLIS - JITTER_MILLIS + draws.nextInt(2 * JITTER_MILLIS + 1);
    }

    private String answer(String path, String query) {
        if (path.endsWith("/quotes")) {
            List<String> quotes = new ArrayList<>();
            for (String symbol : query.substring("symbols=".length()).split(",", -1)) {
                quotes.add(
                        String.format(
                                Locale.ROOT,
                                "{\"symbol\":\"%s\",\"last\":600.0,\"volume\":1000000}",
                                symbol));
            }
            return "{\"quotes\":{\"quote\":[" + String.join(",", quotes) + "]}}";
        }
        if (path.endsWith("/expirations")) {
            List<String> dates = expiries.stream().map(date -> "\"" + date + "\"").toList();
            return "{\"expirations\":{\"date\":[" + String.join(",", dates) + "]}}";
        }
        String symbol = query.replaceAll(".*symbol=([A-Z]+).*", "$1");
        return chain(symbol, LocalDate.parse(query.replaceAll(".*expiration=", "")));
    }

    private static String chain(String symbol, LocalDate expiry) {
        List<String> options = new ArrayList<>();
        for (int strike = FIRST_STRIKE; strike <= LAST_STRIKE; strike++) {
            for (String type : List.of("call", "put")) {
                options.add(
                        String.format(
                                Locale.ROOT,
                                "{\"symbol\":\"%s%02d%02d%02d%s%08d\",\"option_type\":\"%s\","
                                        + "\"expiration_date\":\"%s\",\"contract_size\":100,"
                                        + "\"strike\":%d,\"bid\":4.5,\"ask\":4.6,\"open_interest\":100}",
                                symbol,
                                expiry.getYear() % 100,
                                expiry.getMonthValue(),
                                expiry.getDayOfMonth(),
                                type.substring(0, 1).toUpperCase(Locale.ROOT),
                                strike * 1000,
                                type,
                                expiry,
                                strike));
            }
        }
        return "{\"options\":{\"option\":[" + String.join(",", options) + "]}}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
