import type { Level } from '@trellis/vocabulary';
import { codesOf, minus } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Decision } from './decision.ts';

/** The categories that one decision permits and another does not, by level. */
export interface Difference {
  readonly opened: Readonly<Record<Level, readonly string[]>>;
  readonly closed: Readonly<Record<Level, readonly string[]>>;
}

export function difference(rules: CompiledRules, before: Decision, after: Decision): Difference {
  const gained = (from: Decision, to: Decision, level: Level) =>
    codesOf(rules.vocabulary, minus(to.yes[level], from.yes[level]));
  return {
    opened: { SUMMARY: gained(before, after, 'SUMMARY'), FULL: gained(before, after, 'FULL') },
    closed: { SUMMARY: gained(after, before, 'SUMMARY'), FULL: gained(after, before, 'FULL') },
  };
}

export function isNoDifference({ opened, closed }: Difference): boolean {
  return [opened, closed].every(({ SUMMARY, FULL }) => SUMMARY.length === 0 && FULL.length === 0);
}
