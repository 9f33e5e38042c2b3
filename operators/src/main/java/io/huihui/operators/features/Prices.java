package io.huihui.operators.features;

import io.huihui.models.expert.regime.correlation.SymbolPrice;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * first-published snapshots => mids, for who needs nothing else: they are taken off where the
 * snapshot is made, as a whole one would have to travel.
 */
public final class Prices {

    /** Named for whom they were for at first. */
    public static final String UID = "correlations-prices";

    private Prices() {}

    public static SingleOutputStreamOperator<SymbolPrice> attach(
            DataStream<FeatureSnapshot> snapshots) {
        return snapshots
                .<SymbolPrice>flatMap(
                        (snapshot, out) -> {
                            SymbolPrice price = of(snapshot);
                            if (price != null) {
                                out.collect(price);
                            }
                        },
                        TypeInformation.of(SymbolPrice.class))
                .uid(UID)
                .name("Prices");
    }

    /** Returns the mid of a snapshot; null when it has none, or is a correction. */
    static SymbolPrice of(FeatureSnapshot snapshot) {
        double mid = snapshot.features().orNaN(Feature.MID);
        return snapshot.revision() == 0 && mid > 0
                ? new SymbolPrice(snapshot.id().symbol(), snapshot.id().secondEndMillis(), mid)
                : null;
    }
}
