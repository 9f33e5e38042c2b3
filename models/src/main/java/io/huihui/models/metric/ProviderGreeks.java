package io.huihui.models.metric;

import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Greek;
import io.huihui.models.feature.GreekFit;
import io.huihui.models.feature.ProviderUnits;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units of the greeks that providers send, found on the first chain of each provider. Metrics
 * never use those greeks, all are recomputed; but a provider whose greeks are no multiple of ours
 * has wrong contracts, prices or times too, so its chains are refused until the next day.
 */
final class ProviderGreeks implements BinaryState {

    private static final int VERSION = 1;
    private static final double LEAST_R_SQUARED = 0.98;

    /** More providers of one symbol than this are not watched. */
    private static final int MOST_PROVIDERS = 16;

    private static final Greek[] GREEKS = Greek.values();

    /** By provider: least R squared, and the unit factors by greek (NaN where not sent). */
    private final Map<String, double[]> judged = new TreeMap<>();

    /** Slices of this second from providers that have not been judged. */
    private final List<ChainSlice> waiting = new ArrayList<>();

    /** Begins a New York date: refused providers get another chance. */
    void startDay() {
        judged.values().removeIf(units -> units[0] < LEAST_R_SQUARED);
    }

    boolean isRefused(String provider) {
        double[] units = judged.get(provider);
        return units != null && units[0] < LEAST_R_SQUARED;
    }

    /** Takes a slice of the second if its provider is still to be judged. */
    void offer(ChainSlice slice) {
        if (judged.size() < MOST_PROVIDERS
                && !judged.containsKey(slice.source())
                && slice.rows().stream().anyMatch(ProviderGreeks::hasGreeks)) {
            waiting.add(slice);
        }
    }

    private static boolean hasGreeks(ContractRow row) {
        for (Greek greek : GREEKS) {
            if (UnitFit.theirs(greek, row) != null) {
                return true;
            }
        }
        return false;
    }

    /** Lets the slices of a second go that could not be compared; the next ones will be. */
    void forget() {
        waiting.clear();
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Judges the providers of this second's slices by the chain just analysed. */
    List<ProviderUnits> judge(SnapshotId id, ChainBook chain) {
        Map<String, List<ContractRow>> rows = new TreeMap<>();
        for (ChainSlice slice : waiting) {
            rows.computeIfAbsent(slice.source(), s -> new ArrayList<>()).addAll(slice.rows());
        }
        waiting.clear();
        List<ProviderUnits> results = new ArrayList<>();
        for (Map.Entry<String, List<ContractRow>> provider : rows.entrySet()) {
            ProviderUnits units = judge(id, provider.getKey(), provider.getValue(), chain);
            if (units != null) {
                results.add(units);
            }
        }
        return results;
    }

    private ProviderUnits judge(
            SnapshotId id, String provider, List<ContractRow> rows, ChainBook chain) {
        List<GreekFit> fits = new ArrayList<>();
        GreekFit worst = null;
        double[] units = new double[1 + GREEKS.length];
        for (Greek greek : GREEKS) {
            GreekFit fit = UnitFit.of(greek, rows, chain);
            units[1 + greek.ordinal()] = fit == null ? Double.NaN : fit.factor();
            if (fit != null) {
                fits.add(fit);
                worst = worst == null || fit.rSquared() < worst.rSquared() ? fit : worst;
            }
        }
        if (worst == null) {
            return null; // too few contracts; the next chain is judged
        }
        units[0] = worst.rSquared();
        judged.put(provider, units);
        return new ProviderUnits(id, provider, fits, refusal(provider, worst));
    }

    private static String refusal(String provider, GreekFit worst) {
        if (worst.rSquared() >= LEAST_R_SQUARED) {
            return null;
        }
        return "need greeks that are a multiple of the recomputed ones (R squared >= "
                + LEAST_R_SQUARED
                + "), was "
                + worst.rSquared()
                + " for "
                + worst.greek()
                + " of "
                + worst.contracts()
                + " contracts of "
                + provider
                + "; its chains of this symbol are refused until the next day: check prices, times"
                + " and contracts of this feed";
    }

    /** Returns the unit of a provider's greek in ours; NaN when it was never compared. */
    double factor(String provider, Greek greek) {
        double[] units = judged.get(provider);
        return units == null ? Double.NaN : units[1 + greek.ordinal()];
    }

    void publish(FeatureVector.Builder out) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] units : judged.values()) {
            least = Math.min(least, units[0]);
        }
        if (Double.isFinite(least)) {
            out.set(Feature.PROVIDER_GREEK_FIT, least);
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeByte(judged.size());
        for (Map.Entry<String, double[]> provider : judged.entrySet()) {
            out.writeUTF(provider.getKey());
            StateArrays.write(out, provider.getValue(), provider.getValue().length);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "provider-greeks");
        judged.clear();
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            judged.put(in.readUTF(), StateArrays.readDoubles(in));
        }
    }
}
