package io.huihui.console;

import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.neo4j.Neo4jGraph;
import io.huihui.console.compass.CompassPast;
import io.huihui.console.live.CompassFeed;
import io.huihui.console.live.LiveHub;
import io.huihui.console.live.LiveSocket;
import io.huihui.console.market.KafkaReader;
import io.huihui.console.market.Market;
import io.huihui.console.rest.Api;
import io.huihui.console.rest.Refusal;
import io.huihui.console.rest.RestRoutes;
import io.huihui.console.store.HistoryStore;
import io.huihui.console.store.JobWatch;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.staticfiles.Location;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The console on one port: the page, what it asks for, and what it hears live. */
public final class ConsoleServer implements AutoCloseable {

    /** What {@code /health} says, so that a stranger on the port is recognised. */
    public static final String HEALTHY = "huihui console";

    /** Where the build leaves the page. */
    private static final String PAGE = "/console/page";

    /** Heartbeats come more often; a connection without even those is gone. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final int UNAUTHORIZED = 401;

    private final ConsoleSettings settings;
    private final OwnHost host;
    private final Login login;

    /** What is closed at the end, last opened first. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Javalin server;

    private ConsoleServer(ConsoleSettings settings) {
        this.settings = settings;
        this.host = new OwnHost(settings);
        this.login = settings.guarded() ? new Login(settings.token()) : null;
    }

    /** Starts it, and returns when it answers; it waits for no source. */
    public static ConsoleServer start(ConsoleSettings settings, ConsoleSources sources) {
        ConsoleServer console = new ConsoleServer(settings);
        try {
            console.open(sources);
            return console;
        } catch (RuntimeException e) {
            console.close();
            throw e;
        }
    }

    private void open(ConsoleSources sources) {
        HistoryStore history = history(sources);
        CompassFeed compass =
                opened(new CompassFeed(history == null ? CompassPast.NONE : history.past()));
        LiveHub hub = opened(new LiveHub(compass));
        Market market = new Market(List.of(hub::offer), compass);
        KafkaReader reader = opened(KafkaReader.start(sources.kafka(), market));
        Api api =
                new Api(
                        new Api.Sources(
                                market,
                                reader,
                                hub,
                                compass,
                                history,
                                graph(sources),
                                job(sources)));
        server = Javalin.create(config -> configure(config, api, new LiveSocket(hub, market)));
        Javalin unused = server.start(settings.bind(), settings.port());
    }

    private HistoryStore history(ConsoleSources sources) {
        return sources.postgres() == null
                ? null
                : opened(
                        new HistoryStore(
                                sources.postgres(),
                                sources.postgresUser(),
                                sources.postgresPassword()));
    }

    private Neo4jGraph graph(ConsoleSources sources) {
        return sources.neo4j() == null
                ? null
                : opened(
                        Neo4jGraph.open(
                                Neo4jConfig.of(
                                        sources.neo4j(),
                                        sources.neo4jUser(),
                                        sources.neo4jPassword())));
    }

    private JobWatch job(ConsoleSources sources) {
        return sources.flink() == null
                ? null
                : opened(new JobWatch(sources.flink(), sources.kafka(), sources.group()));
    }

    private <C extends AutoCloseable> C opened(C part) {
        opened.push(part);
        return part;
    }

    private void configure(JavalinConfig config, Api api, LiveSocket live) {
        config.startup.showJavalinBanner = false;
        config.http.generateEtags = true;
        config.http.maxRequestSize = LiveSocket.LONGEST_MESSAGE;
        config.jetty.modifyWebSocketServletFactory(
                factory -> {
                    factory.setMaxTextMessageSize(LiveSocket.LONGEST_MESSAGE);
                    factory.setIdleTimeout(IDLE);
                });
        config.jetty.modifyServletContextHandler(ConsoleServer::neverCompress);
        if (ConsoleServer.class.getResource(PAGE) != null) {
            config.staticFiles.add(PAGE, Location.CLASSPATH);
        }
        config.routes.before(PageHeaders::set);
        config.routes.before(host::check);
        if (login != null) {
            config.routes.before(login::check);
            config.routes.get("/login", login::showForm);
            config.routes.post("/login", login::enter);
        }
        config.routes.get("/health", request -> request.result(HEALTHY));
        RestRoutes.serve(api, config.routes);
        config.routes.wsBeforeUpgrade("/live", this::admit);
        config.routes.ws("/live", live::configure);
    }

    /** Browsers offer it, and Jetty would agree: a packing of its own for every client. */
    private static void neverCompress(ServletContextHandler pages) {
        pages.addEventListener(
                new LifeCycle.Listener() {
                    @Override
                    public void lifeCycleStarted(LifeCycle started) {
                        WebSocketServerComponents.ensureWebSocketComponents(
                                        pages.getServer(), pages)
                                .getExtensionRegistry()
                                .unregister("permessage-deflate");
                    }
                });
    }

    /** An upgrade is refused by an answer of HTTP, before there is a socket. */
    private void admit(Context upgrade) {
        try {
            host.check(upgrade);
            host.checkOrigin(upgrade);
            if (login != null) {
                login.check(upgrade);
            }
        } catch (Refusal e) {
            throw e.status() == UNAUTHORIZED
                    ? new UnauthorizedResponse(e.getMessage())
                    : new ForbiddenResponse(e.getMessage());
        }
    }

    /** Returns where a browser finds it. */
    public URI address() {
        return URI.create("http://" + settings.bind() + ":" + server.port() + "/");
    }

    @Override
    public void close() {
        if (server != null) {
            Javalin unused = server.stop();
        }
        for (AutoCloseable part : opened) {
            closeQuietly(part);
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The others must be closed all the same; the process ends anyway.
            return;
        }
    }
}
