package io.huihui.connectors.kafka;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks whether anybody is at the addresses of brokers: Kafka's own clients ask until their
 * patience ends, also where nobody listens.
 */
public final class BrokerAddresses {

    /** A broker that restarts does not listen for about so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Who refuses does so at once; a machine that is silent is left to Kafka's client. */
    private static final int CONNECT_MILLIS = 500;

    private BrokerAddresses() {}

    /**
     * Returns when somebody listens at one of the addresses, parted by commas, or when what is
     * wrong with them is better said by Kafka's client.
     *
     * @throws KafkaUnavailableException when nobody does
     */
    public static void awaitListener(String bootstrapServers) throws InterruptedException {
        List<String> addresses = List.of(bootstrapServers.split(",", -1));
        long pauses = PATIENCE.dividedBy(PAUSE);
        for (long i = 0; addresses.stream().allMatch(BrokerAddresses::isRefused); i++) {
            if (i == pauses) {
                throw KafkaTopics.unavailable(
                        bootstrapServers, new ConnectException("nobody listens there"));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Whether the machine is there and nobody listens; what else is wrong, Kafka's client says. */
    private static boolean isRefused(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        try {
            int port = Integer.parseInt(address.substring(colon + 1).strip());
            // As Kafka's client does: a name may stand for several machines.
            return Stream.of(InetAddress.getAllByName(address.substring(0, colon).strip()))
                    .allMatch(machine -> isRefused(new InetSocketAddress(machine, port)));
        } catch (UnknownHostException | IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean isRefused(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException other) {
            return false;
        }
    }
}
