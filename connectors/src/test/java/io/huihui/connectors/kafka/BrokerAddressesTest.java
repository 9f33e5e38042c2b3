package io.huihui.connectors.kafka;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.ServerSocket;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrokerAddressesTest {

    @Test
    void oneThatListensIsEnough() throws Exception {
        try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String addresses = "127.0.0.1:1, 127.0.0.1:" + broker.getLocalPort();

            assertThatCode(() -> BrokerAddresses.awaitListener(addresses))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whereNobodyListensIsSaidWithWhatToDo() {
        assertThatThrownBy(() -> BrokerAddresses.awaitListener("127.0.0.1:1,127.0.0.1:2"))
                .isInstanceOf(KafkaUnavailableException.class)
                .hasMessage(
                        "need Kafka at 127.0.0.1:1,127.0.0.1:2, was not usable (nobody listens"
                                + " there); start it or correct the address");
    }

    /** What is wrong with them, Kafka's client has words for. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:port", "localhost:99999", ""})
    void whatIsNoAddressIsLeftToKafka(String address) {
        assertThatCode(() -> BrokerAddresses.awaitListener(address)).doesNotThrowAnyException();
    }
}
