import { median, quantile } from './median.ts';

/** What each of many calls took. */
export interface Measured {
  /** Milliseconds: half of them took no longer, and 95 of 100. */
  readonly p50: number;
  readonly p95: number;
  /** CPU microseconds of this process for each. */
  readonly cpu: number;
  readonly perSecond: number;
}

/** Calls for each item, so many at once, and measures every call. */
export async function measureEach<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<unknown>,
  atOnce = 1,
): Promise<Measured> {
  const took: number[] = [];
  const left = items.values();
  const client = async (): Promise<void> => {
    for (const item of left) {
      const start = performance.now();
      await run(item);
      took.push(performance.now() - start);
    }
  };
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await Promise.all(Array.from({ length: atOnce }, client));
  const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(cpu)];
  return {
    p50: median(took),
    p95: quantile(took, 0.95),
    cpu: (user + system) / items.length,
    perSecond: (items.length * 1_000) / ms,
  };
}

/** Of several rounds the middle one, by each measure for itself. */
export function medianOf(rounds: readonly Measured[]): Measured {
  const of = (name: keyof Measured): number => median(rounds.map((round) => round[name]));
  return { p50: of('p50'), p95: of('p95'), cpu: of('cpu'), perSecond: of('perSecond') };
}
