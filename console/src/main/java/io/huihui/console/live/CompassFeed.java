package io.huihui.console.live;

import io.huihui.console.compass.CompassBook;
import io.huihui.console.compass.CompassPast;
import io.huihui.console.compass.CompassSigns;
import io.huihui.console.market.MarketListener;
import io.huihui.console.view.CompassAlert;
import io.huihui.console.view.CompassTrail;
import io.huihui.console.view.FrameTimes;
import io.huihui.models.OutsideResults;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.TransitionRisk;
import io.huihui.models.feature.FeatureSnapshot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the compass of all symbols, and makes a frame of it once a second when something is new. A
 * symbol that is heard of for the first time is live at once; what was before is asked for besides,
 * and put where it belongs when it comes.
 */
public final class CompassFeed implements CompassFrames, MarketListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CompassFeed.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    /** A store that is away is asked again after that. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A condition that is about to change is a sign when it is within this. */
    private static final Horizon TRANSITION = Horizon.MINUTES_15;

    private final CompassBook book = new CompassBook();
    private final CompassSigns signs = new CompassSigns();
    private final CompassTrails trails = new CompassTrails();
    private final Map<String, Double> transitions = new HashMap<>();
    private final PastLoader past;
    private final ScheduledExecutorService frames = Executors.newSingleThreadScheduledExecutor();
    private final RecentTimes times = new RecentTimes();
    private ByteBuffer all = ByteBuffer.allocate(0);
    private boolean fresh;
    private volatile long version = -1;

    public CompassFeed(CompassPast past) {
        this.past = new PastLoader(past, PATIENCE, this::prepend);
        var unused =
                frames.scheduleWithFixedDelay(
                        this::turn, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void features(FeatureSnapshot snapshot) {
        String symbol = snapshot.id().symbol();
        boolean known = book.find(symbol) >= 0;
        if (book.add(snapshot)) {
            signs.look(book, book.find(symbol), transitions.getOrDefault(symbol, Double.NaN));
            fresh = true;
        }
        if (!known) {
            past.ask(symbol, snapshot.id().secondEndMillis());
        }
    }

    @Override
    public synchronized void state(MarketState state) {
        transitions.put(
                state.snapshot().symbol(),
                state.transitions().stream()
                        .filter(risk -> risk.horizon() == TRANSITION)
                        .mapToDouble(TransitionRisk::probability)
                        .findFirst()
                        .orElse(Double.NaN));
    }

    private synchronized void prepend(String symbol, List<FeatureSnapshot> snapshots) {
        book.prepend(symbol, snapshots);
        fresh |= !snapshots.isEmpty();
    }

    private void turn() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.error("no frame of the compass", e);
        }
    }

    /** Makes the next frame, if something is new. */
    @OutsideResults("How long a frame takes.")
    synchronized void publish() {
        if (fresh) {
            fresh = false;
            long begin = System.nanoTime();
            book.compute();
            all = CompassEncoder.encode(book, signs, places(Set.of()));
            trails.add(book, signs);
            times.add(System.nanoTime() - begin);
            version++;
        }
    }

    @Override
    public FrameTimes times() {
        return times.times();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public synchronized ByteBuffer frame(Set<String> symbols) {
        return symbols.isEmpty()
                ? all.asReadOnlyBuffer()
                : CompassEncoder.encode(book, signs, places(symbols));
    }

    private List<Integer> places(Set<String> wanted) {
        List<String> symbols = book.symbols();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < symbols.size(); place++) {
            if (wanted.isEmpty() || wanted.contains(symbols.get(place))) {
                places.add(place);
            }
        }
        return places;
    }

    /** Returns the last alerts of a symbol; none of one that was never heard of. */
    public synchronized List<CompassAlert> alerts(String symbol) {
        int place = book.find(symbol);
        return place < 0 ? List.of() : signs.alerts(place);
    }

    /** Returns the last frames of a symbol; none of one that was never heard of. */
    public synchronized CompassTrail trail(String symbol) {
        return new CompassTrail(symbol, trails.of(symbol));
    }

    @Override
    public void close() {
        frames.shutdownNow();
        past.close();
    }
}
