package io.huihui.models.explanation;

import io.huihui.models.Sha256;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.ConflictView;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Settles conflicts by one rule: the views, each counted by its confidence, have to prefer one
 * direction clearly; else nothing is expected to happen. The same conflict always gives the same
 * resolution, and its hash tells whether two conflicts were the same.
 */
public final class ConflictResolver {

    public static final String RULE = "confidence-weighted-pool/1";

    /** Lead in pooled probability below which no direction prevails. */
    private static final double LEAST_LEAD = 0.05;

    /** Reasons cited from each expert who dissents. */
    private static final int MOST_EVIDENCE = 3;

    private static final Direction[] DIRECTIONS = Direction.values();

    private ConflictResolver() {}

    /** Returns the resolution of a conflict. */
    public static Resolution resolve(ConflictRecord conflict) {
        Direction decision = decide(conflict);
        List<Expert> dissent = new ArrayList<>();
        List<Contribution> counterEvidence = new ArrayList<>();
        for (ConflictView view : conflict.views()) {
            if (view.thesis().likeliest() != decision) {
                dissent.add(view.expert());
                counterEvidence.addAll(strongest(view));
            }
        }
        String inputsHash = inputsHash(conflict);
        return new Resolution(
                conflict.id(),
                conflict.snapshot(),
                decision,
                RULE,
                counterEvidence,
                dissent,
                text(conflict, decision, dissent),
                inputsHash,
                conflict.views(),
                decisionHash(inputsHash, decision, dissent, counterEvidence),
                Wording.TEMPLATE);
    }

    /**
     * Returns what is wrong with somebody's resolution of a conflict: settled anew, it has to come
     * out the same but for its words, and these may not claim more than is known.
     */
    public static Optional<String> complaint(ConflictRecord conflict, Resolution given) {
        Resolution own = resolve(conflict);
        boolean template = given.wording() == Wording.TEMPLATE;
        if (!given.equals(template ? own : own.reworded(given.text()))) {
            return Optional.of(
                    "need the decision "
                            + own.decision()
                            + " with hash "
                            + own.decisionHash()
                            + " of conflict "
                            + conflict.id()
                            + ", was "
                            + given.decision()
                            + " with hash "
                            + given.decisionHash());
        }
        return template ? Optional.empty() : WordingCheck.complaint(own, given.text());
    }

    /**
     * Returns the resolution as a sum: by how much each expert moved the decision ahead of, or
     * behind, the strongest other direction.
     */
    public static Explanation explain(ConflictRecord conflict) {
        Direction decision = decide(conflict);
        Direction other = strongestOther(conflict, decision);
        double total = totalConfidence(conflict);
        List<Contribution> parts = new ArrayList<>();
        double lead = 0;
        for (ConflictView view : conflict.views()) {
            double part =
                    share(view, conflict, total)
                            * (view.thesis().probability(decision)
                                    - view.thesis().probability(other));
            parts.add(new Contribution(view.expert().name(), part));
            lead += part;
        }
        return new Explanation(
                conflict.id(),
                conflict.snapshot(),
                0,
                parts,
                lead,
                String.format(
                        Locale.ROOT, "%s leads %s by %.3f in the pool.", decision, other, lead),
                RULE);
    }

    private static Direction decide(ConflictRecord conflict) {
        Direction first = strongestOther(conflict, null);
        Direction second = strongestOther(conflict, first);
        double lead = pooled(conflict, first) - pooled(conflict, second);
        return lead >= LEAST_LEAD ? first : Direction.FLAT;
    }

    /** Of equals FLAT, so that neither side is favoured. */
    private static Direction strongestOther(ConflictRecord conflict, Direction than) {
        Direction best = than == Direction.FLAT ? null : Direction.FLAT;
        for (Direction direction : DIRECTIONS) {
            if (direction != than
                    && (best == null || pooled(conflict, direction) > pooled(conflict, best))) {
                best = direction;
            }
        }
        return best;
    }

    private static double pooled(ConflictRecord conflict, Direction direction) {
        double total = totalConfidence(conflict);
        double sum = 0;
        for (ConflictView view : conflict.views()) {
            sum += share(view, conflict, total) * view.thesis().probability(direction);
        }
        return sum;
    }

    private static double totalConfidence(ConflictRecord conflict) {
        return conflict.views().stream().mapToDouble(ConflictView::confidence).sum();
    }

    private static double share(ConflictView view, ConflictRecord conflict, double total) {
        return total > 0 ? view.confidence() / total : 1.0 / conflict.views().size();
    }

    private static List<Contribution> strongest(ConflictView view) {
        List<Contribution> evidence = new ArrayList<>(view.evidence());
        evidence.sort(
                Comparator.comparingDouble((Contribution part) -> -Math.abs(part.value()))
                        .thenComparing(Contribution::input));
        List<Contribution> cited = new ArrayList<>();
        for (Contribution part : evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size()))) {
            cited.add(new Contribution(view.expert() + "." + part.input(), part.value()));
        }
        return cited;
    }

    private static String text(ConflictRecord conflict, Direction decision, List<Expert> dissent) {
        StringBuilder text = new StringBuilder();
        for (ConflictView view : conflict.views()) {
            Direction says = view.thesis().likeliest();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s says %s with %.3f. ",
                            view.expert(),
                            says,
                            view.thesis().probability(says)));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "Counted by confidence %s has %.3f; agreement %.3f. Decision %s",
                        decision,
                        pooled(conflict, decision),
                        conflict.agreement(),
                        decision));
        text.append(dissent.isEmpty() ? ", nobody dissents." : ", against " + dissent + ".");
        return text.length() <= Resolution.LONGEST_TEXT
                ? text.toString()
                : text.substring(0, Resolution.LONGEST_TEXT);
    }

    /** Returns the SHA-256 of all that the decision follows from, numbers to the last bit. */
    private static String inputsHash(ConflictRecord conflict) {
        StringBuilder canonical = new StringBuilder(RULE).append('\n').append(conflict.id());
        canonical.append('\n').append(Double.toHexString(conflict.agreement()));
        for (ConflictView view : conflict.views()) {
            canonical.append('\n').append(view.expert()).append(' ').append(view.opinionId());
            canonical.append(' ').append(Double.toHexString(view.confidence()));
            for (Direction direction : DIRECTIONS) {
                canonical
                        .append(' ')
                        .append(Double.toHexString(view.thesis().probability(direction)));
            }
            for (Contribution part : view.evidence()) {
                append(canonical, part);
            }
        }
        return Sha256.hex(canonical);
    }

    private static String decisionHash(
            String inputsHash,
            Direction decision,
            List<Expert> dissent,
            List<Contribution> counterEvidence) {
        StringBuilder canonical = new StringBuilder(inputsHash).append('\n').append(decision);
        canonical.append('\n').append(dissent);
        for (Contribution part : counterEvidence) {
            append(canonical, part);
        }
        return Sha256.hex(canonical);
    }

    private static void append(StringBuilder canonical, Contribution part) {
        canonical.append(' ').append(part.input()).append('=');
        canonical.append(Double.toHexString(part.value()));
    }
}
