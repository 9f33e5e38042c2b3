package io.huihui.operators.outcomes;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.UnresolvedPrediction;
import io.huihui.models.decision.UnresolvedReason;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.outcome.Baseline;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.Prediction;
import io.huihui.models.outcome.PricePoint;
import io.huihui.models.outcome.ScoringGrid;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * snapshots, predictions => keyBy(symbol) => one outcome per scored prediction and horizon, once
 * the watermark has passed snapshot + horizon + tolerance, so that nothing is used before its time.
 *
 * <pre>
 *   |=> {@link #UNRESOLVED}: predictions that could not be scored, and why
 * </pre>
 */
public final class Outcomes
        extends KeyedCoProcessFunction<String, FeatureSnapshot, Prediction, Outcome> {

    public static final String UID = "outcomes";

    /** Begins the uid of the step that takes predictions off the opinions of an expert. */
    private static final String OPINIONS_UID = "outcome-opinions-";

    /** Of the step that takes predictions off verdicts. */
    public static final String VERDICTS_UID = "outcome-verdicts";

    /** Of the step that picks the snapshots that price something. */
    public static final String PRICES_UID = "outcome-prices";

    public static final OutputTag<UnresolvedPrediction> UNRESOLVED =
            new OutputTag<>("outcomes-unresolved", TypeInformation.of(UnresolvedPrediction.class));

    /**
     * Key: symbol, then grid point. One per ten seconds of the longest horizon, 361 in all. Cleared
     * when its last horizon has been scored.
     */
    static final MapStateDescriptor<Long, OutcomeCell> CELLS =
            new MapStateDescriptor<>(
                    "outcomes-cells", Types.LONG, TypeInformation.of(OutcomeCell.class));

    private static final long serialVersionUID = 1L;

    private static final Horizon[] HORIZONS = Horizon.values();

    private static final Baseline[] BASELINES = Baseline.values();

    private transient MapState<Long, OutcomeCell> cells;
    private transient Counter scored;
    private transient Counter unresolved;
    private transient Counter tooLate;

    public static SingleOutputStreamOperator<Outcome> attach(
            DataStream<FeatureSnapshot> snapshots,
            EnumMap<Expert, ? extends DataStream<ExpertOpinion>> opinions,
            DataStream<Verdict> verdicts) {
        DataStream<Prediction> predictions =
                verdicts.<Prediction>flatMap(
                                (verdict, out) -> {
                                    if (ScoringGrid.isScored(verdict.snapshot())) {
                                        out.collect(Prediction.of(verdict));
                                    }
                                },
                                TypeInformation.of(Prediction.class))
                        .uid(VERDICTS_UID)
                        .name("Predictions of the gate");
        for (Map.Entry<Expert, ? extends DataStream<ExpertOpinion>> each : opinions.entrySet()) {
            predictions = predictions.union(ofExpert(each.getKey(), each.getValue()));
        }
        return snapshots
                .filter(Outcomes::mayPrice)
                .uid(PRICES_UID)
                .name("Snapshots that price outcomes")
                .keyBy(snapshot -> snapshot.id().symbol())
                .connect(predictions.keyBy(prediction -> prediction.snapshot().symbol()))
                .process(new Outcomes())
                .uid(UID)
                .name("Outcomes");
    }

    /** Said where the snapshot is made, as most price nothing and need not travel. */
    private static boolean mayPrice(FeatureSnapshot snapshot) {
        return snapshot.revision() == 0 && ScoringGrid.pointPricedBy(snapshot.id()) >= 0;
    }

    /** Taken off where the opinion is made: one in ten is scored, and less has to travel. */
    private static DataStream<Prediction> ofExpert(
            Expert expert, DataStream<ExpertOpinion> opinions) {
        return opinions.<Prediction>flatMap(
                        (opinion, out) -> {
                            if (ScoringGrid.isScored(opinion.snapshot())) {
                                out.collect(Prediction.of(opinion));
                            }
                        },
                        TypeInformation.of(Prediction.class))
                .uid(OPINIONS_UID + expert.name().toLowerCase(Locale.ROOT))
                .name("Predictions of " + expert);
    }

    @Override
    public void open(OpenContext context) {
        cells = getRuntimeContext().getMapState(CELLS);
        scored = getRuntimeContext().getMetricGroup().counter("scored");
        unresolved = getRuntimeContext().getMetricGroup().counter("unresolved");
        tooLate = getRuntimeContext().getMetricGroup().counter("predictions_after_their_outcome");
    }

    @Override
    public void processElement1(FeatureSnapshot snapshot, Context context, Collector<Outcome> out)
            throws Exception {
        PricePoint price = mayPrice(snapshot) ? PricePoint.of(snapshot) : null;
        if (price == null) {
            return;
        }
        long point = ScoringGrid.pointPricedBy(snapshot.id());
        OutcomeCell cell = cell(point, context);
        if (cell.price() != null) {
            return;
        }
        cell = cell.withPrice(price);
        if (price.exact()) {
            for (Baseline baseline : BASELINES) {
                cell = cell.with(baseline.predict(snapshot, price));
            }
        }
        cells.put(point, cell);
    }

    @Override
    public void processElement2(Prediction prediction, Context context, Collector<Outcome> out)
            throws Exception {
        long point = prediction.snapshot().secondEndMillis();
        if (due(point, HORIZONS[0]) <= context.timerService().currentWatermark()) {
            tooLate.inc();
            return;
        }
        cells.put(point, cell(point, context).with(prediction));
    }

    private OutcomeCell cell(long point, Context context) throws Exception {
        OutcomeCell cell = cells.get(point);
        if (cell != null) {
            return cell;
        }
        for (Horizon horizon : HORIZONS) {
            context.timerService().registerEventTimeTimer(due(point, horizon));
        }
        return OutcomeCell.empty();
    }

    /**
     * When the price at the horizon is known for certain: all snapshots within the tolerance in.
     */
    private static long due(long point, Horizon horizon) {
        return point + horizon.millis() + ScoringGrid.TOLERANCE_MILLIS;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Outcome> out)
            throws Exception {
        for (Horizon horizon : HORIZONS) {
            long point = timestamp - horizon.millis() - ScoringGrid.TOLERANCE_MILLIS;
            OutcomeCell cell = cells.get(point);
            if (cell != null) {
                OutcomeCell later = cells.get(point + horizon.millis());
                PricePoint price = later == null ? null : later.price();
                score(cell, horizon, price, context, out);
                if (horizon == HORIZONS[HORIZONS.length - 1]) {
                    cells.remove(point);
                }
            }
        }
    }

    private void score(
            OutcomeCell cell,
            Horizon horizon,
            PricePoint later,
            Context context,
            Collector<Outcome> out) {
        UnresolvedReason reason = obstacle(cell.price(), horizon, later);
        for (Prediction prediction : cell.predictions()) {
            if (reason == null) {
                scored.inc();
                out.collect(
                        OutcomeScorer.score(
                                prediction,
                                horizon,
                                cell.price(),
                                later.mid(),
                                cell.marketState()));
            } else {
                unresolved.inc();
                context.output(
                        UNRESOLVED,
                        new UnresolvedPrediction(
                                prediction.snapshot(), prediction.predictor(), horizon, reason));
            }
        }
    }

    private static UnresolvedReason obstacle(PricePoint then, Horizon horizon, PricePoint later) {
        if (then == null || !then.exact()) {
            return UnresolvedReason.NO_PRICE_AT_PREDICTION;
        }
        if (Double.isNaN(then.sigma(horizon))) {
            return UnresolvedReason.NO_SIGMA_AT_PREDICTION;
        }
        return later == null ? UnresolvedReason.NO_PRICE_AT_HORIZON : null;
    }
}
