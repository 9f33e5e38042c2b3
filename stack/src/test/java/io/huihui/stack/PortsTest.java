package io.huihui.stack;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {

    private final int port = Ports.free();

    private ServerSocket taken() throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void portOfSomebodyElseIsRefused() throws IOException {
        try (ServerSocket stranger = taken()) {
            assertThatThrownBy(() -> Ports.requireFree(port, "Kafka"))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("need port " + stranger.getLocalPort() + " for Kafka")
                    .hasMessageContaining("was occupied by another process");
        }
    }

    @Test
    void portThatAnotherProcessOnlyLooksAtIsFree() throws Exception {
        try (ServerSocket passing = taken()) {
            CompletableFuture<Integer> found =
                    CompletableFuture.supplyAsync(() -> Ports.requireFree(port, "Kafka"));
            Thread.sleep(150);
            assertThat(found).isNotDone();
            passing.close();

            assertThat(found.get(30, TimeUnit.SECONDS)).isEqualTo(port);
        }
    }
}
