package io.huihui.simulator;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.simulator.dirt.RawProviderRow;
import io.huihui.simulator.truth.TruthRecord;

import java.util.ArrayList;
import java.util.List;

/** Keeps everything a simulation says, in order. */
final class Tape implements MarketSink {

    final List<MarketEvent> events = new ArrayList<>();
    final List<Long> arrivals = new ArrayList<>();
    final List<NewsItem> news = new ArrayList<>();
    final List<MediaItem> media = new ArrayList<>();
    final List<MacroRelease> macro = new ArrayList<>();
    final List<RawProviderRow> raw = new ArrayList<>();
    final List<TruthRecord> truth = new ArrayList<>();

    static Tape of(SimulationConfig config) {
        Tape tape = new Tape();
        new Simulation(config).run(tape, tape.truth::add);
        return tape;
    }

    @Override
    public void event(MarketEvent event, long arrivalMillis) {
        events.add(event);
        arrivals.add(arrivalMillis);
    }

    @Override
    public void news(NewsItem item, long arrivalMillis) {
        news.add(item);
    }

    @Override
    public void media(MediaItem item, long arrivalMillis) {
        media.add(item);
    }

    @Override
    public void macro(MacroRelease release, long arrivalMillis) {
        macro.add(release);
    }

    @Override
    public void raw(RawProviderRow row, long arrivalMillis) {
        raw.add(row);
    }

    <T extends TruthRecord> List<T> truth(Class<T> kind) {
        return truth.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends MarketEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
