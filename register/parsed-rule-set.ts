import { parseRuleSet, type RuleSet } from '@trellis/decision';
import type { Vocabulary } from '@trellis/vocabulary';

/** So many texts are kept: the live set, and drafts on their way through their approval. */
const mostKept = 8;
const keptFor = new WeakMap<Vocabulary, Map<string, RuleSet>>();

/**
 * The rule set that a text is. A text of a whole network takes tenths of a second to parse, and is asked for when it is drafted, approved
 * and published: it is parsed once, the latest few kept. Throws `RuleSetProblems` as `parseRuleSet` does; such a text is not kept.
 */
export function parsedRuleSet(yaml: string, vocabulary: Vocabulary): RuleSet {
  const kept = keptFor.get(vocabulary) ?? new Map<string, RuleSet>();
  keptFor.set(vocabulary, kept);
  const ruleSet = kept.get(yaml) ?? parseRuleSet(yaml, vocabulary);
  kept.delete(yaml);
  kept.set(yaml, ruleSet);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return ruleSet;
}
