/** What an answer of the server became. */
export type Loaded<T> = {readonly state: "loading"} | {readonly state: "there"; readonly value: T} | {readonly state: "failed"; readonly sentence: string};

interface Kept { readonly loaded: Loaded<unknown>; readonly at: number; readonly busy: boolean }

const kept = new Map<string, Kept>();

/** Answer of a path under /api, asked again after {@code freshMillis}; calls back when it has changed. Type and path go together by docs/console.md. */
export function load<T>(path: string, freshMillis: number, changed: () => void): Loaded<T> {
  const known = kept.get(path);
  if (known === undefined || (!known.busy && performance.now() - known.at > freshMillis)) {
    kept.set(path, {loaded: known?.loaded ?? {state: "loading"}, at: performance.now(), busy: true});
    void ask(path).then((loaded) => {
      kept.set(path, {loaded, at: performance.now(), busy: false});
      changed();
    });
  }
  return (kept.get(path)?.loaded ?? {state: "loading"}) as Loaded<T>;
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
