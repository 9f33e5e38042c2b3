package io.huihui.simulator.load;

import io.huihui.models.Require;

/** Relative frequency of the kinds of event in a load; any scale. */
public record TickMix(double quotes, double trades, double depths, double optionQuotes) {

    public TickMix {
        Require.notNegative("quotes", quotes);
        Require.notNegative("trades", trades);
        Require.notNegative("depths", depths);
        Require.notNegative("optionQuotes", optionQuotes);
        Require.positive("sum of the mix", quotes + trades + depths + optionQuotes);
    }

    /** Returns a mix near the default simulation's: mostly quotes of stocks and options. */
    public static TickMix defaults() {
        return new TickMix(40, 20, 5, 35);
    }

    double[] cumulative() {
        return new double[] {
            quotes,
            quotes + trades,
            quotes + trades + depths,
            quotes + trades + depths + optionQuotes
        };
    }
}
