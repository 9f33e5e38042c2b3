package io.huihui.models.expert.regime.forecast;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The posterior of condition, stage of its life and micro-state, second by second. A stay passes
 * through its stages one after another, so that its length is negative binomial: an explicit
 * duration at the price of a few more states. Micro-states come and go independently.
 *
 * <p>Reference: S.-Z. Yu, "Hidden semi-Markov models", Artificial Intelligence, 2010, section 4.4
 * (durations as stages).
 */
public final class ConditionFilter implements BinaryState {

    private static final int VERSION = 1;

    /** No state is ever impossible, or it could not be entered when the evidence is plain. */
    private static final double LEAST = 1e-12;

    private final ForecastModel model;
    private final int conditions;
    private final int stages;
    private final int micros;

    /** [condition][stage][micro], flat. */
    private double[] posterior;

    private double[] next;
    private final double[] likelihood;
    private final double[] arriving;

    public ConditionFilter(ForecastModel model) {
        this.model = model;
        conditions = model.conditions();
        stages = model.stages();
        micros = model.micros();
        posterior = new double[conditions * stages * micros];
        next = new double[posterior.length];
        likelihood = new double[conditions * micros];
        arriving = new double[conditions * micros];
        restart();
    }

    /** Forgets the day: a session begins in any condition, at the beginning of its life. */
    public void restart() {
        Arrays.fill(posterior, 0);
        for (int c = 0; c < conditions; c++) {
            for (int m = 0; m < micros; m++) {
                posterior[place(c, 0, m)] = model.start(c) / micros;
            }
        }
    }

    /** Lets a second pass: stays grow older, some end. */
    public void pass(double forcedHazard, double[] forcedTo) {
        Arrays.fill(next, 0);
        Arrays.fill(arriving, 0);
        for (int c = 0; c < conditions; c++) {
            double ageing = model.stageRate(c);
            for (int r = 0; r < stages; r++) {
                for (int m = 0; m < micros; m++) {
                    double here = posterior[place(c, r, m)];
                    double forced = here * forcedHazard;
                    double older = (here - forced) * ageing;
                    next[place(c, r, m)] += here - forced - older;
                    if (r + 1 < stages) {
                        next[place(c, r + 1, m)] += older;
                    } else {
                        for (int to = 0; to < conditions; to++) {
                            arriving[to * micros + m] += older * model.jump(c, to);
                        }
                    }
                    for (int to = 0; forced > 0 && to < conditions; to++) {
                        arriving[to * micros + m] += forced * forcedTo[to];
                    }
                }
            }
        }
        for (int c = 0; c < conditions; c++) {
            for (int m = 0; m < micros; m++) {
                next[place(c, 0, m)] += arriving[c * micros + m];
            }
        }
        mixMicros();
    }

    /** A micro-state is left at a constant rate for any of the others. */
    private void mixMicros() {
        double leaving = model.microRate();
        double toEach = leaving / (micros - 1);
        for (int from = 0; from < next.length; from += micros) {
            double sum = 0;
            for (int m = 0; m < micros; m++) {
                sum += next[from + m];
            }
            for (int m = 0; m < micros; m++) {
                double here = next[from + m];
                posterior[from + m] = here * (1 - leaving) + (sum - here) * toEach + LEAST;
            }
        }
    }

    /** Weighs by what a second showed; returns its weighted log likelihood. */
    public double weigh(SecondSeen seen) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < conditions; c++) {
            double ofOptions = model.counts().optionTrades(seen, c);
            for (int m = 0; m < micros; m++) {
                double log =
                        model.emission(c, m).logDensityOfPresent(seen.measured())
                                + model.counts().trades(seen, c, m)
                                + ofOptions;
                likelihood[c * micros + m] = model.weight() * log;
                largest = Math.max(largest, likelihood[c * micros + m]);
            }
        }
        for (int i = 0; i < likelihood.length; i++) {
            likelihood[i] = Math.exp(likelihood[i] - largest);
        }
        return largest + Math.log(scale());
    }

    /** Weighs by the likelihood of each condition, whatever the micro-state. */
    public void weighConditions(double[] ofCondition) {
        for (int c = 0; c < conditions; c++) {
            Arrays.fill(likelihood, c * micros, (c + 1) * micros, ofCondition[c]);
        }
        scale();
    }

    private double scale() {
        double sum = 0;
        for (int c = 0; c < conditions; c++) {
            for (int r = 0; r < stages; r++) {
                for (int m = 0; m < micros; m++) {
                    int at = place(c, r, m);
                    posterior[at] *= likelihood[c * micros + m];
                    sum += posterior[at];
                }
            }
        }
        for (int i = 0; i < posterior.length; i++) {
            posterior[i] /= sum;
        }
        return sum;
    }

    /** Fills in the probability of each condition; a sum is sometimes above 1 by a rounding. */
    public void conditions(double[] into) {
        Arrays.fill(into, 0);
        for (int i = 0; i < posterior.length; i++) {
            int at = i / (stages * micros);
            into[at] = Math.min(1, into[at] + posterior[i]);
        }
    }

    /** Fills in the probability of each micro-state. */
    public void micros(double[] into) {
        Arrays.fill(into, 0);
        for (int i = 0; i < posterior.length; i++) {
            into[i % micros] = Math.min(1, into[i % micros] + posterior[i]);
        }
    }

    /**
     * Returns the probability that the present condition ends within a time, by the survival of its
     * stages: the matrix power of the transitions would forget those who left and came back.
     */
    public double leaving(double seconds) {
        double survival = 0;
        for (int c = 0; c < conditions; c++) {
            double mean = model.stageRate(c) * seconds;
            double term = Math.exp(-mean);
            double sum = 0;
            // With k stages left, the stay lasts as long as fewer than k are passed.
            for (int left = 1; left <= stages; left++) {
                sum += term;
                term *= mean / left;
                for (int m = 0; m < micros; m++) {
                    survival += posterior[place(c, stages - left, m)] * sum;
                }
            }
        }
        return Math.max(0, Math.min(1, 1 - survival));
    }

    private int place(int condition, int stage, int micro) {
        return (condition * stages + stage) * micros + micro;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (double probability : posterior) {
            out.writeDouble(probability);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "condition-filter");
        for (int i = 0; i < posterior.length; i++) {
            posterior[i] = in.readDouble();
        }
    }
}
