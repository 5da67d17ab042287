import type { Level, Vocabulary } from '@trellis/vocabulary';
import { include, noBits } from './bits.ts';
import type { Bits, LevelSets } from './decision.ts';

export const levels: readonly Level[] = ['SUMMARY', 'FULL'];

export function noLevelSets(vocabulary: Vocabulary): LevelSets {
  return { SUMMARY: noBits(vocabulary), FULL: noBits(vocabulary) };
}

/** Positives reach down: what is given in full is given in summary. */
export function includePositive(sets: LevelSets, level: Level, bits: Bits): void {
  if (level === 'FULL') include(sets.FULL, bits);
  include(sets.SUMMARY, bits);
}

/** Negatives reach up: what is withheld in summary is withheld in full. Anything but FULL withholds both. */
export function includeNegative(sets: LevelSets, level: Level, bits: Bits): void {
  include(sets.FULL, bits);
  if (level !== 'FULL') include(sets.SUMMARY, bits);
}
