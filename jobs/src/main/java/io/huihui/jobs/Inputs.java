package io.huihui.jobs;

import io.huihui.models.decision.DeadLetter;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.NewsItem;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the main job reads, whether live or from a tape.
 *
 * @param market quotes, trades, depth, option quotes and trades, chains, underlyings, bars
 * @param deadLetters records of all inputs that could not be read
 */
public record Inputs(
        DataStream<MarketEvent> market,
        DataStream<NewsItem> news,
        DataStream<MacroRelease> macro,
        DataStream<DeadLetter> deadLetters) {}
