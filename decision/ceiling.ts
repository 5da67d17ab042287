import type { Level } from '@trellis/vocabulary';
import { minus, union } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { LevelSets, Question } from './decision.ts';
import { noLevelSets } from './level-sets.ts';

/**
 * The categories that could be permitted for some child under the rules, with every involvement, approval, emergency and consent there
 * could be. Court orders are left out: they are facts about a child, and no rule foresees them.
 */
export function ceiling(rules: CompiledRules, question: Pick<Question, 'requester' | 'purpose'>): LevelSets {
  const masks = rules.rulesFor(question.requester, question.purpose)?.ceiling();
  if (!masks) return noLevelSets(rules.vocabulary);
  const at = (level: Level) =>
    minus(
      [
        masks.onApproval,
        masks.openable,
        masks.unlessRefused,
        masks.withConsent,
        ...masks.withConsentBy.values(),
      ].reduce((all, sets) => union(all, sets[level]), union(masks.byLaw[level], masks.byLawUnlessLocked[level])),
      masks.never[level],
    );
  return { SUMMARY: at('SUMMARY'), FULL: at('FULL') };
}
