import type { Level } from '@trellis/vocabulary';
import { bitsOf, hasBit } from '../bits.ts';
import { decidedChild } from '../decide.ts';
import type { Instant } from '../facts.ts';
import type { Line } from '../ladder.ts';
import type { DecidedChild } from '../made-decision.ts';
import { actQuestions } from './act-questions.ts';
import { withAct } from './change-world.ts';
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
  const { rules, network, facts } = withAct(world, act);
  const { vocabulary } = rules;
  const known = act.fact.categories.filter((code) =>
    vocabulary.categories.some((each) => each.code === code || each.domain === code),
  );
  const named = bitsOf(vocabulary, known);
  const found = new Set<EffectReason>();
  for (const question of actQuestions(world, act, now)) {
    const child = decidedChild(rules, network, facts, question);
    if (child === undefined) continue;
    vocabulary.categories.forEach((_, bit) => {
      if (!hasBit(named, bit)) return;
      for (const level of levels) {
        const line = child.line(bit, level);
        const reason = line === 10 && isAnothersToGive(child, act, bit, level) ? 'CONSENT_BY' : reasons[line];
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
