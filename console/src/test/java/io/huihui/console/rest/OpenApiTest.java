package io.huihui.console.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiTest {

    private final List<Route> routes =
            new Api(new Api.Sources(null, null, null, null, null, null, null)).routes();
    private final JsonNode document = document();

    @Test
    void documentTellsOfEveryRouteAndNoOther() {
        List<String> paths = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(paths).containsExactlyElementsOf(routes.stream().map(Route::path).toList());
        for (Route route : routes) {
            List<String> told = new ArrayList<>();
            document.get("paths")
                    .get(route.path())
                    .get("get")
                    .get("parameters")
                    .forEach(parameter -> told.add(parameter.get("name").asText()));
            assertThat(told)
                    .as(route.path())
                    .containsExactlyElementsOf(
                            route.parameters().stream().map(Parameter::name).toList());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        TreeSet<String> missing = new TreeSet<>();
        for (JsonNode reference : document.findValues("$ref")) {
            String name = reference.asText().replace("#/components/schemas/", "");
            if (!document.get("components").get("schemas").has(name)) {
                missing.add(name);
            }
        }

        assertThat(missing).isEmpty();
    }

    private JsonNode document() {
        try {
            return JsonMapper.builder().build().readTree(OpenApi.of(routes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
