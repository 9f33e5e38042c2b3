package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;
import io.huihui.models.quant.SviFit;
import io.huihui.models.quant.VolatilitySurface;
import io.huihui.models.quant.VolatilitySurface.Slice;

/**
 * The smiles fitted to an analysed chain: what each contract should cost, how far its volatility is
 * from that, and whether the quotes allowed a surface free of arbitrage.
 */
final class Smiles {

    /** Wider quotes say nothing about the theoretical price. */
    private static final double WIDEST_SPREAD = 0.05;

    private final ChainArrays chain;
    private final VolatilitySurface surface;

    /** By expiry number; null without a smile. */
    private final Slice[] slices;

    private Smiles(ChainArrays chain, VolatilitySurface surface) {
        this.chain = chain;
        this.surface = surface;
        slices = new Slice[chain.expiryCount()];
        for (Slice slice : surface.slices()) {
            slices[slice.expiryNumber()] = slice;
        }
    }

    static Smiles of(ChainArrays chain) {
        return new Smiles(chain, VolatilitySurface.of(chain));
    }

    /** Returns a contract's volatility less that of its smile; NaN without either. */
    double residual(int contract) {
        Slice slice = slices[chain.expiryNumbers()[contract]];
        if (slice == null) {
            return Double.NaN;
        }
        double k = Math.log(chain.strikes()[contract] / slice.forward());
        return chain.column(ChainColumn.IMPLIED_VOL)[contract] - slice.smile().volAnnual(k);
    }

    void publish(FeatureVector.Builder out) {
        publishDeviation(out);
        int repaired = 0;
        double misfit = 0;
        for (Slice slice : surface.slices()) {
            boolean clean = slice.outcome() == SviFit.Outcome.FITTED && !slice.raisedForCalendar();
            repaired += clean ? 0 : 1;
            misfit += slice.rootMeanSquareVol();
        }
        int count = surface.slices().size();
        out.setOrMissing(
                Feature.SURFACE_REPAIRED_SHARE, (double) repaired / count, Quality.PARTIAL);
        out.setOrMissing(Feature.SMILE_MISFIT, misfit / count, Quality.PARTIAL);
    }

    /** TPDLF: mids against the prices of the smiles, weighed by open interest. */
    private void publishDeviation(FeatureVector.Builder out) {
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < chain.contractCount(); i++) {
            double bid = chain.column(ChainColumn.BID)[i];
            double ask = chain.column(ChainColumn.ASK)[i];
            double open = chain.column(ChainColumn.OPEN_INTEREST)[i];
            double mid = 0.5 * (bid + ask);
            boolean tight = open > 0 && (ask - bid) / mid < WIDEST_SPREAD;
            double theoretical = tight ? surface.theoreticalPrice(chain, i) : Double.NaN;
            if (theoretical > 0) {
                weighted += open * (mid - theoretical) / theoretical;
                weights += open;
            }
        }
        out.setOrMissing(
                Feature.THEORETICAL_DEVIATION,
                weights > 0 ? weighted / weights : Double.NaN,
                Quality.PARTIAL);
    }
}
