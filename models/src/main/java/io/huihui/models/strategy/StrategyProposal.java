package io.huihui.models.strategy;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

/**
 * A new template and what became of it out of sample. Nothing trades it: people promote.
 *
 * @param template in the grammar of templates, which reads it back
 * @param hash SHA-256 of the template as hex
 * @param rejection null for one that is proposed
 * @param reason one sentence
 * @param trades out of sample, over sessions with thresholds of the sessions before
 * @param sessions in which it could have traded
 * @param meanProfit of a trade after costs, share of what it could lose
 * @param meanCost of a trade, share of what it could lose
 * @param worstProfit of a trade, share of what it could lose: not below -1
 * @param sharpe of one trade, not annual
 * @param deflatedSharpe probability that the Sharpe ratio is more than the best of all trials would
 *     show by luck; null with too few trades
 * @param trials templates measured on this symbol so far, this batch included
 * @param largestLoss the most that one unit of a trade could lose, currency
 */
public record StrategyProposal(
        SnapshotId snapshot,
        String template,
        String hash,
        @OrNull RejectionReason rejection,
        String reason,
        int trades,
        int sessions,
        double meanProfit,
        double meanCost,
        double worstProfit,
        double sharpe,
        Double deflatedSharpe,
        long trials,
        double largestLoss,
        String composerVersion) {

    private static final double ROUNDING = 1e-9;

    public StrategyProposal {
        Require.present("snapshot", snapshot);
        Require.text("template", template);
        Require.text("hash", hash);
        Require.text("reason", reason);
        Require.notNegative("trades", (long) trades);
        Require.notNegative("sessions", (long) sessions);
        Require.finite("meanProfit", meanProfit);
        Require.notNegative("meanCost", meanCost);
        Require.within("worstProfit", worstProfit, -1 - ROUNDING, Double.MAX_VALUE);
        Require.finite("sharpe", sharpe);
        Require.withinOrMissing("deflatedSharpe", deflatedSharpe, 0, 1);
        Require.notNegative("trials", trials);
        Require.notNegative("largestLoss", largestLoss);
        Require.text("composerVersion", composerVersion);
    }

    public boolean isProposed() {
        return rejection == null;
    }
}
