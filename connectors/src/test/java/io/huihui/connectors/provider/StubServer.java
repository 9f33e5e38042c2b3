package io.huihui.connectors.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider on this machine that answers as it is told and notes what it was asked. */
public final class StubServer implements AutoCloseable {

    /** What happens to a call. */
    @FunctionalInterface
    public interface Behaviour {
        Answer answer(Call call);
    }

    /** A call that came. */
    public record Call(
            String path, String query, String authorization, String cookie, String body) {}

    /**
     * @param headers alternately names and values
     * @param part of the body that is sent before the line goes dead; 1 for all of it
     */
    public record Answer(int status, String body, List<String> headers, double part) {

        public static Answer ok(String body) {
            return new Answer(200, body, List.of(), 1);
        }

        public static Answer status(int status, String... headers) {
            return new Answer(status, "", List.of(headers), 1);
        }

        /** The beginning of an answer whose rest never comes. */
        public static Answer stuck(String body) {
            return new Answer(200, body, List.of(), 0.5);
        }
    }

    static {
        // Head and body are sent apart; without this each answer waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Behaviour behaviour;

    public StubServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call =
                new Call(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestURI().getQuery(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("Cookie"),
                        body);
        calls.add(call);
        Answer answer = behaviour.answer(call);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < answer.headers().size(); i += 2) {
            exchange.getResponseHeaders().add(answer.headers().get(i), answer.headers().get(i + 1));
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        int sent = (int) (bytes.length * answer.part());
        exchange.getResponseBody().write(bytes, 0, sent);
        if (sent < bytes.length) {
            exchange.getResponseBody().flush();
            waitForClose();
        }
        exchange.close();
    }

    private void waitForClose() {
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
