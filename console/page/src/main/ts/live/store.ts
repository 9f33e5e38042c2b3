import type {FeatureSnapshot, LiveFrame, NewsItem, NarrativeEvent, Outcome, Update, Verdict} from "../generated/records";

/** Record of a topic, by the topic's name. */
export type RecordOf<T extends Update["topic"]> = Extract<Update, {topic: T}>["record"];
export type TopicName = Update["topic"];

/** Rare topics of which the last records are kept, too; how many of each key. Lines over time come from the server, which holds an hour of them. */
const KEPT: Readonly<Partial<Record<TopicName, number>>> = {news: 200, narratives: 400, alerts: 100, "dead-letters": 100};

/** How the page stands with the server. */
export interface Link {
  readonly connected: boolean;
  /** Newest event time of any record, ms; null before the first. */
  readonly newestMillis: number | null;
  /** When the last message came by this machine's clock, ms; null before the first. */
  readonly heardMillis: number | null;
  /** A sentence when the server refused what was asked. */
  readonly problem: string | null;
}

type Slots = Map<string, unknown>;

/** The newest record of each topic, key and slot, and rings of some topics. Listeners hear of changes once a frame. */
export class Store {
  private readonly newest = new Map<TopicName, Map<string, Slots>>();
  private readonly rings = new Map<TopicName, Map<string, unknown[]>>();
  private readonly listeners = new Set<() => void>();
  private link: Link = {connected: false, newestMillis: null, heardMillis: null, problem: null};
  private told = false;

  /** Calls back after changes, at most once an animation frame; returns how to stop. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get state(): Link { return this.link; }

  /** Newest record of a key, of the first slot where it has several. */
  latest<T extends TopicName>(topic: T, key: string, slot?: string): RecordOf<T> | undefined {
    const slots = this.newest.get(topic)?.get(key);
    if (slots === undefined) { return undefined; }
    const found: unknown = slot === undefined ? slots.values().next().value : slots.get(slot);
    return found as RecordOf<T> | undefined;
  }

  /** Newest record of each slot of a key. */
  slots<T extends TopicName>(topic: T, key: string): readonly RecordOf<T>[] {
    return [...(this.newest.get(topic)?.get(key)?.values() ?? [])] as RecordOf<T>[];
  }

  /** Keys that a topic has spoken of, in order. */
  keys(topic: TopicName): readonly string[] {
    return [...(this.newest.get(topic)?.keys() ?? [])].sort();
  }

  /** The last records of a key, oldest first; only of topics that are kept. */
  ring<T extends TopicName>(topic: T, key: string): readonly RecordOf<T>[] {
    return (this.rings.get(topic)?.get(key) ?? []) as RecordOf<T>[];
  }

  /** The last records of all keys of a topic, by key. */
  ringsOf<T extends TopicName>(topic: T): readonly RecordOf<T>[] {
    return [...(this.rings.get(topic)?.values() ?? [])].flat() as RecordOf<T>[];
  }

  /** Takes in a frame of the server; one that begins anew forgets all before, but not the rings. */
  take(frame: LiveFrame, nowMillis: number): void {
    if (frame.state) { this.newest.clear(); }
    let newestMillis = this.link.newestMillis;
    for (const update of frame.updates) {
      this.put(update);
      const time = eventMillis(update);
      if (time !== null && (newestMillis === null || time > newestMillis)) { newestMillis = time; }
    }
    this.set({connected: true, newestMillis, heardMillis: nowMillis, problem: frame.problem});
  }

  /** The connection is gone; what is known stays, and grows stale. */
  lost(): void { this.set({...this.link, connected: false}); }

  private set(link: Link): void {
    this.link = link;
    if (!this.told) {
      this.told = true;
      requestAnimationFrame(() => {
        this.told = false;
        for (const listener of this.listeners) { listener(); }
      });
    }
  }

  private put(update: Update): void {
    let keys = this.newest.get(update.topic);
    if (keys === undefined) { keys = new Map(); this.newest.set(update.topic, keys); }
    let slots = keys.get(update.key);
    if (slots === undefined) { slots = new Map(); keys.set(update.key, slots); }
    slots.set(update.slot, update.record);
    const most = KEPT[update.topic];
    if (most !== undefined) { this.keep(update, most); }
  }

  private keep(update: Update, most: number): void {
    let keys = this.rings.get(update.topic);
    if (keys === undefined) { keys = new Map(); this.rings.set(update.topic, keys); }
    const ring = keys.get(update.key) ?? [];
    keys.set(update.key, ring);
    const last = ring[ring.length - 1];
    // A state that comes again after a reconnect is no news.
    if (last !== undefined && timeOf(last) === timeOf(update.record) && JSON.stringify(last) === JSON.stringify(update.record)) { return; }
    ring.push(update.record);
    if (ring.length > most) { ring.splice(0, ring.length - most); }
  }
}

type Timed = Partial<FeatureSnapshot & Verdict & NewsItem & Outcome & NarrativeEvent> & {readonly eventTimeMillis?: number; readonly timeMillis?: number};

/** Event time of a record, ms; null of one that has none. */
export function timeOf(record: unknown): number | null {
  const timed = record as Timed;
  return timed.id !== undefined && typeof timed.id === "object"
    ? (timed.id as {secondEndMillis: number}).secondEndMillis
    : timed.snapshot?.secondEndMillis ?? timed.receivedTimeMillis ?? timed.eventTimeMillis ?? timed.timeMillis ?? null;
}

function eventMillis(update: Update): number | null {
  return timeOf(update.record);
}
