import { RuleSetProblems, checkRuleSet } from '@trellis/decision';
import type { Dependencies } from '../dependencies.ts';
import { differenceOf } from '../difference-of.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { parsedRuleSet } from '../parsed-rule-set.ts';
import { headOfRuleSet, publishedRuleSets } from '../published-rule-sets.ts';
import type { RuleSetCheck } from '../rule-set-check.ts';

/** Checks what would stand in the way of a text, and how it differs from the last set published. Changes nothing. */
export async function checkRules(dependencies: Dependencies, yaml: string): Promise<RuleSetCheck> {
  const text = readInput(dependencies.inputs.rules.shape.yaml, yaml, 'yaml');
  const head = headOfRuleSet(await publishedRuleSets(dependencies.database));
  if (head === undefined) throw new RegisterError('CONFLICT', 'no rule set was published yet');
  const published = (await dependencies.network.compiled(head)).ruleSet;
  try {
    const draft = parsedRuleSet(text, dependencies.vocabulary);
    return {
      head,
      problems: [],
      findings: checkRuleSet(draft, dependencies.vocabulary),
      difference: differenceOf(published, draft),
    };
  } catch (error) {
    if (!(error instanceof RuleSetProblems)) throw error;
    return { head, problems: error.problems, findings: [], difference: { added: [], removed: [], changed: [] } };
  }
}
