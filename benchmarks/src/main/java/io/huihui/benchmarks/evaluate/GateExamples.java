package io.huihui.benchmarks.evaluate;

import io.huihui.models.Require;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.network.GateRows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What the gating network looked at and what happened then, in the order of time. */
final class GateExamples {

    /** One example in half a minute: nearer ones look at almost the same path. */
    private static final long STEP_MILLIS = 30_000;

    private static final int FIT_QUARTERS = 3;
    private static final int QUARTERS = 4;

    /** An outcome is known no later than this. */
    private static final long LONGEST_MILLIS =
            Horizon.values()[Horizon.values().length - 1].millis();

    private final List<Example> examples = new ArrayList<>();

    private record Example(GatePipeline.Looked looked, List<Integer> happened) {

        void addTo(GateRows rows) {
            rows.add(
                    looked.inputs().stream().mapToDouble(v -> v).toArray(),
                    looked.kept().stream().mapToDouble(v -> v).toArray(),
                    happened.stream().mapToInt(v -> v).toArray());
        }
    }

    /** Two sets of examples that have no time in common. */
    record Split(GateRows fit, GateRows held) {}

    void add(Collection<GatePipeline> pipelines) {
        pipelines.forEach(this::add);
    }

    private void add(GatePipeline pipeline) {
        for (GatePipeline.Looked looked : pipeline.looked()) {
            if (looked.secondEndMillis() % STEP_MILLIS != 0) {
                continue;
            }
            List<Integer> happened = new ArrayList<>();
            boolean known = false;
            for (Horizon horizon : Horizon.values()) {
                Direction realized = pipeline.log().realized(looked.secondEndMillis(), horizon);
                happened.add(realized == null ? GateRows.UNKNOWN : realized.ordinal());
                known |= realized != null;
            }
            if (known) {
                examples.add(new Example(looked, List.copyOf(happened)));
            }
        }
    }

    int size() {
        return examples.size();
    }

    void addTo(GateRows rows) {
        examples.forEach(example -> example.addTo(rows));
    }

    /**
     * Splits where three quarters are over; those before whose outcome would reach across are left
     * out (purged; Lopez de Prado, "Advances in Financial Machine Learning", 2018, section 7.4.1).
     */
    Split byTime() {
        Require.that(
                examples.size() >= QUARTERS,
                "seconds with prices 15 minutes later: a tape of at least an hour",
                examples.size() + " such seconds");
        examples.sort(Comparator.comparingLong(example -> example.looked().secondEndMillis()));
        long border =
                examples.get(examples.size() * FIT_QUARTERS / QUARTERS).looked().secondEndMillis();
        GateRows fit = new GateRows();
        GateRows held = new GateRows();
        for (Example example : examples) {
            long second = example.looked().secondEndMillis();
            if (second >= border) {
                example.addTo(held);
            } else if (second + LONGEST_MILLIS <= border) {
                example.addTo(fit);
            }
        }
        Require.that(
                fit.size() > 0,
                "more than an hour before the last quarter of the tapes, to learn from",
                "nothing whose outcome was known before that");
        return new Split(fit, held);
    }
}
