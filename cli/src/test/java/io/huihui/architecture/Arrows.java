package io.huihui.architecture;

import com.tngtech.archunit.lang.ArchRule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The arrows that may exist between modules, as rules over a root package. */
final class Arrows {

    /** A module and the modules it may see. */
    private record Arrow(String from, List<String> to) {
        Arrow(String from, String... to) {
            this(from, List.of(to));
        }
    }

    private static final List<Arrow> ALLOWED =
            List.of(
                    new Arrow("models"),
                    new Arrow("schemas"),
                    new Arrow("stack"),
                    new Arrow("operators", "models"),
                    new Arrow("connectors", "models", "schemas"),
                    new Arrow("simulator", "models"),
                    new Arrow("text", "models"),
                    new Arrow("network", "models"),
                    new Arrow("agents", "models", "connectors"),
                    new Arrow("console", "models", "connectors"),
                    new Arrow("jobs", "models", "operators", "connectors", "network"),
                    new Arrow(
                            "benchmarks",
                            "models",
                            "operators",
                            "connectors",
                            "agents",
                            "text",
                            "network",
                            "jobs",
                            "simulator",
                            "stack"));

    private static final List<String> EXPERTS = List.of("regime", "flow", "sentiment");

    private Arrows() {}

    /** Returns one rule per module: it sees only the modules that its arrows allow. */
    static List<ArchRule> between(String root) {
        return ALLOWED.stream().map(arrow -> rule(root, arrow)).toList();
    }

    private static ArchRule rule(String root, Arrow arrow) {
        String[] allowed =
                Stream.concat(Stream.of(arrow.from()), arrow.to().stream())
                        .map(module -> root + "." + module + "..")
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(allowed[0])
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed).or(resideOutsideOfPackage(root + "..")))
                .allowEmptyShould(true)
                .because(
                        arrow.from()
                                + " may see only "
                                + String.join(", ", arrow.to())
                                + " (docs/decisions/0001)");
    }

    /** Returns the rule that experts meet only in ExpertOpinion: none sees another, or the gate. */
    static List<ArchRule> betweenExperts(String layer) {
        List<ArchRule> rules = new ArrayList<>();
        for (String expert : EXPERTS) {
            rules.add(
                    noClasses()
                            .that()
                            .resideInAPackage(layer + "." + expert + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others(layer, expert))
                            .allowEmptyShould(true)
                            .because("experts meet only in ExpertOpinion"));
        }
        return rules;
    }

    private static String[] others(String layer, String expert) {
        return Stream.concat(EXPERTS.stream(), Stream.of("gating"))
                .filter(other -> !other.equals(expert))
                .map(other -> layer + "." + other + "..")
                .toArray(String[]::new);
    }
}
