/** The regime expert: market conditions, event regimes and the rules behind them. */
package io.huihui.models.expert.regime;
