package io.huihui.operators.sentiment;

import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.narrative.NarratedStory;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.expert.sentiment.narrative.NarrativeTracker;
import io.huihui.models.serialization.BinaryStateTypeInfo;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * news => births and deaths of the topics of all news.
 *
 * <pre>
 *   |=> {@link #STORIES}: every story with its topic
 * </pre>
 *
 * <p>A topic is of no symbol, so there is one tracker, in one task. It lives as an object and is
 * written when a checkpoint is taken: as a keyed value its half megabyte would be read and written
 * with every story. Stories wait for the watermark and are taken in the order of event time.
 */
public final class Narratives extends AbstractStreamOperator<NarrativeEvent>
        implements OneInputStreamOperator<NewsItem, NarrativeEvent> {

    public static final String UID = "narratives";

    public static final OutputTag<NarratedStory> STORIES =
            new OutputTag<>("narratives-stories", TypeInformation.of(NarratedStory.class));

    /** One tracker. Bounded by itself. Never cleared: topics die in it. */
    static final ListStateDescriptor<NarrativeTracker> TRACKER =
            new ListStateDescriptor<>(
                    "narratives-tracker", new BinaryStateTypeInfo<>(NarrativeTracker.class));

    /** Stories the watermark has not passed; cleared when it does. */
    static final ListStateDescriptor<NewsItem> WAITING =
            new ListStateDescriptor<>("narratives-waiting", TypeInformation.of(NewsItem.class));

    private static final long serialVersionUID = 1L;

    private static final Comparator<NewsItem> BY_TIME =
            Comparator.comparingLong(NewsItem::receivedTimeMillis)
                    .thenComparing(NewsItem::source)
                    .thenComparingLong(NewsItem::sequence)
                    .thenComparing(NewsItem::id);

    private transient NarrativeTracker tracker;
    private transient TreeSet<NewsItem> waiting;
    private transient ListState<NarrativeTracker> storedTracker;
    private transient ListState<NewsItem> storedWaiting;
    private transient Counter shifts;

    Narratives() {}

    public static SingleOutputStreamOperator<NarrativeEvent> attach(DataStream<NewsItem> news) {
        return news.transform(
                        "Narratives", TypeInformation.of(NarrativeEvent.class), new Narratives())
                .setParallelism(1)
                .setMaxParallelism(1)
                .uid(UID);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        storedTracker = context.getOperatorStateStore().getListState(TRACKER);
        storedWaiting = context.getOperatorStateStore().getListState(WAITING);
        tracker = new NarrativeTracker();
        for (NarrativeTracker stored : storedTracker.get()) {
            tracker = stored;
        }
        waiting = new TreeSet<>(BY_TIME);
        storedWaiting.get().forEach(waiting::add);
    }

    @Override
    public void open() throws Exception {
        super.open();
        shifts = getMetricGroup().counter("narrative_shifts");
        getMetricGroup().gauge("narratives_living", () -> tracker.living().size());
    }

    @Override
    public void processElement(StreamRecord<NewsItem> story) {
        waiting.add(story.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        List<NarrativeEvent> events = new ArrayList<>();
        for (Iterator<NewsItem> stories = waiting.iterator(); stories.hasNext(); ) {
            NewsItem story = stories.next();
            if (story.receivedTimeMillis() > mark.getTimestamp()) {
                break;
            }
            stories.remove();
            long topic =
                    tracker.observe(
                            story.receivedTimeMillis(),
                            story.headline(),
                            new TreeSet<>(story.symbols()),
                            events::add);
            output.collect(
                    STORIES,
                    new StreamRecord<>(
                            new NarratedStory(story, topic), story.receivedTimeMillis()));
        }
        for (NarrativeEvent event : events) {
            shifts.inc(event.shift() ? 1 : 0);
            output.collect(new StreamRecord<>(event, event.eventTimeMillis()));
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        storedTracker.update(List.of(tracker));
        storedWaiting.update(List.copyOf(waiting));
    }
}
