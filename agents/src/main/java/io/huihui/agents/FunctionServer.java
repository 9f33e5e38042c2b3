package io.huihui.agents;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.flink.statefun.sdk.java.StatefulFunctions;
import org.apache.flink.statefun.sdk.java.handler.RequestReplyHandler;
import org.apache.flink.statefun.sdk.java.slice.Slice;
import org.apache.flink.statefun.sdk.java.slice.Slices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves functions over HTTP: {@code POST /} for the runtime, {@code GET /health}. */
final class FunctionServer implements AutoCloseable {

    /** What {@code /health} says, so that a stranger on the port is recognised. */
    static final String HEALTHY = "huihui agents";

    private static final Logger LOG = LoggerFactory.getLogger(FunctionServer.class);

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;
    private final RequestReplyHandler functions;

    private FunctionServer(HttpServer server, RequestReplyHandler functions) {
        this.server = server;
        this.functions = functions;
        this.threads = Executors.newFixedThreadPool(THREADS);
    }

    /**
     * Starts the server.
     *
     * @param bind address to listen on. Whoever reaches it can call the functions: beyond loopback
     *     only where a network policy says who does
     * @param port 0 for any free one
     */
    static FunctionServer start(InetAddress bind, int port, StatefulFunctions functions)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(bind, port);
        FunctionServer server =
                new FunctionServer(HttpServer.create(address, 0), functions.requestReplyHandler());
        server.server.setExecutor(server.threads);
        server.server.createContext("/health", FunctionServer::health);
        server.server.createContext("/", server::call);
        server.server.start();
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void health(HttpExchange exchange) throws IOException {
        answer(exchange, 200, HEALTHY.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer may come later, from another thread; this one does not wait for it. */
    private void call(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        CompletableFuture<Slice> unused =
                functions
                        .handle(Slices.wrap(request))
                        .whenComplete((reply, failure) -> reply(exchange, reply, failure));
    }

    private static void reply(HttpExchange exchange, Slice reply, Throwable failure) {
        try {
            if (failure == null) {
                answer(exchange, 200, reply.toByteArray());
            } else {
                LOG.error("a function failed", failure);
                answer(exchange, 500, new byte[0]);
            }
        } catch (IOException e) {
            LOG.warn("the runtime left before its answer: {}", e.getMessage());
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
