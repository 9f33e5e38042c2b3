package io.huihui.jobs;

import io.huihui.models.OrNull;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.Resolution;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.MediaItem;
import io.huihui.models.event.NewsItem;
import io.huihui.models.event.Transcript;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.gate.NetworkOffer;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the main job reads, whether live or from a tape.
 *
 * @param market quotes, trades, depth, option quotes and trades, chains, underlyings, bars
 * @param media images and recordings to read; null when they are not, as in every replay
 * @param transcripts what was read of media before
 * @param regimeRules rules of event regimes that take the place of those configured
 * @param gateNetworks networks for the gate, to challenge or to replace the one that decides
 * @param resolutions what agents made of conflicts; null when none are asked, as in every replay
 * @param deadLetters records of all inputs that could not be read
 */
public record Inputs(
        DataStream<MarketEvent> market,
        DataStream<NewsItem> news,
        @OrNull DataStream<MediaItem> media,
        DataStream<Transcript> transcripts,
        DataStream<MacroRelease> macro,
        DataStream<RuleSet> regimeRules,
        DataStream<NetworkOffer> gateNetworks,
        @OrNull DataStream<Resolution> resolutions,
        DataStream<DeadLetter> deadLetters) {}
