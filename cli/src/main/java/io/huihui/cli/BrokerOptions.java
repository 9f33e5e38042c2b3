package io.huihui.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Which Kafka a command speaks to. */
final class BrokerOptions {

    @Option(
            names = "--brokers",
            description = "Kafka's address (default: the one of the running ./huihui up).")
    private String brokers;

    @Option(names = "--data", description = "Data folder of that up (default: data/local).")
    private Path data;

    /** Returns the address given, else that of the running market. */
    String address() {
        return brokers == null
                ? Addresses.read(data == null ? Addresses.defaultFolder() : data).kafka()
                : brokers;
    }
}
