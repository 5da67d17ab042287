import type { RuleSetBits } from './rule-set-bits.ts';

/** Checks whether whoever has this family role is the child itself: every kind of authority under it is the child's own. What a network calls it is the network's. */
export function isChildsRole({ authorityKinds }: Pick<RuleSetBits, 'authorityKinds'>, role: string): boolean {
  const kinds = [...authorityKinds.values()].filter(({ family }) => family === role);
  return kinds.length > 0 && kinds.every(({ self }) => self);
}
