package io.huihui.connectors.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.List;

/** From answers to records and from records to questions. */
final class ProviderJson {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // Tradier writes a list of one as the one.
                    .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    private ProviderJson() {}

    /**
     * Returns the answer as a record of this type.
     *
     * @throws ProviderUnavailableException when it is cut off, or has another shape
     */
    static <T extends Record> T read(String provider, String body, Class<T> type)
            throws ProviderUnavailableException {
        try {
            T answer = JSON.readValue(body, type);
            if (answer == null) {
                throw new ProviderUnavailableException(
                        "need a JSON object from " + provider + ", was null");
            }
            return answer;
        } catch (JsonProcessingException wrong) {
            throw new ProviderUnavailableException(
                    "need a whole JSON answer of the known shape from "
                            + provider
                            + ", was not one: "
                            + wrong.getOriginalMessage(),
                    wrong);
        }
    }

    /** Returns the record as JSON. */
    static String write(Record question) {
        try {
            return JSON.writeValueAsString(question);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
