import { BoundedCache } from './bounded-cache.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Cache } from './cache.ts';

interface Entry {
  readonly value: Uint8Array;
  readonly until: number;
}

const mostEntries = 10_000;

/** A cache in this process, for one gateway. Holds a limited number of entries: the one used longest ago goes first. */
export function openProcessCache({ clock = systemClock }: { readonly clock?: Clock } = {}): Cache {
  const entries = new BoundedCache<string, Entry>(mostEntries);
  /** For each budget, the moment at which it will be whole again. */
  const budgets = new Map<string, number>();
  const listeners = new Map<string, Set<(message: Uint8Array) => void>>();

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return Promise.resolve(undefined);
      if (entry.until > clock.now()) return Promise.resolve(entry.value.slice());
      entries.delete(key);
      return Promise.resolve(undefined);
    },
    set(key, value, { ttlMs }) {
      entries.delete(key);
      if (ttlMs > 0) entries.set(key, { value: value.slice(), until: clock.now() + ttlMs });
      return Promise.resolve();
    },
    delete(key) {
      entries.delete(key);
      return Promise.resolve();
    },
    take(key, { limit, windowMs, cost }) {
      const now = clock.now();
      const whole = Math.max(budgets.get(key) ?? now, now) + (cost * windowMs) / limit;
      if (whole - now > windowMs) return Promise.resolve(false);
      budgets.delete(key);
      budgets.set(key, whole);
      // Budgets that are whole again say nothing; only then may one be dropped without giving more than was left.
      for (const [each, until] of budgets) {
        if (until > now) break;
        budgets.delete(each);
      }
      return Promise.resolve(true);
    },
    publish(channel, message) {
      for (const heard of listeners.get(channel) ?? []) queueMicrotask(() => heard(message.slice()));
      return Promise.resolve();
    },
    subscribe(channel, heard) {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(heard));
      return Promise.resolve(() => {
        set.delete(heard);
        return Promise.resolve();
      });
    },
    close() {
      entries.clear();
      budgets.clear();
      listeners.clear();
      return Promise.resolve();
    },
  };
}
