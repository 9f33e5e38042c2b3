package io.huihui.benchmarks.console;

import io.huihui.benchmarks.evaluate.ExpertTeam;
import io.huihui.connectors.kafka.KafkaFeeder;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Verdict;
import io.huihui.models.directive.DeskMarket;
import io.huihui.models.directive.DirectiveConfig;
import io.huihui.models.directive.DirectiveDesk;
import io.huihui.models.directive.DirectiveModel;
import io.huihui.models.directive.Learning;
import io.huihui.models.directive.StrategyTable;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.MixtureGate;
import io.huihui.models.gate.PlainGateNetwork;

import java.util.List;

/**
 * What the main job writes about one symbol, second by second: a recorded snapshot under the
 * symbol's own name, the opinions of the fitted experts, the verdict of the gate, and what the desk
 * says when it has something to say. The same plain classes as in the job, so records are as long
 * and change as often as live ones.
 */
final class JobResults {

    private static final GateNetworkModel MODEL = GateNetworkModel.shipped();

    private final String symbol;
    private final List<FeatureSnapshot> recorded;
    private final ExpertTeam team = ExpertTeam.trained();
    private final MixtureGate gate = new MixtureGate(MODEL);
    private final PlainGateNetwork network = new PlainGateNetwork(MODEL);
    private final GateMemory memory = new GateMemory();
    private final DirectiveConfig config = DirectiveConfig.standard();
    private final DirectiveModel model = new DirectiveModel(config, StrategyTable.shipped());
    private final DirectiveDesk desk = new DirectiveDesk();
    private final Learning learning = new Learning();
    private Recommendation open;
    private String published = "";
    private int next;

    /**
     * @param recorded one a second; after the last the first comes again
     */
    JobResults(String symbol, List<FeatureSnapshot> recorded) {
        this.symbol = symbol;
        this.recorded = recorded;
    }

    /** What there is to say about one second. */
    record Second(
            FeatureSnapshot features,
            List<ExpertOpinion> opinions,
            List<MarketState> changed,
            Verdict verdict,
            DirectiveDesk.Result desk) {

        Second {
            opinions = List.copyOf(opinions);
            changed = List.copyOf(changed);
        }

        void sendTo(KafkaFeeder feeder) {
            feeder.send(Topics.FEATURES, features);
            opinions.forEach(opinion -> feeder.send(Topics.OPINIONS, opinion));
            changed.forEach(state -> feeder.send(Topics.MARKET_STATES, state));
            feeder.send(Topics.VERDICTS, verdict);
            if (desk.send()) {
                feeder.send(Topics.DIRECTIVES, desk.directive());
            }
        }
    }

    /** Returns the results of the next second. */
    Second at(long secondEndMillis) {
        FeatureSnapshot like = recorded.get(next++ % recorded.size());
        FeatureSnapshot snapshot =
                new FeatureSnapshot(new SnapshotId(symbol, secondEndMillis), 0, like.features());
        List<ExpertOpinion> opinions = team.observe(snapshot);
        Verdict verdict = gate.judge(GateMarket.of(snapshot), opinions, network, memory).verdict();
        DirectiveDesk.Result result =
                desk.judge(model, config, DeskMarket.of(snapshot), verdict, open, null, learning);
        open = result.open();
        return new Second(snapshot, opinions, changes(opinions), verdict, result);
    }

    /** The state of the market goes out when it changes. */
    private List<MarketState> changes(List<ExpertOpinion> opinions) {
        for (ExpertOpinion opinion : opinions) {
            if (opinion.regime() != null) {
                MarketState state = opinion.regime().state();
                List<String> events =
                        state.events().stream().map(EventRegime::name).map(Enum::name).toList();
                String says = state.condition() + " " + state.trend() + " " + events;
                if (!says.equals(published)) {
                    published = says;
                    return List.of(state);
                }
            }
        }
        return List.of();
    }
}
