import type {CompassFrame} from "../live/compass-frame";

/** Time between two states while they play, by the wall's clock. */
const STEP_MILLIS = 400;

/** How many states are played. */
const PLAYED = 20;

/** Which of the last compasses is looked at: the newest, or one held fast, or one after the other. */
export class Playback {
  /** Event time of the state that is held; null follows the newest. */
  private held: number | null = null;
  private timer: number | null = null;

  get playing(): boolean { return this.timer !== null; }

  get live(): boolean { return this.held === null; }

  /** Returns the place in the history of what is to be shown; -1 when the history is empty. */
  place(history: readonly CompassFrame[]): number {
    const held = this.held;
    if (held === null) { return history.length - 1; }
    const found = history.findIndex((frame) => frame.eventMillis >= held);
    return found < 0 ? history.length - 1 : found;
  }

  /** Holds a state; the newest is followed again. */
  hold(history: readonly CompassFrame[], place: number): void {
    this.held = place >= history.length - 1 ? null : history[place]?.eventMillis ?? null;
  }

  follow(): void {
    this.stop();
    this.held = null;
  }

  /** Plays the last states and then follows the newest; history is asked for at each step, as it grows meanwhile. */
  play(history: () => readonly CompassFrame[], redraw: () => void): void {
    this.stop();
    const first = history();
    this.hold(first, Math.max(0, first.length - PLAYED));
    this.timer = window.setInterval(() => {
      const now = history();
      this.hold(now, this.place(now) + 1);
      if (this.live) { this.stop(); }
      redraw();
    }, STEP_MILLIS);
    redraw();
  }

  stop(): void {
    if (this.timer !== null) {
      window.clearInterval(this.timer);
      this.timer = null;
    }
  }
}
