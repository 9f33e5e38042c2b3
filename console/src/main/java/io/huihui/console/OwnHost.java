package io.huihui.console;

import io.huihui.console.rest.Refusal;

import io.javalin.http.Context;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses what a strange page may have a browser ask: a name that was made to point at this
 * machine, where nobody has to log in, and a WebSocket from a page of another origin, which
 * browsers allow.
 */
final class OwnHost {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final ConsoleSettings settings;

    OwnHost(ConsoleSettings settings) {
        this.settings = settings;
    }

    /** Refuses a host that is not ours; who has logged in may come by any name. */
    void check(Context request) {
        String host = nameOf(request.host());
        if (!settings.guarded() && !LOOPBACK.contains(host) && !host.equals(settings.bind())) {
            throw Refusal.forbidden("need this machine's own name in the address, was " + host);
        }
    }

    /** Refuses a page of another origin; programs send none. */
    void checkOrigin(Context request) {
        String origin = request.header("Origin");
        if (origin != null && !request.host().equals(authorityOf(origin))) {
            throw Refusal.forbidden("need a page of this console, was one of " + origin);
        }
    }

    private static String nameOf(String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        int port = name.lastIndexOf(':');
        return port > name.lastIndexOf(']') ? name.substring(0, port) : name;
    }

    private static String authorityOf(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
