package io.huihui.models.expert;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.PricePoint;
import io.huihui.models.outcome.ScoringGrid;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opinions of one symbol that wait until their horizons have passed: a ring of the last hour, one
 * place per {@link #STEP_MILLIS}. Which price counts at a time is the rule of the outcomes topic
 * ({@link ScoringGrid}): the first within the tolerance.
 *
 * <p>Every price comes out of a snapshot that the expert has been shown, so nothing here can know
 * more than the last snapshot did.
 */
public final class WaitingOpinions {

    /**
     * One opinion in half a minute. Learning from each second would hold thirty times the state and
     * tell hardly more: at 5 minutes neighbours already share nine tenths of their path.
     */
    public static final long STEP_MILLIS = 30_000;

    private static final Horizon[] HORIZONS = Horizon.values();

    private static final Direction[] DIRECTIONS = Direction.values();

    private static final int SAID = HORIZONS.length * DIRECTIONS.length;

    private static final int PLACES =
            (int) (HORIZONS[HORIZONS.length - 1].millis() / STEP_MILLIS) + 1;

    private final int inputCount;

    /** Time of the grid point in each place; 0 = empty. */
    private final long[] points = new long[PLACES];

    /** Mid price at the point; NaN = none came within the tolerance. */
    private final double[] mids = new double[PLACES];

    /** Volatility known at the point, annual; NaN = unknown, or no opinion waits here. */
    private final double[] volatilities = new double[PLACES];

    /** [place * SAID + horizon * directions + direction]; kept as float to halve the state. */
    private final float[] said = new float[PLACES * SAID];

    /** [place * inputCount + input]. */
    private final float[] inputs;

    private final boolean[] waits = new boolean[PLACES];

    private long resolved;

    public WaitingOpinions(int inputCount) {
        this.inputCount = inputCount;
        inputs = new float[PLACES * inputCount];
    }

    /**
     * Notes the price at a snapshot and hands over every opinion whose outcome it is.
     *
     * @param price null when the snapshot has none
     */
    public void observe(SnapshotId snapshot, PricePoint price, Consumer<ResolvedOpinion> learn) {
        long point = ScoringGrid.pointPricedBy(snapshot);
        if (point < 0 || point % STEP_MILLIS != 0) {
            return;
        }
        int place = place(point);
        if (points[place] != point) {
            begin(place, point);
        }
        if (price == null || !Double.isNaN(mids[place])) {
            return;
        }
        mids[place] = price.mid();
        volatilities[place] =
                price.exact() && price.volatilityAnnual() != null
                        ? price.volatilityAnnual()
                        : Double.NaN;
        for (Horizon horizon : HORIZONS) {
            long made = point - horizon.millis();
            int then = place(made);
            if (points[then] == made && waits[then]) {
                resolve(then, horizon, price.mid(), learn);
            }
        }
    }

    /** Empties a place for a new point; the opinion an hour ago has had its last outcome. */
    private void begin(int place, long point) {
        points[place] = point;
        mids[place] = Double.NaN;
        volatilities[place] = Double.NaN;
        waits[place] = false;
        Arrays.fill(said, place * SAID, (place + 1) * SAID, 0);
        Arrays.fill(inputs, place * inputCount, (place + 1) * inputCount, Float.NaN);
    }

    private void resolve(int then, Horizon horizon, double mid, Consumer<ResolvedOpinion> learn) {
        PricePoint start = new PricePoint(mids[then], volatilities[then], true);
        double sigma = start.sigma(horizon);
        double logReturn = Math.log(mid / start.mid());
        double[] looked = new double[inputCount];
        for (int i = 0; i < inputCount; i++) {
            looked[i] = inputs[then * inputCount + i];
        }
        resolved++;
        learn.accept(
                new ResolvedOpinion(
                        points[then],
                        looked,
                        thesis(then, horizon),
                        OutcomeScorer.direction(logReturn, sigma),
                        logReturn,
                        sigma,
                        STEP_MILLIS / (double) horizon.millis()));
    }

    /** Floats do not sum to 1 exactly: what is missing is shared out in proportion. */
    private Thesis thesis(int then, Horizon horizon) {
        int first = then * SAID + horizon.ordinal() * DIRECTIONS.length;
        double up = said[first + Direction.UP.ordinal()];
        double down = said[first + Direction.DOWN.ordinal()];
        double flat = said[first + Direction.FLAT.ordinal()];
        double sum = up + down + flat;
        return new Thesis(horizon, up / sum, down / sum, flat / sum);
    }

    /** Lets an opinion wait for its outcomes; one that could never be scored is not kept. */
    public void add(SnapshotId snapshot, List<Thesis> theses, double[] looked) {
        long point = snapshot.secondEndMillis();
        int place = place(point);
        if (point % STEP_MILLIS != 0 || points[place] != point || !(volatilities[place] > 0)) {
            return;
        }
        waits[place] = true;
        for (Horizon horizon : HORIZONS) {
            Thesis thesis = theses.get(horizon.ordinal());
            for (Direction direction : DIRECTIONS) {
                int at = place * SAID + horizon.ordinal() * DIRECTIONS.length + direction.ordinal();
                said[at] = (float) thesis.probability(direction);
            }
        }
        for (int i = 0; i < inputCount; i++) {
            inputs[place * inputCount + i] = (float) looked[i];
        }
    }

    /** Replaces the last inputs of an opinion that waits, from {@code first} on. */
    public void note(SnapshotId snapshot, int first, double[] values) {
        long point = snapshot.secondEndMillis();
        int place = place(point);
        if (points[place] == point && waits[place]) {
            for (int i = 0; i < values.length; i++) {
                inputs[place * inputCount + first + i] = (float) values[i];
            }
        }
    }

    /** Makes the inputs of all opinions unknown, from {@code first} on. */
    public void forget(int first) {
        for (int place = 0; place < PLACES; place++) {
            Arrays.fill(inputs, place * inputCount + first, (place + 1) * inputCount, Float.NaN);
        }
    }

    /** Returns how many opinions wait for an outcome at this time. */
    public int waiting(long nowMillis) {
        int count = 0;
        long longest = HORIZONS[HORIZONS.length - 1].millis() + ScoringGrid.TOLERANCE_MILLIS;
        for (int place = 0; place < PLACES; place++) {
            if (waits[place] && nowMillis - points[place] <= longest) {
                count++;
            }
        }
        return count;
    }

    /** Returns how many outcomes were ever handed over. */
    public long resolved() {
        return resolved;
    }

    private static int place(long point) {
        return (int) Math.floorMod(point / STEP_MILLIS, (long) PLACES);
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(resolved);
        out.writeShort(inputCount);
        for (int place = 0; place < PLACES; place++) {
            out.writeLong(points[place]);
            out.writeDouble(mids[place]);
            out.writeDouble(volatilities[place]);
            out.writeBoolean(waits[place]);
            if (waits[place]) {
                for (int i = 0; i < SAID; i++) {
                    out.writeFloat(said[place * SAID + i]);
                }
                for (int i = 0; i < inputCount; i++) {
                    out.writeFloat(inputs[place * inputCount + i]);
                }
            }
        }
    }

    /** What an expert with other inputs looked at is of no use to this one and is dropped. */
    public void readFrom(DataInput in) throws IOException {
        readFrom(in, inputCount);
    }

    /**
     * Reads opinions that looked at the first {@code known} of the inputs; the others are unknown.
     */
    public void readFrom(DataInput in, int known) throws IOException {
        resolved = in.readLong();
        int storedInputs = in.readUnsignedShort();
        for (int place = 0; place < PLACES; place++) {
            begin(place, in.readLong());
            mids[place] = in.readDouble();
            volatilities[place] = in.readDouble();
            boolean waited = in.readBoolean();
            waits[place] = waited && storedInputs == known;
            for (int i = 0; waited && i < SAID; i++) {
                said[place * SAID + i] = in.readFloat();
            }
            for (int i = 0; waited && i < storedInputs; i++) {
                float input = in.readFloat();
                if (storedInputs == known) {
                    inputs[place * inputCount + i] = input;
                }
            }
        }
    }
}
