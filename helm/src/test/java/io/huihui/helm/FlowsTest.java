package io.huihui.helm;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Network policies: nothing is let through but flows to ports that somebody listens on. */
class FlowsTest {

    private static final List<String> PARTS =
            List.of("job", "agents", "runtime", "gateway", "console");

    private final List<JsonNode> manifests = Chart.manifests(Chart.EVERYTHING);

    private List<JsonNode> policies() {
        return manifests.stream()
                .filter(manifest -> "NetworkPolicy".equals(manifest.get("kind").asText()))
                .toList();
    }

    /** Ports that the pods of a part listen on, by what their manifests say. */
    private Set<Integer> listens(String part) {
        Set<Integer> ports = new TreeSet<>();
        for (JsonNode manifest : manifests) {
            if (!part.equals(component(manifest.at("/metadata/labels")))) {
                continue;
            }
            manifest.findValues("containerPort").forEach(port -> ports.add(port.asInt()));
            Map<String, String> flink = Chart.texts(manifest.at("/spec/flinkConfiguration"));
            flink.forEach(
                    (key, value) -> {
                        if (key.endsWith(".port")) {
                            ports.add(Integer.parseInt(value));
                        }
                    });
        }
        return ports;
    }

    private static String component(JsonNode labels) {
        return labels.path("app.kubernetes.io/component").asText();
    }

    private static Set<Integer> ports(JsonNode rules) {
        Set<Integer> ports = new TreeSet<>();
        rules.findValues("port").forEach(port -> ports.add(port.asInt()));
        return ports;
    }

    @Test
    void everyPodIsDeniedEverythingFirst() {
        JsonNode deny = Chart.one(manifests, "NetworkPolicy", "desk-deny").get("spec");
        assertThat(deny.get("policyTypes")).hasSize(2);
        assertThat(deny.has("ingress")).isFalse();
        assertThat(deny.has("egress")).isFalse();
        assertThat(deny.at("/podSelector/matchLabels").has("app.kubernetes.io/component"))
                .isFalse();
    }

    @Test
    void everyPartHasItsPolicy() {
        assertThat(policies().stream().map(policy -> policy.at("/metadata/name").asText()))
                .containsExactlyInAnyOrder(
                        "desk-deny",
                        "desk-job",
                        "desk-agents",
                        "desk-runtime",
                        "desk-gateway",
                        "desk-console");
    }

    @Test
    void whatIsLetInIsListenedTo() {
        for (String part : PARTS) {
            JsonNode policy = Chart.one(manifests, "NetworkPolicy", "desk-" + part);
            assertThat(listens(part)).as(part).containsAll(ports(policy.at("/spec/ingress")));
        }
        assertThat(ports(Chart.one(manifests, "NetworkPolicy", "desk-job").at("/spec/ingress")))
                .contains(6121, 6122, 6123, 6124, 8081, 9249);
    }

    @Test
    void whatGoesToAPartOfOursIsLetInThere() {
        List<String> flows = new ArrayList<>();
        for (JsonNode policy : policies()) {
            String from = component(policy.at("/spec/podSelector/matchLabels"));
            for (JsonNode rule : policy.at("/spec/egress")) {
                String to = component(rule.at("/to/0/podSelector/matchLabels"));
                if (!to.isEmpty()) {
                    flows.add(from + ">" + to);
                    assertThat(letIn(to, from)).as(from + " to " + to).containsAll(ports(rule));
                }
            }
        }
        assertThat(flows).containsExactlyInAnyOrder("job>job", "runtime>runtime", "runtime>agents");
    }

    private Set<Integer> letIn(String part, String from) {
        Set<Integer> ports = new TreeSet<>();
        JsonNode policy = Chart.one(manifests, "NetworkPolicy", "desk-" + part);
        for (JsonNode rule : policy.at("/spec/ingress")) {
            if (from.equals(component(rule.at("/from/0/podSelector/matchLabels")))) {
                ports.addAll(ports(rule));
            }
        }
        return ports;
    }

    @Test
    void serversOutsideAreReachedOnTheirPortsAndNetworksOnly() {
        JsonNode job = Chart.one(manifests, "NetworkPolicy", "desk-job").at("/spec/egress");
        assertThat(ports(job)).contains(9093, 5432, 7687, 9000, 53);
        for (JsonNode rule : job) {
            if (ports(rule).contains(9093)) {
                assertThat(rule.at("/to/0/ipBlock/cidr").asText()).isEqualTo("10.1.0.0/16");
            }
        }
        JsonNode gateway = Chart.one(manifests, "NetworkPolicy", "desk-gateway").at("/spec/egress");
        assertThat(ports(gateway)).containsExactly(53, 443, 9093);
    }
}
