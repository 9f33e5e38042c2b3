package io.huihui.connectors.provider;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * The shapes of ConvexValue's questions and answers. Numbers stay text until they are read: some
 * come as text, as {@code "1.2E-5"}.
 */
final class ConvexValueAnswers {

    private ConvexValueAnswers() {}

    record Login(String email, String password) {}

    record UnderlyingQuestion(List<String> symbols, List<String> params, int limit) {}

    /**
     * @param exps expiries, counted from the nearest, 1
     * @param rng strikes within this part of the spot
     */
    record ChainQuestion(
            List<String> symbols, List<String> params, List<Integer> exps, double rng) {}

    /** One array a symbol: its name, then the values. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Underlyings(List<List<String>> data) {}

    /** The same, one level deeper, as the service answers too. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record NestedUnderlyings(List<List<List<String>>> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Chains(List<SymbolChain> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SymbolChain(List<ExpiryChain> chain) {}

    /** All strikes of an expiry; the expiry is days since 1970, or a date. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ExpiryChain(
            @JsonProperty("exp") String expiry, @JsonProperty("stks") List<Strike> strikes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Strike(@JsonProperty("stk") String strike, Side call, Side put) {}

    /** An array of the contract's symbol and its values. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Side(String symbol, List<String> values) {}
}
