/** What an answer of the server became. */
export type Loaded<T> = {readonly state: "loading"} | {readonly state: "there"; readonly value: T} | {readonly state: "failed"; readonly sentence: string};

interface Kept { readonly loaded: Loaded<unknown>; readonly at: number; readonly busy: boolean }

/** A view asks for two or three, all of them for six; paths with a time in them are others every minute, so those that nobody asks for any more go. */
const MOST_KEPT = 12;

/** By path, the one asked for last at the end. */
const kept = new Map<string, Kept>();

/** Answer of a path under /api, asked again after {@code freshMillis}; calls back when it has changed. Type and path go together by docs/console.md. */
export function load<T>(path: string, freshMillis: number, changed: () => void): Loaded<T> {
  const known = kept.get(path);
  if (known !== undefined && (known.busy || performance.now() - known.at <= freshMillis)) {
    keep(path, known);
    return known.loaded as Loaded<T>;
  }
  const asked: Kept = {loaded: known?.loaded ?? {state: "loading"}, at: performance.now(), busy: true};
  keep(path, asked);
  void ask(path).then((loaded) => {
    keep(path, {loaded, at: performance.now(), busy: false});
    changed();
  });
  return asked.loaded as Loaded<T>;
}

function keep(path: string, entry: Kept): void {
  kept.delete(path);
  kept.set(path, entry);
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && oldest.done !== true) { kept.delete(oldest.value); }
}

async function ask(path: string): Promise<Loaded<unknown>> {
  try {
    const answer = await fetch(`/api/${path}`, {headers: {accept: "application/json"}});
    const body: unknown = await answer.json();
    return answer.ok ? {state: "there", value: body} : {state: "failed", sentence: (body as {sentence?: string}).sentence ?? `the server said ${answer.status}`};
  } catch {
    return {state: "failed", sentence: "The server did not answer. It is asked again in a moment."};
  }
}
