package io.huihui.models.explanation;

import io.huihui.models.ThreeDecimals;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Explains verdicts and directives by a template: the parts always sum to the score. */
public final class Explainer {

    public static final String WRITTEN_BY = "template/1";

    /** More reasons than this are a list, no explanation; the numbers have them all. */
    private static final int MOST_REASONS = 5;

    /** Below this a rest is the rounding of a sum, and no reason. */
    private static final double ROUNDING = 1e-12;

    private Explainer() {}

    /**
     * Returns why a verdict leans as it does at 15 minutes: ln(up / down) by expert. The mean of
     * equally weighted experts splits exactly; what another gate leaves over stands under its name.
     */
    public static Explanation explain(Verdict verdict) {
        Thesis thesis = verdict.thesis(Horizon.MINUTES_15);
        boolean finite = thesis.up() > 0 && thesis.down() > 0;
        double score =
                finite ? Math.log(thesis.up() / thesis.down()) : sum(verdict.contributions());
        List<Contribution> parts = withRest(verdict.contributions(), score, verdict.gateVersion());
        String text =
                "At 15 minutes up "
                        + ThreeDecimals.of(thesis.up())
                        + ", down "
                        + ThreeDecimals.of(thesis.down())
                        + ", flat "
                        + ThreeDecimals.of(thesis.flat())
                        + "; agreement "
                        + ThreeDecimals.of(verdict.agreement())
                        + ". "
                        + reasons(parts);
        return new Explanation(
                verdict.snapshot().text() + "/verdict/" + verdict.gateVersion(),
                verdict.snapshot(),
                0,
                parts,
                score,
                text,
                WRITTEN_BY);
    }

    /** Returns why a directive is as it is: the log-odds of its thesis by reason. */
    public static Explanation explain(Directive directive) {
        double score =
                directive.probability() == null
                        ? 0
                        : Math.log(directive.probability() / (1 - directive.probability()));
        List<Contribution> parts = withRest(directive.rationale(), score, "ROUNDING");
        return new Explanation(
                directive.id(),
                directive.snapshot(),
                0,
                parts,
                score,
                directive.action() + ": " + directive.reason() + ". " + reasons(parts),
                WRITTEN_BY);
    }

    private static double sum(List<Contribution> parts) {
        return parts.stream().mapToDouble(Contribution::value).sum();
    }

    private static List<Contribution> withRest(
            List<Contribution> parts, double score, String name) {
        double rest = score - sum(parts);
        if (Math.abs(rest) <= ROUNDING) {
            return parts;
        }
        List<Contribution> all = new ArrayList<>(parts);
        all.add(new Contribution(name, rest));
        return all;
    }

    /** The largest first. */
    private static String reasons(List<Contribution> parts) {
        if (parts.isEmpty()) {
            return "Nothing speaks for either side.";
        }
        List<Contribution> largest = new ArrayList<>(parts);
        largest.sort(
                Comparator.comparingDouble((Contribution part) -> -Math.abs(part.value()))
                        .thenComparing(Contribution::input));
        List<String> words = new ArrayList<>();
        for (Contribution part : largest.subList(0, Math.min(MOST_REASONS, largest.size()))) {
            words.add(part.input() + " " + ThreeDecimals.signed(part.value()));
        }
        return "Log-odds: " + String.join(", ", words) + ".";
    }
}
