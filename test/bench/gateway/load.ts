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
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * Keeps every connection busy for so many seconds, then waits for what is under way: each request that was begun is counted, and has been
 * paid for, when this resolves. Rejects where an answer is not 200.
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
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: pathname,
        headers: headers[next % headers.length] ?? {},
        body: bodies[next % bodies.length] ?? '',
      });
      const text = await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`A gateway answered ${statusCode}: ${Buffer.from(text).toString()}`);
      times.push(performance.now() - began);
      next += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, (_, connection) => keepBusy(connection)));
    const took = (performance.now() - start) / 1000;
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { requests: times.length, seconds: took, p50: at(0.5), p99: at(0.99) };
  } finally {
    await pool.destroy();
  }
}
