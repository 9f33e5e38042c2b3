package io.huihui.architecture;

import io.huihui.architecture.fixture.calls.WallClockResult;
import io.huihui.architecture.fixture.zerodict.RawPayload;
import io.huihui.architecture.fixture.zerodict.TypedPayload;
import io.huihui.architecture.fixture.zerodict.UntypedPayload;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each rule of the build is shown to fail on a violation planted for it. */
class PlantedViolationsTest {

    private static final String FIXTURES = "io.huihui.architecture.fixture";

    @Test
    void aMapOfObjectsFailsZeroDict() {
        assertThatThrownBy(() -> zeroDict(UntypedPayload.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.util.Map<java.lang.String, java.lang.Object>");
    }

    @Test
    void aRawTypeFailsZeroDict() {
        assertThatThrownBy(() -> zeroDict(RawPayload.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.util.List");
    }

    @Test
    void typedMembersPassZeroDict() {
        zeroDict(TypedPayload.class);
    }

    @Test
    void anOperatorThatSeesAConnectorFailsTheArrows() {
        JavaClasses planted = new ClassFileImporter().importPackages(FIXTURES + ".arrows");

        assertThatThrownBy(
                        () ->
                                Arrows.between(FIXTURES + ".arrows")
                                        .forEach(rule -> rule.check(planted)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("operators may see only models");
    }

    @Test
    void anExpertThatSeesAnotherFails() {
        JavaClasses planted = new ClassFileImporter().importPackages(FIXTURES + ".experts");

        assertThatThrownBy(
                        () ->
                                Arrows.betweenExperts(FIXTURES + ".experts.operators")
                                        .forEach(rule -> rule.check(planted)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("experts meet only in ExpertOpinion");
    }

    @Test
    void aTypeThatNeedsKryoFailsTheGraph() {
        StreamExecutionEnvironment env = strictEnvironment();

        assertThatThrownBy(
                        () ->
                                env.fromData(List.of(new NeedsKryo(Duration.ofSeconds(1))))
                                        .uid("planted-source")
                                        .map(value -> value)
                                        .returns(NeedsKryo.class)
                                        .uid("planted-map")
                                        .sinkTo(new DiscardingSink<>())
                                        .uid("planted-sink"))
                .hasStackTraceContaining("Generic types have been disabled");
    }

    @Test
    void anOperatorWithoutUidFailsTheGraph() {
        StreamExecutionEnvironment env = strictEnvironment();
        env.fromData(1, 2, 3)
                .uid("planted-source")
                .map(value -> value + 1)
                .name("No uid")
                .sinkTo(new DiscardingSink<>())
                .uid("planted-sink");

        assertThatThrownBy(() -> env.getStreamGraph().getJobGraph())
                .hasStackTraceContaining("Auto generated UIDs have been disabled");
    }

    @Test
    void aWallClockInAResultIsAForbiddenCall() throws Exception {
        assertThat(ForbiddenCalls.in(WallClockResult.class))
                .anyMatch(line -> line.contains("java.lang.System#currentTimeMillis()"));
    }

    private static void zeroDict(Class<?> fixture) {
        classes().should(new ZeroDict()).check(new ClassFileImporter().importClasses(fixture));
    }

    private static StreamExecutionEnvironment strictEnvironment() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    /** Planted: a record with a component that Flink can store only through Kryo. */
    public record NeedsKryo(Duration duration) {}
}
