import type { Level } from '@trellis/vocabulary';
import { bitsOf, hasBit, noBits, union } from '../bits.ts';
import { decidedChild } from '../decide.ts';
import type { Bits } from '../decision.ts';
import type { Instant } from '../facts.ts';
import type { Line } from '../ladder.ts';
import type { DecidedChild } from '../made-decision.ts';
import { actQuestions } from './act-questions.ts';
import { withAct, withoutAct } from './change-world.ts';
import type { Act, EffectReason, World } from './effect.ts';

const levels: readonly Level[] = ['SUMMARY', 'FULL'];
const reasons: Readonly<Partial<Record<Line, EffectReason>>> = {
  1: 'NEVER',
  2: 'ORDER',
  3: 'ORDER',
  4: 'LAW',
  5: 'APPROVED',
  8: 'NO_RULE',
  9: 'NO_RULE',
  10: 'NO_RULE',
};

/** The lines that decide, above this act, on the categories that it names. */
export function linesAbove(world: World, act: Act, now: Instant): readonly EffectReason[] {
  // An order decides on what it names by itself: what would decide without it is what stands above it.
  const { rules, network, facts } = act.kind === 'ORDER' ? withoutAct(world, act) : withAct(world, act);
  const { vocabulary } = rules;
  const known = act.fact.categories.filter((code) =>
    vocabulary.categories.some((each) => each.code === code || each.domain === code),
  );
  const named = bitsOf(vocabulary, known);
  const found = new Set<EffectReason>();
  const reach = giversReach(world, act);
  const byLine = (line: Line, bit: number): EffectReason | undefined =>
    reasons[line] === 'NO_RULE' && reach !== undefined && !hasBit(reach, bit) ? 'DOMAIN' : reasons[line];
  for (const question of actQuestions(world, act, now)) {
    const child = decidedChild(rules, network, facts, question);
    if (child === undefined) continue;
    vocabulary.categories.forEach((_, bit) => {
      if (!hasBit(named, bit)) return;
      for (const level of levels) {
        const line = child.line(bit, level);
        const reason = line === 10 && isAnothersToGive(child, act, bit, level) ? 'CONSENT_BY' : byLine(line, bit);
        if (reason !== undefined) found.add(reason);
      }
    });
  }
  // What no rule foresees says least: it is told only where nothing else stands above.
  if (found.size > 1) found.delete('NO_RULE');
  return found.size === 0 ? ['NO_RULE'] : [...found].sort();
}

/** Checks whether a consent counts as one, and every rule that would open this by consent asks for another's. */
function isAnothersToGive(
  { compiled: { consents, masks } }: DecidedChild,
  act: Act,
  bit: number,
  level: Level,
): boolean {
  return (
    act.kind === 'CONSENT' &&
    consents.permitting.some(({ id, sets }) => id === act.fact.id && hasBit(sets[level], bit)) &&
    [...masks.withConsentBy.values()].some((sets) => hasBit(sets[level], bit))
  );
}

/** All that the kind of authority a consent was given under reaches at any age: a carer's nothing; undefined of what is no consent. */
function giversReach({ rules, facts }: World, act: Act): Bits | undefined {
  if (act.kind !== 'CONSENT') return undefined;
  const giver = facts.authorities.find(({ id }) => id === act.fact.by);
  const kind = giver && rules.authorityKinds.get(giver.kind);
  return kind?.reach.reduce((sum, { bits }) => union(sum, bits), noBits(rules.vocabulary));
}
