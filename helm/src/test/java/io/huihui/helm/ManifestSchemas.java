package io.huihui.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schemas of what reads the manifests: of Kubernetes by its client's own models, of
 * FlinkDeployment by the operator's CRD.
 */
final class ManifestSchemas {

    private static final String CRD = "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

    /** Of Flink, and first known to operator 1.15, whose CRD no Maven repository has. */
    private static final String OUR_FLINK = "v2_3";

    private static final Set<String> RULE =
            Set.of("alert", "expr", "for", "keep_firing_for", "labels", "annotations");

    private interface Check {
        void validate(JsonElement json) throws IOException;
    }

    private static final Map<String, Check> KINDS =
            Map.of(
                    "v1 ConfigMap", V1ConfigMap::validateJsonElement,
                    "v1 Service", V1Service::validateJsonElement,
                    "v1 ServiceAccount", V1ServiceAccount::validateJsonElement,
                    "apps/v1 Deployment", V1Deployment::validateJsonElement,
                    "autoscaling/v2 HorizontalPodAutoscaler",
                            V2HorizontalPodAutoscaler::validateJsonElement,
                    "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
                    "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
                    "rbac.authorization.k8s.io/v1 Role", V1Role::validateJsonElement,
                    "rbac.authorization.k8s.io/v1 RoleBinding", V1RoleBinding::validateJsonElement);

    private final JsonSchema flinkDeployment = flinkDeployment();

    /** Returns what is wrong with a manifest; nothing when it is one that its reader takes. */
    List<String> faults(JsonNode manifest) {
        String kind = manifest.path("apiVersion").asText() + " " + manifest.path("kind").asText();
        if ("flink.apache.org/v1beta1 FlinkDeployment".equals(kind)) {
            return flinkDeployment.validate(manifest).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }
        if ("monitoring.coreos.com/v1 PrometheusRule".equals(kind)) {
            return ruleFaults(manifest.at("/spec/groups"));
        }
        Check check = KINDS.get(kind);
        if (check == null) {
            return List.of("no schema for " + kind);
        }
        try {
            check.validate(JsonParser.parseString(manifest.toString()));
            return List.of();
        } catch (IllegalArgumentException | IOException e) {
            return List.of(e.getMessage());
        }
    }

    /**
     * Fields of a rule that Prometheus takes; the CRD of its operator is in no Maven repository.
     */
    private static List<String> ruleFaults(JsonNode groups) {
        List<String> faults = new ArrayList<>();
        for (JsonNode group : groups) {
            unknown(group, Set.of("name", "interval", "rules"), faults);
            group.path("rules").forEach(rule -> unknown(rule, RULE, faults));
        }
        return groups.isEmpty() ? List.of("no groups") : faults;
    }

    private static void unknown(JsonNode object, Set<String> known, List<String> faults) {
        object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !known.contains(field))
                .forEach(faults::add);
    }

    private static JsonSchema flinkDeployment() {
        try (InputStream in = ManifestSchemas.class.getResourceAsStream(CRD)) {
            JsonNode crd = Chart.YAML.readTree(in);
            ObjectNode schema = (ObjectNode) crd.at("/spec/versions/0/schema/openAPIV3Schema");
            ((ArrayNode) schema.at("/properties/spec/properties/flinkVersion/enum")).add(OUR_FLINK);
            close(schema);
            // What every resource has, which a CRD does not repeat.
            ObjectNode top = (ObjectNode) schema.get("properties");
            List.of("apiVersion", "kind", "metadata").forEach(top::putObject);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(CRD, e);
        }
    }

    /** An API server drops unknown fields of a CRD silently; here they are faults. */
    private static void close(JsonNode schema) {
        if (schema.has("properties")
                && !schema.has("additionalProperties")
                && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.forEach(ManifestSchemas::close);
    }
}
