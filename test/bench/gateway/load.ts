import { Pool } from 'undici';

export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Goes on until so many requests were made, but not for longer than ten times `seconds`. */
  readonly atLeast?: number;
  readonly bodies: readonly string[];
  /** Rotated like the bodies. */
  readonly headers: readonly Readonly<Record<string, string>>[];
}

/** What one round of load was answered. */
export interface Answered {
  readonly requests: number;
  /** Of these, those that were not answered with 200. */
  readonly failures: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

const mostFailures = 5;

/**
 * Keeps every connection busy for so many seconds, then waits for what is under way: each request that was begun is counted, and has been
 * paid for, when this resolves. Rejects where more than a few are not answered with 200.
 */
export async function load({
  url,
  connections,
  seconds,
  atLeast = 0,
  bodies,
  headers,
}: LoadOptions): Promise<Answered> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const times: number[] = [];
  let failures = 0;
  const start = performance.now();
  const goesOn = (): boolean => {
    const took = (performance.now() - start) / 1000;
    return took < seconds || (times.length < atLeast && took < 10 * seconds);
  };
  const keepBusy = async (connection: number): Promise<void> => {
    // Each connection starts elsewhere, so that no two ask for the same children together.
    let next = connection * 7;
    while (goesOn()) {
      const began = performance.now();
      const at = next;
      next += 1;
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: pathname,
        headers: headers[at % headers.length] ?? {},
        body: bodies[at % bodies.length] ?? '',
      });
      const text = await body.arrayBuffer();
      times.push(performance.now() - began);
      if (statusCode === 200) continue;
      // A machine that is busy with other things may keep a database waiting; more than a few are a fault.
      failures += 1;
      if (failures > mostFailures) throw new Error(`A gateway answered ${statusCode}: ${Buffer.from(text).toString()}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, (_, connection) => keepBusy(connection)));
    const took = (performance.now() - start) / 1000;
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { requests: times.length, failures, seconds: took, p50: at(0.5), p99: at(0.99) };
  } finally {
    await pool.destroy();
  }
}
