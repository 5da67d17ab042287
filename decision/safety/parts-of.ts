import type { Level, Vocabulary } from '@trellis/vocabulary';
import { addBit, hasBit, noBits, union } from '../bits.ts';
import type { Bits, Ground, LevelSets } from '../decision.ts';

interface Decided {
  readonly vocabulary: Vocabulary;
  readonly decidedByChild: Bits;
  grounds(bit: number, level: Level): readonly Ground[];
}

/** The grounds by which a family member may be shown a category or not: the rest is the same to everybody. */
const personal: ReadonlySet<Ground['kind']> = new Set(['CONSENT', 'EMERGENCY']);

/**
 * The disclosed categories in the parts that are recorded apart: categories that rest on the same consents and emergency accesses, and that
 * the child decides on alone or does not. A family member is then shown a part or not shown it, and what is shown has its own proof.
 */
export function partsOf(child: Decided, disclosed: LevelSets): readonly LevelSets[] {
  const { vocabulary } = child;
  const all = union(disclosed.FULL, disclosed.SUMMARY);
  const { decidedByChild } = child;
  const parts = new Map<string, LevelSets>();
  for (let bit = 0; bit < vocabulary.categories.length; bit += 1) {
    if (!hasBit(all, bit)) continue;
    const level = hasBit(disclosed.FULL, bit) ? 'FULL' : 'SUMMARY';
    const behind = child.grounds(bit, level).filter(({ kind }) => personal.has(kind));
    const key = JSON.stringify([hasBit(decidedByChild, bit), behind.map(({ id }) => id).sort()]);
    const part = parts.get(key) ?? { FULL: noBits(vocabulary), SUMMARY: noBits(vocabulary) };
    parts.set(key, part);
    if (hasBit(disclosed.FULL, bit)) addBit(part.FULL, bit);
    if (hasBit(disclosed.SUMMARY, bit)) addBit(part.SUMMARY, bit);
  }
  return [...parts.values()];
}
