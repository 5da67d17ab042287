import type { BrowserContext, Page } from 'playwright-core';

/** How slow a network is, and how much slower the processor than this one. */
export interface Slowness {
  readonly title: string;
  readonly latencyMs: number;
  readonly downBytesASecond: number;
  readonly upBytesASecond: number;
  readonly cpu: number;
}

/** "Fast 3G" of Chromium's developer tools (named "Slow 4G" in newer ones): 562.5 ms for each request, 1.44 Mbit/s down, 675 kbit/s up. */
export const fast3g: Slowness = {
  title: 'Fast 3G',
  latencyMs: 562.5,
  downBytesASecond: 180_000,
  upBytesASecond: 84_375,
  cpu: 1,
};

/** One request that went over the network: what a cache gave is none. */
interface Exchange {
  readonly url: string;
  readonly began: number;
  /** The same by the clock, in milliseconds. */
  readonly beganAt: number;
  ended: number;
  bytes: number;
}

export interface Traffic {
  readonly urls: readonly string[];
  readonly bytes: number;
  /** The longest chain of requests, each sent after the one before it was answered. */
  readonly roundTrips: number;
  /** How long, from the first request to the last answer, none was on its way: then the page itself is awaited. */
  readonly idleMs: number;
}

/** Counts what the pages of a window load from now on, made as slow as that. */
export class WatchedTraffic {
  readonly #exchanges: Exchange[] = [];
  readonly #slowness: Slowness;
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, slowness: Slowness) {
    this.#context = context;
    this.#slowness = slowness;
  }

  async watch(page: Page): Promise<void> {
    const { latencyMs, downBytesASecond, upBytesASecond, cpu } = this.#slowness;
    const session = await this.#context.newCDPSession(page);
    const open = new Map<string, Exchange>();
    session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime, redirectResponse }) => {
      if (request.url.startsWith('data:')) return;
      const before = redirectResponse === undefined ? undefined : open.get(requestId);
      if (before !== undefined) before.ended = timestamp;
      const exchange = { url: request.url, began: timestamp, beganAt: wallTime * 1_000, ended: Infinity, bytes: 0 };
      open.set(requestId, exchange);
      this.#exchanges.push(exchange);
    });
    const drop = (requestId: string): void => {
      const cached = open.get(requestId);
      if (cached !== undefined) this.#exchanges.splice(this.#exchanges.indexOf(cached), 1);
      open.delete(requestId);
    };
    session.on('Network.requestServedFromCache', ({ requestId }) => drop(requestId));
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.fromDiskCache === true || response.fromPrefetchCache === true) drop(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      const exchange = open.get(requestId);
      if (exchange !== undefined) Object.assign(exchange, { ended: timestamp, bytes: encodedDataLength });
    });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: downBytesASecond,
      uploadThroughput: upBytesASecond,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  }

  /** What was loaded since the last time it was asked; what began after a moment, or is still on its way, was not waited for. */
  take(until = Infinity): Traffic {
    const exchanges = this.#exchanges
      .splice(0)
      .filter(({ ended, beganAt }) => ended < Infinity && beganAt <= until)
      .sort((one, other) => one.began - other.began);
    const depths = new Map<Exchange, number>();
    for (const each of exchanges) {
      const before = exchanges.filter(({ ended }) => ended <= each.began);
      depths.set(each, 1 + Math.max(0, ...before.map((other) => depths.get(other) ?? 0)));
    }
    let [idle, last] = [0, exchanges[0]?.began ?? 0];
    for (const { began, ended } of exchanges) {
      idle += Math.max(0, began - last);
      last = Math.max(last, ended);
    }
    return {
      urls: exchanges.map(({ url }) => new URL(url).pathname),
      bytes: exchanges.reduce((sum, { bytes }) => sum + bytes, 0),
      roundTrips: Math.max(0, ...depths.values()),
      idleMs: Math.round(1_000 * idle),
    };
  }
}
