/** A small deterministic generator: the same seed and label give the same draws on every machine. Not for secrets. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** Whole, both ends included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `count` different elements, in their own order. */
  sample<T>(from: readonly T[], count: number): T[];
  /** A generator of its own: what is drawn from it moves nobody else's draws. */
  fork(label: string): Random;
}

/** 32 bits of a text, well mixed (MurmurHash3's finish over FNV-1a). */
function mix(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Opens a generator (mulberry32) for a seed. */
export function openRandom(seed: string): Random {
  let state = mix(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let drawn = Math.imul(state ^ (state >>> 15), state | 1);
    drawn ^= drawn + Math.imul(drawn ^ (drawn >>> 7), drawn | 61);
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[between(0, from.length - 1)] as T;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    sample: (from, count) => {
      const left = from.map((_, at) => at);
      while (left.length > count) left.splice(between(0, left.length - 1), 1);
      return left.flatMap((at) => from.slice(at, at + 1));
    },
    fork: (label) => openRandom(`${seed}/${label}`),
  };
}
