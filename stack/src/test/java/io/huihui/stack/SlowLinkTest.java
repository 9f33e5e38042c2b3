package io.huihui.stack;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class SlowLinkTest {

    private static final int DELAY_MILLIS = 200;

    private ServerSocket server;
    private SlowLink link;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        link = SlowLink.open(Ports.free(), server.getLocalPort(), 1);
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        server.close();
    }

    @Test
    void shouldCarryEveryByteInOrderBothWaysWhileItIsSlow() throws Exception {
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        link.delay(5);
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            CompletableFuture<Void> there = sending(client, sent);
            CompletableFuture<Void> back = sending(accepted, sent);
            assertThat(accepted.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            assertThat(client.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            there.join();
            back.join();
        }
    }

    @Test
    void shouldBeLateByAtLeastHalfOfTheDelayAndNoLongerWhenItEnds() throws Exception {
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            link.delay(DELAY_MILLIS);
            long began = System.nanoTime();
            client.getOutputStream().write(1);
            assertThat(accepted.getInputStream().read()).isEqualTo(1);
            assertThat(System.nanoTime() - began).isGreaterThan(DELAY_MILLIS / 2 * 1_000_000L);

            link.delay(0);
            client.getOutputStream().write(2);
            assertThat(accepted.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void shouldEndAConnectionWhenEitherSideDoes() throws Exception {
        try (Socket client = connect()) {
            server.accept().close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            client.close();
            assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void shouldEndAConnectionToNobodyAndLeadToWhoeverComesLater() throws Exception {
        int port = server.getLocalPort();
        server.close();
        try (Socket client = connect()) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        try (Socket client = connect();
                Socket accepted = server.accept()) {
            client.getOutputStream().write(3);
            assertThat(accepted.getInputStream().read()).isEqualTo(3);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link.port());
    }

    private static CompletableFuture<Void> sending(Socket socket, byte[] bytes) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        socket.getOutputStream().write(bytes);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
