package io.huihui.models.registry;

import io.huihui.models.Require;
import io.huihui.models.decision.Expert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every feature that experts borrow from one another, found to fit before anything runs: each is
 * given by its producer and of use to its consumers, as the same type in the same unit, and nobody
 * borrows from somebody who waits for him.
 */
public final class FeatureRegistry {

    private final List<FeatureDeclaration> declared;

    private FeatureRegistry(List<FeatureDeclaration> declared) {
        this.declared = declared;
    }

    /**
     * Returns the registry of these declarations.
     *
     * @param given what experts can give
     * @param taken what experts know what to do with
     * @throws io.huihui.models.InvalidRecordException with one sentence when they do not fit
     */
    public static FeatureRegistry of(
            List<FeatureDeclaration> declared, List<FeatureEnd> given, List<FeatureEnd> taken) {
        Set<String> names = new TreeSet<>();
        for (FeatureDeclaration each : declared) {
            Require.that(
                    names.add(each.name()),
                    "each borrowed feature declared once",
                    "`" + each.name() + "` twice");
        }
        checkCycles(declared);
        for (FeatureDeclaration each : declared) {
            checkEnd(each, each.producer(), given, "gives");
            for (Expert consumer : each.consumers()) {
                checkEnd(each, consumer, taken, "takes");
            }
        }
        return new FeatureRegistry(List.copyOf(declared));
    }

    private static void checkEnd(
            FeatureDeclaration declared, Expert expert, List<FeatureEnd> ends, String verb) {
        FeatureEnd end = null;
        Set<String> known = new TreeSet<>();
        for (FeatureEnd each : ends) {
            if (each.expert() == expert) {
                known.add(each.name());
                end = each.name().equals(declared.name()) ? each : end;
            }
        }
        if (end == null) {
            throw Require.violated(
                    "a feature that the expert " + expert + " " + verb + ", one of " + known,
                    "`" + declared.name() + "`");
        }
        checkSame(declared, expert, verb, "type", FeatureDeclaration::type, end.type());
        checkSame(declared, expert, verb, "unit", FeatureDeclaration::unit, end.unit());
    }

    private static <T> void checkSame(
            FeatureDeclaration declared,
            Expert expert,
            String verb,
            String what,
            Function<FeatureDeclaration, T> part,
            T needed) {
        Require.that(
                part.apply(declared).equals(needed),
                what
                        + " "
                        + needed
                        + " of `"
                        + declared.name()
                        + "`, as the expert "
                        + expert
                        + " "
                        + verb
                        + " it",
                () -> what + " " + part.apply(declared));
    }

    /** Who reads of another waits for him; nobody may wait for himself by way of others. */
    private static void checkCycles(List<FeatureDeclaration> declared) {
        Map<Expert, Set<Expert>> readers = new EnumMap<>(Expert.class);
        for (FeatureDeclaration each : declared) {
            readers.computeIfAbsent(each.producer(), producer -> EnumSet.noneOf(Expert.class))
                    .addAll(each.consumers());
        }
        for (Expert expert : Expert.values()) {
            List<Expert> path = new ArrayList<>(List.of(expert));
            if (leadsTo(expert, expert, readers, EnumSet.noneOf(Expert.class), path)) {
                throw Require.violated(
                        "experts that do not borrow in a circle",
                        String.join(" -> ", path.stream().map(Expert::name).toList()));
            }
        }
    }

    private static boolean leadsTo(
            Expert from,
            Expert to,
            Map<Expert, Set<Expert>> readers,
            Set<Expert> seen,
            List<Expert> path) {
        for (Expert reader : readers.getOrDefault(from, Set.of())) {
            path.add(reader);
            if (reader == to || (seen.add(reader) && leadsTo(reader, to, readers, seen, path))) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    /** Returns every declaration, in the order in which they were declared. */
    public List<FeatureDeclaration> all() {
        return declared;
    }

    /** Returns what an expert reads of others. */
    public List<FeatureDeclaration> readBy(Expert consumer) {
        return declared.stream().filter(each -> each.consumers().contains(consumer)).toList();
    }

    /** Returns what somebody reads of an expert. */
    public List<FeatureDeclaration> readOf(Expert producer) {
        return declared.stream()
                .filter(each -> each.producer() == producer && !each.consumers().isEmpty())
                .toList();
    }
}
