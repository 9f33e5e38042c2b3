package io.huihui.console.rest;

/**
 * What a request may say.
 *
 * @param inPath whether it is a part of the path, else of the query
 * @param standard taken when the request does not say it; null when it must
 * @param least of a number; null for text
 * @param most of a number; null for text
 * @param says one sentence for the document
 */
record Parameter(String name, boolean inPath, String standard, Long least, Long most, String says) {

    static final Parameter SYMBOL_IN_PATH =
            new Parameter("symbol", true, null, null, null, "The symbol, e.g. SPY.");
    static final Parameter SYMBOL =
            new Parameter("symbol", false, null, null, null, "The symbol, e.g. SPY.");
    static final Parameter FEATURES =
            new Parameter(
                    "features",
                    false,
                    null,
                    null,
                    null,
                    "Names as in FeatureVector, separated by commas, at most 16.");
    static final Parameter SECONDS =
            number("seconds", "900", 1, 900, "How far back, in seconds of event time.");
    static final Parameter FROM =
            number("from", null, 1, Long.MAX_VALUE, "Event time in milliseconds, inclusive.");
    static final Parameter TO =
            number(
                    "to",
                    null,
                    1,
                    Long.MAX_VALUE,
                    "Event time in milliseconds, exclusive; at most a day after from.");
    static final Parameter LIMIT = number("limit", "200", 1, 1000, "Rows in a page.");
    static final Parameter BEFORE =
            new Parameter(
                    "before",
                    false,
                    "",
                    null,
                    null,
                    "The cursor next of the page before this one.");
    static final Parameter PREDICTOR =
            new Parameter(
                    "predictor", false, "GATE", null, null, "REGIME, FLOW, SENTIMENT or GATE.");
    static final Parameter HORIZON = number("horizonMinutes", "15", 5, 60, "5, 15 or 60.");
    static final Parameter AT =
            number("at", null, 1, Long.MAX_VALUE, "The moment, event time in milliseconds.");
    static final Parameter HOPS = number("hops", "2", 1, 3, "How far from the symbol.");
    static final Parameter LOOK_BACK =
            number("lookBackMinutes", "60", 0, 1440, "How long ago a fact may have begun.");
    static final Parameter MOST =
            number("most", "5", 1, 100, "Links per node, kind and direction.");

    private static Parameter number(
            String name, String standard, long least, long most, String says) {
        return new Parameter(name, false, standard, least, most, says);
    }

    boolean isNumber() {
        return least != null;
    }
}
