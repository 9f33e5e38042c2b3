import type {CompassTrail} from "../generated/records";
import {decodeCompass, type CompassFrame} from "../live/compass-frame";
import {load, type Loaded} from "../live/history";

/** The server keeps a state in ten seconds. */
const FRESH_MILLIS = 60_000;

/** The answer whose frames were read last, and they. */
let known: {readonly answer: Loaded<CompassTrail>; readonly frames: readonly CompassFrame[]} | null = null;

/** States of a symbol's compass: those that the server kept, and then those that came since the page was opened. */
export function withTrail(symbol: string | null, live: readonly CompassFrame[], changed: () => void): readonly CompassFrame[] {
  if (symbol === null) { return live; }
  const answer = load<CompassTrail>(`compass/trail?symbol=${encodeURIComponent(symbol)}`, FRESH_MILLIS, changed);
  if (known?.answer !== answer) {
    known = {answer, frames: answer.state === "there" ? answer.value.frames.map(decode) : []};
  }
  const since = live[0]?.eventMillis ?? Infinity;
  return [...known.frames.filter((frame) => frame.eventMillis < since), ...live];
}

function decode(base64: string): CompassFrame {
  return decodeCompass(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer);
}
