import { isEmpty, minus } from '../bits.ts';
import { decide } from '../decide.ts';
import type { Decision } from '../decision.ts';
import type { Instant } from '../facts.ts';
import { actQuestions } from './act-questions.ts';
import { withAct, withoutAct } from './change-world.ts';
import type { Act, World } from './effect.ts';

/** Checks whether some decision is another with this act than without it, in this world and at this moment. */
export function changesADecision(world: World, act: Act, now: Instant): boolean {
  const before = withoutAct(world, act);
  const after = withAct(world, act);
  for (const question of actQuestions(world, act, now)) {
    const without = decide(before.rules, before.network, before.facts, question);
    const withIt = decide(after.rules, after.network, after.facts, question);
    if (!isSame(without, withIt)) return true;
  }
  return false;
}

function isSame(one: Decision, other: Decision): boolean {
  return (['SUMMARY', 'FULL'] as const).every(
    (level) => isEmpty(minus(one.yes[level], other.yes[level])) && isEmpty(minus(other.yes[level], one.yes[level])),
  );
}
