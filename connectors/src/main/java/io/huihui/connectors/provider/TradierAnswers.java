package io.huihui.connectors.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/** The shapes of Tradier's answers, by their names; whatever it does not say is null. */
final class TradierAnswers {

    private TradierAnswers() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quotes(QuoteList quotes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record QuoteList(List<UnderlyingQuote> quote) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record UnderlyingQuote(
            String symbol,
            Double last,
            Double open,
            Double high,
            Double low,
            Double prevclose,
            Double volume) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Expirations(DateList expirations) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DateList(List<String> date) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Options(OptionList options) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OptionList(List<Option> option) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Option(
            String symbol,
            @JsonProperty("option_type") String type,
            @JsonProperty("expiration_date") String expiration,
            @JsonProperty("contract_size") Integer multiplier,
            Double strike,
            Double last,
            Double bid,
            Double ask,
            Double bidsize,
            Double asksize,
            Double volume,
            @JsonProperty("open_interest") Double openInterest,
            Greeks greeks) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Greeks(
            Double delta,
            Double gamma,
            Double theta,
            Double vega,
            @JsonProperty("mid_iv") Double midVolatility,
            @JsonProperty("smv_vol") Double smoothedVolatility) {

        static final Greeks NONE = new Greeks(null, null, null, null, null, null);
    }
}
