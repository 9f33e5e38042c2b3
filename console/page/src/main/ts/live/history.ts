import type {Problem} from "../generated/records";

/** How a question to the server stands. */
export type Asked<T> =
  | {readonly kind: "waiting"}
  | {readonly kind: "answered"; readonly value: T}
  | {readonly kind: "refused"; readonly sentence: string};

/** Answers kept at most; the oldest go first. */
const MOST_KEPT = 50;

const answers = new Map<string, Asked<unknown>>();

/**
 * Asks the server by REST and draws again when the answer is there. An answer stands for its path, so what changes belongs in the
 * path; a refusal is asked again a quarter of a minute later.
 */
export function asked<T>(path: string, redraw: () => void): Asked<T> {
  const known = answers.get(path);
  if (known !== undefined) { return known as Asked<T>; }
  keep(path, {kind: "waiting"});
  void ask(path).then((answer) => {
    keep(path, answer);
    if (answer.kind === "refused") { setTimeout(() => answers.delete(path), 15_000); }
    redraw();
  });
  return {kind: "waiting"};
}

function keep(path: string, answer: Asked<unknown>): void {
  answers.set(path, answer);
  const oldest = answers.keys().next().value;
  if (answers.size > MOST_KEPT && oldest !== undefined) { answers.delete(oldest); }
}

async function ask(path: string): Promise<Asked<unknown>> {
  try {
    const response = await fetch(path, {headers: {accept: "application/json"}});
    const body: unknown = await response.json();
    return response.ok ? {kind: "answered", value: body} : {kind: "refused", sentence: (body as Problem).sentence};
  } catch {
    return {kind: "refused", sentence: "The console's server did not answer; it is asked again in a quarter of a minute."};
  }
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The day up to a moment of event time as parameters, in whole minutes, so that the question stays the same for a minute. */
export function dayUpTo(millis: number): string {
  const to = (Math.floor(millis / MINUTE) + 1) * MINUTE;
  return `from=${to - DAY}&to=${to}`;
}
