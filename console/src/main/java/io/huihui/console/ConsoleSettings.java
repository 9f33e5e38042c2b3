package io.huihui.console;

import io.huihui.models.Require;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the console listens.
 *
 * @param bind address of this machine, e.g. {@code 127.0.0.1}
 * @param port 0 for any free one
 * @param token what a reader must know; empty for no login, which only loopback may do without
 */
public record ConsoleSettings(String bind, int port, String token) {

    /** Variable of the environment with the token. */
    public static final String TOKEN_VARIABLE = "HUIHUI_CONSOLE_TOKEN";

    /** Shorter ones can be tried out. */
    static final int SHORTEST_TOKEN = 24;

    private static final int HIGHEST_PORT = 65_535;

    public ConsoleSettings {
        Require.text("bind", bind);
        Require.within("port", port, 0, HIGHEST_PORT);
        boolean open = token.isEmpty();
        Require.that(
                open || token.length() >= SHORTEST_TOKEN,
                "at least " + SHORTEST_TOKEN + " characters in " + TOKEN_VARIABLE,
                token.length() + " characters");
        Require.that(
                !open || loopback(bind),
                "a token in "
                        + TOKEN_VARIABLE
                        + " to listen beyond this machine, or --bind 127.0.0.1",
                bind + " and no token");
    }

    /** Returns settings for loopback, without login. */
    public static ConsoleSettings local(int port) {
        return new ConsoleSettings("127.0.0.1", port, "");
    }

    /** Returns whether readers must log in. */
    public boolean guarded() {
        return !token.isEmpty();
    }

    private static boolean loopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw Require.violated("bind to be an address of this machine", bind);
        }
    }

    @Override
    public String toString() {
        return "ConsoleSettings[" + bind + ":" + port + (guarded() ? ", with a token]" : "]");
    }
}
