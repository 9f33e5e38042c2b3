package io.huihui.console.live;

import java.nio.ByteBuffer;

/** The way to one client. Sending returns at once; one message is on its way at a time. */
interface Outlet {

    /**
     * Sends a text.
     *
     * @param sent called when the network has taken it, or has failed
     */
    void text(String message, Runnable sent);

    /** Sends bytes, as {@link #text}. */
    void binary(ByteBuffer message, Runnable sent);

    /** Ends the connection with a sentence of at most 120 characters. */
    void close(String reason);
}
