package io.huihui.benchmarks.evaluate.conflict;

import io.huihui.agents.ModelRewording;
import io.huihui.agents.Rewording;
import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.connectors.codec.UndecodableException;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.ConflictRecord;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Resolution;
import io.huihui.models.decision.Wording;
import io.huihui.models.explanation.ConflictResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether every conflict is settled with a whole trace, by a decision that anybody can come to
 * again, whether a language model finds the words, is slow, lies, or is not there.
 */
public final class ConflictSuite implements Suite {

    /** Twenty seeds make a thousand conflicts. */
    private static final int CONFLICTS = 50;

    /** How far contributions may miss their sum. */
    private static final double TOLERANCE = 1e-6;

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Shorter than the slow model needs, and than a test should last. */
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(100);

    @Override
    public String name() {
        return "conflict";
    }

    @Override
    public String question() {
        return "Are conflicts settled whole, and the same whoever finds the words?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Double> complete = new ArrayList<>();
        List<Double> reexecuted = new ArrayList<>();
        List<Double> same = new ArrayList<>();
        List<Double> reworded = new ArrayList<>();
        List<Double> lies = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            List<ConflictRecord> conflicts = PlantedConflicts.of(seed, CONFLICTS);
            List<Resolution> off = settled(conflicts, List.of(Rewording.NONE));
            List<Resolution> good = by(ModelStub.Manner.GOOD, conflicts);
            List<Resolution> slow = by(ModelStub.Manner.SLOW, conflicts);
            List<Resolution> lying = by(ModelStub.Manner.LYING, conflicts);
            complete.add(share(conflicts, off, ConflictSuite::isComplete));
            reexecuted.add(
                    share(conflicts, good, ConflictSuite::comesOutAgain)
                            * share(conflicts, off, ConflictSuite::comesOutAgain));
            same.add(
                    (share(off, good, ConflictSuite::sameDecision)
                                    + share(off, slow, ConflictSuite::sameDecision)
                                    + share(off, lying, ConflictSuite::sameDecision))
                            / 3);
            reworded.add(share(off, good, (before, after) -> isReworded(after)));
            lies.add(share(off, lying, (before, after) -> isReworded(after)));
            progress.say("seed " + seed + ": " + CONFLICTS + " conflicts, four ways");
        }
        Metric completes = Bootstrap.metric("complete_share", complete, null, "share");
        Metric again = Bootstrap.metric("reexecuted_share", reexecuted, null, "share");
        Metric sames = Bootstrap.metric("same_decision_share", same, null, "share");
        Metric words = Bootstrap.metric("reworded_share", reworded, null, "share");
        Metric lied = Bootstrap.metric("lies_accepted_share", lies, null, "share");
        boolean pass =
                completes.low() == 1
                        && again.low() == 1
                        && sames.low() == 1
                        && words.low() == 1
                        && lied.high() == 0;
        return new Bench.Result(List.of(completes, again, sames, words), List.of(lied), pass);
    }

    private interface Check<A> {
        boolean holds(A before, Resolution after);
    }

    private static <A> double share(List<A> before, List<Resolution> after, Check<A> check) {
        int holds = 0;
        for (int i = 0; i < before.size(); i++) {
            holds += check.holds(before.get(i), after.get(i)) ? 1 : 0;
        }
        return holds / (double) before.size();
    }

    /** One client for all but the liar, which a breaker would leave alone after a few lies. */
    private static List<Resolution> by(ModelStub.Manner manner, List<ConflictRecord> conflicts) {
        Duration deadline = manner == ModelStub.Manner.SLOW ? SHORT_DEADLINE : DEADLINE;
        int clients = manner == ModelStub.Manner.LYING ? conflicts.size() : 1;
        List<Rewording> rewordings = new ArrayList<>();
        try (ModelStub stub = new ModelStub(manner)) {
            for (int i = 0; i < clients; i++) {
                rewordings.add(new ModelRewording(stub.client(deadline), deadline));
            }
            List<Resolution> settled = settled(conflicts, rewordings);
            if (stub.asked() == 0) {
                throw new IllegalStateException("need questions to the model, were none");
            }
            return settled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            rewordings.forEach(Rewording::close);
        }
    }

    /** As the agents' function does it, through the bytes of both topics. */
    private static List<Resolution> settled(
            List<ConflictRecord> conflicts, List<Rewording> rewordings) {
        List<Resolution> settled = new ArrayList<>();
        try {
            for (int i = 0; i < conflicts.size(); i++) {
                byte[] sent = Topics.CONFLICTS.newCodec().encode(conflicts.get(i));
                Resolution own = ConflictResolver.resolve(Topics.CONFLICTS.newCodec().decode(sent));
                Resolution words = rewordings.get(i % rewordings.size()).reword(own).join();
                byte[] answered = Topics.RESOLUTIONS.newCodec().encode(words);
                settled.add(Topics.RESOLUTIONS.newCodec().decode(answered));
            }
        } catch (UndecodableException e) {
            throw new IllegalStateException("need the bytes we wrote, " + e.getMessage(), e);
        }
        return settled;
    }

    private static boolean isComplete(ConflictRecord conflict, Resolution resolution) {
        Explanation explanation = ConflictResolver.explain(conflict);
        double sum = explanation.contributions().stream().mapToDouble(Contribution::value).sum();
        List<String> known = new ArrayList<>();
        conflict.views()
                .forEach(
                        view ->
                                view.evidence()
                                        .forEach(
                                                part ->
                                                        known.add(
                                                                view.expert()
                                                                        + "."
                                                                        + part.input())));
        return resolution.conflictId().equals(conflict.id())
                && resolution.snapshot().equals(conflict.snapshot())
                && resolution.views().equals(conflict.views())
                && resolution.views().stream().allMatch(view -> view.opinionId() != null)
                && resolution.counterEvidence().stream()
                        .allMatch(part -> known.contains(part.input()))
                && resolution.decisionHash() != null
                && Math.abs(sum - explanation.score()) <= TOLERANCE;
    }

    private static boolean comesOutAgain(ConflictRecord conflict, Resolution resolution) {
        return ConflictResolver.complaint(conflict, resolution).isEmpty();
    }

    private static boolean sameDecision(Resolution one, Resolution other) {
        return one.decisionHash().equals(other.decisionHash())
                && one.decision() == other.decision();
    }

    private static boolean isReworded(Resolution resolution) {
        return resolution.wording() == Wording.LANGUAGE_MODEL;
    }
}
