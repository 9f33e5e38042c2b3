package io.huihui.cli.chaos;

import io.huihui.stack.LocalStack;
import io.huihui.stack.Ports;
import io.huihui.stack.SlowLink;

import java.util.List;

/**
 * The networks over which the job of a drill reaches its servers. Nothing else goes over them, so
 * that the market and the count at the end are as fast as ever.
 *
 * @param broker to the broker, which names the link's port to clients that come by it
 * @param database to Postgres
 */
public record ChaosLinks(SlowLink broker, SlowLink database) implements AutoCloseable {

    /** Opens both; neither is slow yet. */
    public static ChaosLinks open(LocalStack stack, long seed) {
        SlowLink broker = stack.kafka().openLink(seed);
        return new ChaosLinks(broker, SlowLink.open(Ports.free(), stack.postgres().port(), ~seed));
    }

    /** Returns the settings of a job whose servers lie behind the links. */
    public List<String> settings(LocalStack stack) {
        return List.of(
                "kafka.bootstrapServers=127.0.0.1:" + broker.port(),
                "postgres.jdbcUrl="
                        + stack.postgres()
                                .jdbcUrl()
                                .replace(":" + stack.postgres().port(), ":" + database.port()));
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
