import type { Answered } from './load.ts';

/** One gateway's turn in one round. */
export interface Round extends Answered {
  /** Of the gateway's process, per request. */
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** Over all rounds: the middle one, but for memory, which is the last, and failures, which are all. */
export interface GatewayResult {
  readonly name: string;
  readonly cpuMs: number;
  readonly failures: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMb: number;
  /** How many times this gateway's CPU per request the other costs, in the same round. */
  readonly timesCheaper: { readonly median: number; readonly min: number; readonly max: number };
}

/** Sums up the rounds of each gateway and compares them, round by round, with one of them. */
export function summarise(measured: ReadonlyMap<string, readonly Round[]>, other: string): readonly GatewayResult[] {
  const others = measured.get(other) ?? [];
  return [...measured].map(([name, rounds]) => {
    const ratios = rounds.map(({ cpuMs }, round) => (others[round]?.cpuMs ?? NaN) / cpuMs);
    return {
      name,
      cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
      failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
      requestsPerSecond: median(rounds.map(({ requests, seconds }) => requests / seconds)),
      p50: median(rounds.map(({ p50 }) => p50)),
      p99: median(rounds.map(({ p99 }) => p99)),
      rssMb: rounds.at(-1)?.rssMb ?? NaN,
      timesCheaper: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
