package io.huihui.operators.gating;

import io.huihui.models.gate.GateMarket;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** The seconds of the current symbol that wait for their verdict. */
final class GateSeconds {

    /** Key: symbol, then second. At most the seconds within the wait. Cleared with the verdict. */
    private static final MapStateDescriptor<Long, Gathered> GATHERED =
            new MapStateDescriptor<>(
                    "gate-gathered", Types.LONG, TypeInformation.of(Gathered.class));

    /** Key: symbol. The newest second with a verdict. Cleared when the symbol is idle. */
    private static final ValueStateDescriptor<Long> NEWEST =
            new ValueStateDescriptor<>("gate-newest-verdict", Types.LONG);

    /**
     * Key: symbol, then second. The gate's own figures of seconds without a verdict. Cleared with
     * the verdict, and {@link #MARKET_MILLIS} later where there is none.
     */
    private static final MapStateDescriptor<Long, GateMarket> MARKET =
            new MapStateDescriptor<>(
                    "gate-market", Types.LONG, TypeInformation.of(GateMarket.class));

    /** Figures of a second for which no expert has said anything are of no use after this. */
    private static final long MARKET_MILLIS = 60_000;

    private final MapState<Long, Gathered> gathered;
    private final MapState<Long, GateMarket> markets;
    private final ValueState<Long> newest;

    GateSeconds(RuntimeContext context) {
        gathered = context.getMapState(GATHERED);
        markets = context.getMapState(MARKET);
        newest = context.getState(NEWEST);
    }

    /** Returns the opinions on a second so far; null when there is none. */
    Gathered gathered(long second) throws Exception {
        return gathered.get(second);
    }

    void gather(Gathered sofar) throws Exception {
        gathered.put(sofar.snapshot().secondEndMillis(), sofar);
    }

    void show(GateMarket market) throws Exception {
        markets.put(market.snapshot().secondEndMillis(), market);
    }

    boolean isShown(long second) throws Exception {
        return markets.contains(second);
    }

    /** Whether this second, or a newer one, has a verdict. */
    boolean isJudged(long second) throws Exception {
        Long newestSecond = newest.value();
        return newestSecond != null && second <= newestSecond;
    }

    /** Returns what waits and is due, in the order of its seconds. */
    List<Gathered> due(Predicate<Gathered> isDue) throws Exception {
        List<Gathered> due = new ArrayList<>();
        for (Gathered each : gathered.values()) {
            if (isDue.test(each)) {
                due.add(each);
            }
        }
        due.sort(Comparator.comparingLong(each -> each.snapshot().secondEndMillis()));
        return due;
    }

    /**
     * Returns the figures of a second that gets its verdict, null when they have not come, and
     * forgets the second, with figures that nobody asked for.
     */
    GateMarket judged(long second) throws Exception {
        gathered.remove(second);
        if (!isJudged(second)) {
            newest.update(second);
        }
        GateMarket market = null;
        Iterator<Long> seconds = markets.keys().iterator();
        while (seconds.hasNext()) {
            long each = seconds.next();
            if (each == second) {
                market = markets.get(each);
            }
            if (each == second || each < second - MARKET_MILLIS) {
                seconds.remove();
            }
        }
        return market;
    }

    /** Forgets a symbol of which nothing has been heard for long. */
    void clear() {
        newest.clear();
        markets.clear();
    }
}
