import { type RuleSet, RuleSetProblems, checkRuleSet } from '@trellis/decision';
import type { Vocabulary } from '@trellis/vocabulary';
import { RegisterError } from './error.ts';
import { parsedRuleSet } from './parsed-rule-set.ts';

const misfit = ['MALFORMED', ['yaml']] as const;

/** Reads a text of sharing rules. Throws BAD_REQUEST with every place that does not fit, so that a bad set never comes near the live one. */
export function readRules(yaml: string, vocabulary: Vocabulary): RuleSet {
  try {
    const ruleSet = parsedRuleSet(yaml, vocabulary);
    const errors = checkRuleSet(ruleSet, vocabulary).filter(({ severity }) => severity === 'ERROR');
    if (errors.length > 0)
      throw new RegisterError('BAD_REQUEST', errors.map(({ message }) => message.en).join(' '), errors, ...misfit);
    return ruleSet;
  } catch (error) {
    if (!(error instanceof RuleSetProblems)) throw error;
    throw new RegisterError('BAD_REQUEST', error.message, error.problems, ...misfit);
  }
}
