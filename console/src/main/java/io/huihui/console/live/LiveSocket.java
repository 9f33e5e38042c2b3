package io.huihui.console.live;

import io.huihui.console.market.Market;
import io.huihui.console.view.Subscription;
import io.huihui.models.InvalidRecordException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

import java.nio.ByteBuffer;

/** The WebSocket at {@code /live}. */
public final class LiveSocket {

    /** Longest message of a client, bytes. */
    public static final int LONGEST_MESSAGE = 8 * 1024;

    private static final int POLICY_VIOLATION = 1008;
    private static final int TRY_AGAIN_LATER = 1013;

    private static final ObjectReader SUBSCRIPTIONS =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readerFor(Subscription.class);

    private final LiveHub hub;
    private final Market market;

    public LiveSocket(LiveHub hub, Market market) {
        this.hub = hub;
        this.market = market;
    }

    /** Says what happens on a connection. */
    public void configure(WsConfig socket) {
        socket.onConnect(this::connect);
        socket.onMessage(message -> message(message.sessionId(), message.message()));
        socket.onClose(gone -> hub.leave(gone.sessionId()));
        socket.onError(gone -> hub.leave(gone.sessionId()));
    }

    private void connect(WsContext client) {
        if (!hub.enter(client.sessionId(), new JettyOutlet(client.session))) {
            client.closeSession(TRY_AGAIN_LATER, "too many clients; try again later");
        }
    }

    private void message(String id, String text) {
        try {
            Subscription subscription = SUBSCRIPTIONS.readValue(text);
            hub.subscribe(id, Wanted.of(subscription), market);
        } catch (InvalidRecordException e) {
            hub.refuse(id, e.getMessage());
        } catch (JsonProcessingException e) {
            hub.refuse(
                    id,
                    "need {\"topics\": [...], \"symbols\": [...]}, was not: "
                            + e.getOriginalMessage());
        }
    }

    /** A session of Jetty, whose sending does not block. */
    private record JettyOutlet(Session session) implements Outlet {

        @Override
        public void text(String message, Runnable sent) {
            session.sendText(message, Callback.from(sent, failure -> sent.run()));
        }

        @Override
        public void binary(ByteBuffer message, Runnable sent) {
            session.sendBinary(message, Callback.from(sent, failure -> sent.run()));
        }

        @Override
        public void close(String reason) {
            session.close(POLICY_VIOLATION, reason, Callback.NOOP);
            session.disconnect();
        }
    }
}
