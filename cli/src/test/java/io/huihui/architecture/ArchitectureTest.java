package io.huihui.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The shape of the whole project, held against its class files. */
class ArchitectureTest {

    private static final String ROOT = "io.huihui";

    private static JavaClasses production;

    @BeforeAll
    static void importProduction() {
        production =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        // Fixtures that modules lend each other.
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages(ROOT);
    }

    @Test
    void modulesSeeOnlyWhatTheirArrowsAllow() {
        Arrows.between(ROOT).forEach(rule -> rule.check(production));
    }

    @Test
    void expertsNeverSeeEachOtherOrTheGate() {
        Arrows.betweenExperts(ROOT + ".operators").forEach(rule -> rule.check(production));
        Arrows.betweenExperts(ROOT + ".models.expert").forEach(rule -> rule.check(production));
    }

    @Test
    @Tag("defect-6")
    void nothingIsUntyped() {
        classes().that().resideInAPackage(ROOT + "..").should(new ZeroDict()).check(production);
    }

    @Test
    void modelsSeeFlinkOnlyForSerialization() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".models..")
                .and()
                .resideOutsideOfPackage(ROOT + ".models.serialization..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .allowEmptyShould(true)
                .because(
                        "the mathematics runs without Flink; @TypeInfo on a record is the exception")
                .check(production.that(NotOnlyTypeInfo.PREDICATE));
    }

    @Test
    void operatorsSeeNoConnectorOfFlink() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".operators..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink.connector.kafka..", "org.apache.kafka..")
                .check(production);
    }

    @Test
    void onlyTheEvaluationReadsTheTruth() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".simulator.truth..", ROOT + ".benchmarks.evaluate..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".simulator.truth.TruthReader")
                .because("a model that can read the truth proves nothing")
                .check(production);
    }
}
