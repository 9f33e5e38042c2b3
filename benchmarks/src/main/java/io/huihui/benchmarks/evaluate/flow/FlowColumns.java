package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.feature.Feature;

import java.util.Arrays;

import static io.huihui.models.feature.Feature.*;

/**
 * The features that the flow models read, or the regime expert's volatility that they borrow, and
 * nothing else, so that whole sessions fit in memory.
 */
final class FlowColumns {

    static final Feature[] ALL = {
        MID,
        RETURN_5M,
        RETURN_15M,
        RETURN_60M,
        REALIZED_VOL_5M,
        REALIZED_VOL_30M,
        REALIZED_VOL_60M,
        VAPI_FA_5M,
        VAPI_FA_15M,
        VAPI_FA_60M,
        DWFD_5M,
        DWFD_15M,
        DWFD_60M,
        TW_LAF_5M,
        TW_LAF_15M,
        TW_LAF_60M,
        DELTA_FLOW_5M,
        DELTA_FLOW_15M,
        DIRECTIONAL_PREMIUM_5M,
        DIRECTIONAL_PREMIUM_15M,
        NET_VOLUME_FLOW_5M,
        OPTION_VOLUME_5M,
        OPTION_VOLUME_15M,
        AVERAGE_TRADE_PREMIUM_5M,
        AVERAGE_TRADE_PREMIUM_15M,
        MULTI_LEG_SHARE_5M,
        ZERO_DTE_VOLUME_SHARE,
        GIB_INVENTORY,
        GIB_PRIOR,
        GIB_Z,
        GAMMA_FLIP,
        HP_EOD,
        DEALER_DELTA,
        TRADE_IMBALANCE_5M,
        TRADE_IMBALANCE_15M,
        TRADE_VOLUME_5M,
        TRADE_COUNT_5M,
        ORDER_FLOW_IMBALANCE_60S,
        ORDER_FLOW_IMBALANCE_5M,
        ORDER_FLOW_IMBALANCE_15M,
        BOOK_IMBALANCE,
        BOOK_SHARE_OF_BIDS,
        MICROPRICE_PRESSURE,
        RELATIVE_SPREAD,
        MEAN_RELATIVE_SPREAD_15M,
        VPIN,
        OFF_EXCHANGE_SHARE_5M,
        OFF_EXCHANGE_BLOCK_SHARE_15M,
        ATM_IV_7D,
        TERM_SLOPE,
        TREND_60M,
        DAY_VOLUME,
        SESSION_ELAPSED,
        ORDER_FLOW_IMBALANCE_1S,
        LIT_SIGNED_SHARES_1S,
        SIGNED_SHARES_5M,
        SIGNED_SHARES_5M_ERROR,
        BULK_SIGNED_SHARES_5M,
        DEPTH_PRESSURE,
        HIDDEN_BUYER_PROBABILITY,
        HIDDEN_SELLER_PROBABILITY,
        OFF_EXCHANGE_LEVEL,
        OFF_EXCHANGE_LEVEL_SHARES,
        REALIZED_VOL_1S,
        TRADE_COUNT_1S,
        SIGNED_TRADE_COUNT_1S,
        OPTION_TRADE_COUNT_1S,
        BOOK_DEPTH,
        BULLISH_SMALL_TRADES_1S,
        BULLISH_LARGE_TRADES_1S,
        LARGE_OPTION_TRADES_1S,
        REPEATED_SIDE_COUNT_1S,
        ATM_IV_1D,
        ATM_IV_30D,
        SKEW_25_DELTA
    };

    private static final int[] PLACES = places();

    private FlowColumns() {}

    /** Returns the column of a feature; throws when it is not one of them. */
    static int indexOf(Feature feature) {
        int place = PLACES[feature.ordinal()];
        if (place < 0) {
            throw new IllegalArgumentException("need a column of FlowColumns, was " + feature);
        }
        return place;
    }

    private static int[] places() {
        int[] places = new int[Feature.count()];
        Arrays.fill(places, -1);
        for (int column = 0; column < ALL.length; column++) {
            places[ALL[column].ordinal()] = column;
        }
        return places;
    }
}
