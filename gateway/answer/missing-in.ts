import type { LevelSets } from '@trellis/decision';
import type { Need } from '../stages/need.ts';
import { positions } from '../stages/need.ts';

/** One category that is needed at a level and not permitted there. */
export interface Missing {
  readonly bit: number;
  readonly level: 'SUMMARY' | 'FULL';
}

/** The categories of a need that are not permitted at the level it needs, in the vocabulary's order. */
export function missingIn(need: Need, yes: LevelSets): readonly Missing[] {
  const at = (level: Missing['level']) =>
    positions(need[level].map((word, index) => word & ~(yes[level][index] as number))).map((bit) => ({ bit, level }));
  return [...at('FULL'), ...at('SUMMARY')].sort((one, other) => one.bit - other.bit);
}
