package io.huihui.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;

import java.net.URI;

/** The console on one port: the page, and what it asks for. */
public final class ConsoleServer implements AutoCloseable {

    /** What {@code /health} says, so that a stranger on the port is recognised. */
    public static final String HEALTHY = "huihui console";

    /** Where the build leaves the page. */
    private static final String PAGE = "/console/page";

    private final ConsoleSettings settings;
    private final Javalin server;

    private ConsoleServer(ConsoleSettings settings, Javalin server) {
        this.settings = settings;
        this.server = server;
    }

    /** Starts it, and returns when it answers. */
    public static ConsoleServer start(ConsoleSettings settings) {
        Javalin server = Javalin.create(ConsoleServer::configure);
        return new ConsoleServer(settings, server.start(settings.bind(), settings.port()));
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.generateEtags = true;
        if (ConsoleServer.class.getResource(PAGE) != null) {
            config.staticFiles.add(PAGE, Location.CLASSPATH);
        }
        config.routes.before(PageHeaders::set);
        config.routes.get("/health", request -> request.result(HEALTHY));
    }

    /** Returns where a browser finds it. */
    public URI address() {
        return URI.create("http://" + settings.bind() + ":" + server.port() + "/");
    }

    @Override
    public void close() {
        server.stop();
    }
}
