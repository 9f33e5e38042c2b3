package io.huihui.models.strategy;

import io.huihui.models.Sha256;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws new templates for one symbol once an hour, half of them near those that came closest,
 * screens each on what came after what its thresholds are of, and says of each whether it is
 * proposed or why not. Draws follow from symbol and hour, so the same minutes give the same
 * answers.
 */
public final class StrategyComposer implements BinaryState {

    /** Name and version, in every proposal. */
    public static final String VERSION = "strategy-composer/1";

    private static final int STATE_VERSION = 1;

    /** Templates of an hour: about a hundred a session. */
    static final int BATCH = 16;

    /** Sessions to trade in, this one too, before anything is drawn: a template is judged once. */
    static final int LEAST_SESSIONS = 2;

    private static final long HOUR_MILLIS = 3_600_000;

    private final TradingCosts costs;
    private final SampleTape tape = new SampleTape();
    private final TrialLog trials = new TrialLog();
    private final KnownTemplates known = new KnownTemplates();
    private long newestMillis;
    private long newestHour;

    /** Nothing seen yet, at the usual costs. */
    public StrategyComposer() {
        this(TradingCosts.standard());
    }

    public StrategyComposer(TradingCosts costs) {
        this.costs = costs;
    }

    /**
     * Takes a minute and returns what became of the templates drawn at it; empty within an hour. A
     * minute that is not newer than all before is left out: it was answered.
     */
    public List<StrategyProposal> observe(StrategySample sample) {
        long now = sample.snapshot().secondEndMillis();
        if (now <= newestMillis) {
            return List.of();
        }
        newestMillis = now;
        tape.add(sample);
        long hour = now / HOUR_MILLIS;
        if (hour == newestHour) {
            return List.of();
        }
        newestHour = hour;
        WalkForward past = new WalkForward(tape, costs);
        return past.sessions() < LEAST_SESSIONS ? List.of() : batch(sample, past);
    }

    private List<StrategyProposal> batch(StrategySample sample, WalkForward past) {
        SplittableRandom random = new SplittableRandom(seed(sample));
        List<StrategyTemplate> templates = new ArrayList<>();
        List<WalkForward.Result> results = new ArrayList<>();
        while (templates.size() < BATCH) {
            StrategyTemplate template = TemplateGrammar.draw(random);
            if (known.add(template)) {
                WalkForward.Result result = past.run(template);
                templates.add(template);
                results.add(result);
                if (Screening.isMeasured(result)) {
                    trials.add(ReturnMoments.of(result.grossProfits()));
                }
            }
        }
        // Judged when all are counted: the first of a batch is no less a try than the last.
        Screening screening = new Screening(sample.snapshot(), past, trials, known);
        List<StrategyProposal> answers = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            answers.add(screening.judge(templates.get(i), results.get(i)));
        }
        return answers;
    }

    private static long seed(StrategySample sample) {
        byte[] text = sample.snapshot().text().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        tape.writeTo(out);
        trials.writeTo(out);
        known.writeTo(out);
        out.writeLong(newestMillis);
        out.writeLong(newestHour);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "strategy composer");
        tape.readFrom(in);
        trials.readFrom(in);
        known.readFrom(in);
        newestMillis = in.readLong();
        newestHour = in.readLong();
    }
}
