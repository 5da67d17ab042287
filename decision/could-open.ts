import type { Requester } from '@trellis/vocabulary';
import { minus, noBits, union } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Bits, LevelSets } from './decision.ts';
import type { ChildFacts, Instant } from './facts.ts';
import { involvementMask } from './involvement-mask.ts';
import { levels, noLevelSets } from './level-sets.ts';

/**
 * The categories that the rules could open to a requester of one child for a purpose: at once, with consent, on approval or in an
 * emergency. Made of rules, purpose and the requester's own involvement alone, like the routes: they tell nothing else. A family member's
 * own standing is a fact about the child, and a purpose of emergencies opens nothing by itself: for either there are none. Nobody is asked
 * to approve what is `needless`: what another purpose of the requester gives by itself.
 */
export function couldOpen(
  rules: CompiledRules,
  { involvements }: Pick<ChildFacts, 'involvements'>,
  { requester, purpose, now }: { readonly requester: Requester; readonly purpose: string; readonly now: Instant },
  needless: Bits = noBits(rules.vocabulary),
): LevelSets {
  const recipient = rules.rulesFor(requester, purpose);
  if (!recipient || requester.kind === 'family' || rules.emergencyPurposes.has(purpose))
    return noLevelSets(rules.vocabulary);
  const masks = recipient.routeMasks(involvementMask(involvements, requester, now, rules.involvementBit));
  const open = { ...noLevelSets(rules.vocabulary) };
  for (const level of levels) {
    const all = [masks.byLaw, masks.byLawUnlessLocked, masks.unlessRefused, masks.withConsent];
    const opened = [...all, ...masks.withConsentBy.values(), masks.openable].reduce(
      (bits, sets) => union(bits, sets[level]),
      minus(masks.onApproval[level], needless),
    );
    open[level] = minus(opened, masks.never[level]);
  }
  return open;
}
