package io.huihui.agents;

import io.huihui.connectors.topic.Topics;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.strategy.EntryInput;
import io.huihui.models.strategy.SampleJoin;
import io.huihui.models.strategy.StrategyComposer;
import io.huihui.models.strategy.StrategySample;

import org.apache.flink.statefun.sdk.java.Address;
import org.apache.flink.statefun.sdk.java.TypeName;
import org.apache.flink.statefun.sdk.java.message.Message;
import org.apache.flink.statefun.sdk.java.message.MessageBuilder;
import org.apache.flink.statefun.sdk.java.slice.Slices;
import org.apache.flink.statefun.sdk.java.testing.TestContext;
import org.apache.flink.statefun.sdk.java.types.SimpleType;
import org.apache.flink.statefun.sdk.java.types.Type;
import org.apache.flink.statefun.sdk.java.types.TypeSerializer;
import org.junit.jupiter.api.Test;

import java.util.Collections;

import static org.assertj.core.api.Assertions.assertThat;

class StrategyFunctionsTest {

    private static final SnapshotId MINUTE = new SnapshotId("SPY", 1_767_625_260_000L);
    private static final Address SAMPLER = new Address(AgentTypes.STRATEGY_SAMPLER, "SPY");

    private static final StrategySample SAMPLE =
            new StrategySample(
                    MINUTE, 500, 0.2, Collections.nCopies(EntryInput.values().length, Double.NaN));

    private static Message message(TypeName type, byte[] bytes) {
        Type<byte[]> raw = SimpleType.simpleImmutableTypeFrom(type, b -> b, b -> b);
        return MessageBuilder.forAddress(SAMPLER).withCustomType(raw, bytes).build();
    }

    @Test
    void aMinuteComesBackFromItsBytes() {
        TypeSerializer<StrategySample> serializer = Samples.TYPE.typeSerializer();

        assertThat(serializer.deserialize(serializer.serialize(SAMPLE))).isEqualTo(SAMPLE);
    }

    @Test
    void statesComeBackFromTheirBytes() {
        StrategyComposer composer = new StrategyComposer();
        composer.observe(SAMPLE);
        TypeSerializer<StrategyComposer> serializer =
                StateTypes.of("test", StrategyComposer::new).typeSerializer();

        byte[] bytes = serializer.serialize(composer).toByteArray();
        StrategyComposer again = serializer.deserialize(Slices.wrap(bytes));

        assertThat(serializer.serialize(again).toByteArray()).isEqualTo(bytes);
        SampleJoin join = new SampleJoin();
        TypeSerializer<SampleJoin> joins = StateTypes.of("test", SampleJoin::new).typeSerializer();
        assertThat(joins.deserialize(joins.serialize(join))).isNotNull();
    }

    @Test
    void halfAMinuteWaits() {
        FeatureVector features =
                new FeatureVector.Builder()
                        .set(Feature.MID, 500)
                        .set(Feature.ATM_IV_30D, 0.2)
                        .build();
        byte[] bytes = Topics.FEATURES.newCodec().encode(new FeatureSnapshot(MINUTE, 0, features));
        TestContext context = TestContext.forTarget(SAMPLER);

        new SamplerFunction()
                .apply(context, message(TypeName.typeNameOf("huihui", "features"), bytes))
                .join();

        assertThat(context.getSentMessages()).isEmpty();
        assertThat(context.getSentEgressMessages()).isEmpty();
    }

    @Test
    void bytesThatAreNoVerdictBecomeADeadLetter() {
        TestContext context = TestContext.forTarget(SAMPLER);

        new SamplerFunction().apply(context, message(AgentTypes.VERDICT, new byte[] {1, 2})).join();

        assertThat(context.getSentMessages()).isEmpty();
        assertThat(context.getSentEgressMessages()).hasSize(1);
    }
}
