/** Tells whoever waits what is being done. */
export type Log = (line: string) => void;

/** Runs one step and says how long it took. */
export async function step<T>(log: Log, what: string, run: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const result = await run();
  log(`${what} (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
  return result;
}
