package io.huihui.models.expert;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.InputQuality;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.Quality;
import io.huihui.models.feature.SnapshotId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An expert's last opinion, said again of a later snapshot because there is none of that. */
public final class StaleOpinion {

    /** Name among the input qualities: the opinion itself is what is STALE. */
    public static final String INPUT = "opinion";

    /** Name of what staleness takes from ln(up / down), among the contributions. */
    private static final String STALENESS = "STALENESS";

    private static final double HALF = 0.5;

    private StaleOpinion() {}

    /**
     * Returns the opinion for a later snapshot: half of its confidence, and theses half way to
     * those of someone who knows nothing, so that whoever adds evidence up takes half of it.
     *
     * @param last an opinion that did not abstain
     */
    public static ExpertOpinion of(ExpertOpinion last, SnapshotId snapshot) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(halved(last.thesis(horizon)));
        }
        List<InputQuality> quality = new ArrayList<>(last.inputQuality());
        quality.add(new InputQuality(INPUT, Quality.STALE));
        return new ExpertOpinion(
                snapshot,
                last.expert(),
                theses,
                last.volatility(),
                HALF * last.confidence(),
                contributions(last, theses.get(Horizon.MINUTES_15.ordinal())),
                quality,
                last.modelVersion(),
                false,
                null,
                last.regime(),
                last.flow(),
                last.sentiment());
    }

    /** Whether an opinion is another one said again. */
    public static boolean is(ExpertOpinion opinion) {
        return opinion.inputQuality().contains(new InputQuality(INPUT, Quality.STALE));
    }

    private static Thesis halved(Thesis said) {
        Thesis nothing = Thesis.uniform(said.horizon());
        return new Thesis(
                said.horizon(),
                HALF * (said.up() + nothing.up()),
                HALF * (said.down() + nothing.down()),
                HALF * (said.flat() + nothing.flat()));
    }

    private static List<Contribution> contributions(ExpertOpinion last, Thesis now) {
        double taken = logRatio(now) - logRatio(last.thesis(Horizon.MINUTES_15));
        if (taken == 0 || !Double.isFinite(taken)) {
            return last.contributions();
        }
        List<Contribution> all = new ArrayList<>(last.contributions());
        all.add(new Contribution(STALENESS, taken));
        all.sort(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())));
        return all;
    }

    private static double logRatio(Thesis thesis) {
        return Math.log(thesis.up() / thesis.down());
    }
}
