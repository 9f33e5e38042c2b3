package io.huihui.models.gate;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Opinions;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.WaitingOpinions;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.PricePoint;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GateMemoryTest {

    private static final int STEPS = 130;

    @Test
    void comparesTheNetworksOnOutcomesOnWhichBothSpoke() {
        GateMemory memory = new GateMemory();
        memory.hear("new", NetworkRole.CHALLENGER);
        for (int step = 0; step < STEPS; step++) {
            GateMarket market = market(step);
            memory.observe(market);
            memory.add(market, opinions(market.snapshot()), theses(0.2));
            if (step % 2 == 0) {
                memory.challenge(market.snapshot(), theses(0.6));
            }
        }

        // Outcomes of 15 minutes, of every second step.
        assertThat(memory.duel().outcomes()).isCloseTo((STEPS - 30) / 2 / 30.0, within(1e-9));
    }

    @Test
    void whatTheFormerChallengerSaidIsForgottenWhenAnotherIsSent() {
        GateMemory memory = new GateMemory();
        memory.hear("new", NetworkRole.CHALLENGER);
        for (int step = 0; step < 8; step++) {
            memory.observe(market(step));
            memory.add(market(step), opinions(market(step).snapshot()), theses(0.2));
            memory.challenge(market(step).snapshot(), theses(0.6));
        }
        memory.hear("newer", NetworkRole.CHALLENGER);
        for (int step = 8; step < 40; step++) {
            memory.observe(market(step));
        }

        assertThat(memory.duel().challenger()).isEqualTo("newer");
        assertThat(memory.duel().outcomes()).isZero();
    }

    /** Version 1 knew of no other network: its waiting verdicts are kept all the same. */
    @Test
    void readsWhatWasWrittenBeforeNetworksWereCompared() throws IOException {
        WaitingOpinions waiting = new WaitingOpinions(27);
        for (int step = 0; step < 8; step++) {
            waiting.observe(market(step).snapshot(), market(step).price(), resolved -> {});
            waiting.add(
                    market(step).snapshot(),
                    theses(0.2),
                    GateMemory.kept(opinions(market(step).snapshot())));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(1);
        waiting.writeTo(out);
        for (int i = 0; i < Horizon.values().length; i++) {
            new PoolCalibrator().writeTo(out);
        }
        new FixedShareHedge(Expert.values().length).writeTo(out);
        for (int i = 0; i < Expert.values().length; i++) {
            out.writeDouble(Double.NaN);
        }
        out.writeDouble(0);
        out.writeByte(0);

        GateMemory memory = new GateMemory();
        memory.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int step = 8; step < 40; step++) {
            memory.observe(market(step));
        }

        assertThat(memory.booster().outcomes()).isPositive();
        assertThat(memory.duel().champion()).isEqualTo(NetworkDuel.SHIPPED);
        assertThat(memory.duel().challenger()).isEqualTo(NetworkDuel.NONE);
    }

    /** The price rises fast enough that every outcome is up. */
    private static GateMarket market(int step) {
        SnapshotId id = new SnapshotId("SPY", Snapshots.TEN_O_CLOCK + step * 30_000L);
        return new GateMarket(
                id, new PricePoint(100 * Math.exp(0.001 * step), 0.2, true), 0.2, null, null, null);
    }

    private static List<ExpertOpinion> opinions(SnapshotId snapshot) {
        List<ExpertOpinion> opinions = new ArrayList<>();
        for (Expert expert : Expert.values()) {
            opinions.add(Opinions.saying(snapshot, expert, 0.4, 0.3));
        }
        return opinions;
    }

    private static List<Thesis> theses(double up) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(new Thesis(horizon, up, (1 - up) / 2, (1 - up) / 2));
        }
        return theses;
    }
}
