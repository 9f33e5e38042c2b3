package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.AlertSeverity;
import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.ManagementDirective;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.ChainView;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** All that happens to one symbol at one snapshot once its verdict is there. */
public final class DirectiveDesk implements BinaryState {

    /** A trade that did not change is still reported once a minute. */
    private static final long REPORT_MILLIS = 60_000;

    private static final int STATE_VERSION = 1;

    private final SignalDetector signals = new SignalDetector();
    private final EmissionRule emission = new EmissionRule();
    private long newestMillis;
    private long lossDate = Long.MIN_VALUE;
    private double lostToday;

    /**
     * What came of one snapshot.
     *
     * @param directive null when the second was left out
     * @param send whether the directive says something worth sending
     * @param open the trade open from now on, or null
     * @param changed the trade to report, or null
     * @param management null when nothing is to be done
     */
    public record Result(
            List<Signal> signals,
            Directive directive,
            boolean send,
            Recommendation open,
            Recommendation changed,
            ManagementDirective management) {

        public Result {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Judges a second and its verdict; one that is not newer than the last is left out.
     *
     * @param open the trade open on this symbol, or null
     * @param chain newest of the symbol, that of this second included; null when there is none
     * @param learning what the past says; taught here
     */
    public Result judge(
            DirectiveModel model,
            DirectiveConfig config,
            DeskMarket market,
            Verdict verdict,
            Recommendation open,
            ChainView chain,
            Learning learning) {
        FeatureSnapshot snapshot = market.snapshot();
        long now = snapshot.id().secondEndMillis();
        if (now <= newestMillis) {
            return new Result(List.of(), null, false, open, null, null);
        }
        newestMillis = now;
        startDay(now);
        learning.resolve(snapshot);
        List<Signal> fired = signals.observe(market, verdict);
        Assessment assessment = Assessor.assess(signals, learning.weights(), verdict, now);
        Judged judged =
                verdict.answered().isEmpty()
                        ? null
                        : Judged.of(verdict, assessment, learning.calibration());
        learning.keep(snapshot, verdict, fired, judged);
        RecommendationLife.Step step =
                open == null
                        ? null
                        : RecommendationLife.next(
                                open, new LifeMoment(market, verdict, chain, judged, config));
        Recommendation still = step == null ? null : step.recommendation();
        Recommendation changed = null;
        if (still != null) {
            boolean moved = step.management() != null || open.status() != still.status();
            changed = moved || now % REPORT_MILLIS == 0 ? still : null;
            if (!still.status().isActive()) {
                book(still, config);
                still = null;
            }
        }
        Directive directive =
                model.decide(
                        new DirectiveModel.Question(
                                market,
                                verdict,
                                signals,
                                assessment,
                                judged,
                                chain,
                                still,
                                lostToday));
        boolean send = emission.admits(directive, config);
        if (directive.isTrade()) {
            still = RecommendationLife.open(directive, snapshot.features().get(Feature.VRI_STATE));
            changed = changed == null ? still : changed;
        }
        return new Result(
                fired, directive, send, still, changed, step == null ? null : step.management());
    }

    private void startDay(long now) {
        long date = TradingCalendar.newYork().date(now - 1);
        if (date != lossDate) {
            lossDate = date;
            lostToday = 0;
        }
    }

    /**
     * Books a loss of the session. A trade of release 0.1.0 had no options: its stop costs the risk
     * of the trade, a smaller loss the part of it that it is of the way to the stop.
     */
    private void book(Recommendation ended, DirectiveConfig config) {
        if (ended.options() != null) {
            lostToday += Math.max(0, -ended.options().profit());
            return;
        }
        double entry = ended.entry().fill().price();
        double stopPercent = Math.abs(ended.stop().initial().price() / entry - 1) * 100;
        if (ended.returnPercent() < 0 && stopPercent > 0) {
            lostToday += config.riskPerTrade() * -ended.returnPercent() / stopPercent;
        }
    }

    /** Returns the alert that goes with a signal. */
    public static Alert alert(Signal signal) {
        Evidence evidence = signal.evidence().get(0);
        AlertSeverity severity =
                Math.abs(signal.strength()) >= Signal.STRONGEST - 1
                        ? AlertSeverity.ACT
                        : AlertSeverity.WATCH;
        return new Alert(
                Alert.idOf(signal.snapshot(), AlertKind.SIGNAL, signal.name().name()),
                signal.snapshot(),
                AlertKind.SIGNAL,
                severity,
                signal.name().name(),
                String.format(
                        Locale.ROOT,
                        "%s %s: %s = %.2f reached %.2f",
                        signal.name(),
                        signal.direction(),
                        evidence.metric(),
                        evidence.value(),
                        evidence.threshold()),
                signal);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        signals.writeTo(out);
        emission.writeTo(out);
        out.writeLong(newestMillis);
        out.writeLong(lossDate);
        out.writeDouble(lostToday);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "directive desk");
        signals.readFrom(in);
        emission.readFrom(in);
        newestMillis = in.readLong();
        lossDate = in.readLong();
        lostToday = in.readDouble();
    }
}
