package io.huihui.benchmarks.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;

/**
 * What the console's server says of itself.
 *
 * @param compassP50Millis to compute and encode the compasses of all symbols
 * @param conflated records that slow clients never got
 */
record ServerHealth(double compassP50Millis, double compassP95Millis, long conflated) {

    static ServerHealth of(URI server) throws IOException {
        JsonNode health =
                JsonMapper.builder().build().readTree(Said.at(server.resolve("/api/health")));
        JsonNode compass = health.path("compass");
        return new ServerHealth(
                compass.path("p50Millis").asDouble(Double.NaN),
                compass.path("p95Millis").asDouble(Double.NaN),
                health.path("conflated").asLong());
    }
}
