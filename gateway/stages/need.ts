import type { Bits, LevelSets } from '@trellis/decision';
import { bitsOf, isEmpty, isSubset } from '@trellis/decision';
import type { Requirement } from '@trellis/schema';
import type { Vocabulary } from '@trellis/vocabulary';
import type { PurposeSet } from './purpose-set.ts';

/** The categories that must be permitted at each level before something may be asked for; both empty where it is open. */
export type Need = LevelSets;

export function needOf(vocabulary: Vocabulary, requirement: Requirement): Need {
  return { FULL: bitsOf(vocabulary, requirement.FULL), SUMMARY: bitsOf(vocabulary, requirement.SUMMARY) };
}

/** Everything that any of the needs needs. One that has all of it is returned itself: most needs of a plan are a few objects. */
export function unionOf(vocabulary: Vocabulary, needs: readonly Need[]): Need {
  const whole = needs.find((each) => needs.every((other) => isMet(other, each)));
  if (whole) return whole;
  const union = needOf(vocabulary, { FULL: [], SUMMARY: [] });
  for (const need of needs) {
    add(union.FULL, need.FULL);
    add(union.SUMMARY, need.SUMMARY);
  }
  return union;
}

export function isMet(need: Need, yes: LevelSets): boolean {
  return isSubset(need.FULL, yes.FULL) && isSubset(need.SUMMARY, yes.SUMMARY);
}

/** The purposes whose set meets all of a need by itself: what one of them lacks, another does not lend it. */
export function metBy(need: Need, sets: readonly LevelSets[]): PurposeSet {
  let met = 0;
  for (let place = 0; place < sets.length; place++) if (isMet(need, sets[place] as LevelSets)) met |= 1 << place;
  return met;
}

export function isOpen(need: Need): boolean {
  return isEmpty(need.FULL) && isEmpty(need.SUMMARY);
}

/** A name that two sets over one vocabulary share exactly where they are equal: not to be read, only to be compared. */
export function setsKey({ FULL, SUMMARY }: LevelSets): string {
  return charactersOf(FULL) + charactersOf(SUMMARY);
}

function charactersOf(bits: Bits): string {
  let text = '';
  for (let word = 0; word < bits.length; word++) {
    const each = bits[word] as number;
    text += String.fromCharCode(each >>> 16, each & 0xffff);
  }
  return text;
}

function add(bits: Bits, more: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (more[word] as number);
}

/** The positions of the bits that are set. */
export function positions(bits: Bits): readonly number[] {
  const found: number[] = [];
  bits.forEach((word, index) => {
    for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) found.push(index * 32 + bit);
  });
  return found;
}
