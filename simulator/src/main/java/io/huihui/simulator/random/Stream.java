package io.huihui.simulator.random;

/**
 * What a random stream is for. Each purpose has its own stream, so that switching one plant off, or
 * drawing once more in one of them, leaves the others as they were.
 */
public enum Stream {
    MARKET_FACTOR("market-factor"),
    OVERNIGHT("overnight"),
    MACRO("macro"),
    TOPICS("topics"),
    CHAIN("chain"),
    MICRO_CHAIN("micro-chain"),
    PLANS("plans"),
    PRICE("price"),
    BOOK("book"),
    PRINTS("prints"),
    OPTION_BOARD("option-board"),
    SURFACE("surface"),
    OPTION_FLOW("option-flow"),
    OPTION_QUOTES("option-quotes"),
    CHAIN_ROWS("chain-rows"),
    NEWS("news"),
    MEDIA("media"),
    DIRT("dirt"),
    RAW_ROWS("raw-rows"),
    TICK_LOAD("tick-load"),
    LEARNING_RULES("learning-rules"),
    LEARNING_EXAMPLES("learning-examples"),
    CHARTS("charts"),
    RECORDINGS("recordings");

    private final String label;

    Stream(String label) {
        this.label = label;
    }

    /** The text that goes into the seed; never changed, since it would change every tape. */
    String label() {
        return label;
    }
}
