package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.evaluate.ThreadTime;
import io.huihui.models.expert.regime.micro.MicroRegime;
import io.huihui.models.expert.regime.micro.MicroRegimeTracker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A session of sub-states as the job tells them: each window assigned when it ends, by a fit to
 * what came before it, under names that have to last from fit to fit.
 *
 * @param truth of the windows that were told, from the third hour on: before, there is little to
 *     fit
 * @param told name of the sub-state of each, 0 where there are none
 * @param longestMillis processor time of the window that cost most, fits included
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record MicroOnline(int[] truth, int[] told, double longestMillis, double meanMillis) {

    private static final int FROM_WINDOW = 2 * 360;

    static MicroOnline of(MicroWindows windows) {
        MicroRegimeTracker tracker = new MicroRegimeTracker();
        List<Integer> truth = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        long longest = 0;
        long all = 0;
        for (int t = 0; t < windows.all().size(); t++) {
            MicroWindows.Window window = windows.all().get(t);
            long before = ThreadTime.nanos();
            MicroRegime found = tracker.observe(window.end(), window.seconds(), window.seen());
            long nanos = ThreadTime.nanos() - before;
            longest = Math.max(longest, nanos);
            all += nanos;
            if (found != null && t >= FROM_WINDOW) {
                truth.add(window.truth());
                told.add(found.subState() == null ? 0 : found.subState());
            }
        }
        return new MicroOnline(
                ints(truth), ints(told), longest / 1e6, all / 1e6 / windows.all().size());
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the best agreement of a planted sub-state with one name. */
    double agreement(int state) {
        return Arrays.stream(told)
                .distinct()
                .filter(name -> name != 0)
                .mapToDouble(name -> Partitions.randIndex(truth, state, told, name))
                .max()
                .orElse(0);
    }

    /** Returns the share of windows for which there was a sub-state. */
    double inSubState() {
        return Arrays.stream(told).filter(name -> name != 0).count() / (double) told.length;
    }
}
