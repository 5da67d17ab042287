import type { Day } from '@trellis/decision';
import { drawFamily } from './families.ts';
import type { Life, Occurrence } from './life.ts';
import { drawLives } from './lives.ts';
import { drawOccurrences } from './occurrences.ts';
import { openRandom } from './random.ts';

/** An invented network of families. The same seed and day give the same one, to the byte. */
export interface Population {
  readonly seed: string;
  /** The day it is told on: nothing recorded has happened later. */
  readonly asOf: Day;
  readonly lives: readonly Life[];
  readonly occurrences: readonly Occurrence[];
}

/** Draws families until there are at least `children` children, and what happened to them. */
export function drawPopulation({
  seed,
  asOf,
  children = 300,
}: {
  seed: string;
  asOf: Day;
  children?: number;
}): Population {
  const random = openRandom(seed);
  const lives: Life[] = [];
  for (let at = 1; lives.length < children; at++) {
    const own = random.fork(`family-${String(at)}`);
    lives.push(...drawLives(own.fork('lives'), drawFamily(own, String(at).padStart(3, '0'), asOf), asOf));
  }
  return { seed, asOf, lives, occurrences: drawOccurrences(random.fork('occurrences'), lives, asOf) };
}
