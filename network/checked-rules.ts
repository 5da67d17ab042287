import { relative } from 'node:path';
import { parseRuleSet, RuleSetProblems } from '@trellis/decision';
import { network, NetworkFolderError, vocabulary } from '@trellis/vocabulary';
import { firstRules, type FirstRules } from './first-rules.ts';

/**
 * The rules that the network starts with. Stored as they are, a set that does not fit would permit nothing, and nobody would know why.
 *
 * @throws {NetworkFolderError} names each place in its file
 */
export function checkedRules(): FirstRules {
  const rules = firstRules(network);
  try {
    parseRuleSet(rules.yaml, vocabulary);
  } catch (error) {
    if (!(error instanceof RuleSetProblems)) throw error;
    const faults = error.problems.map(({ path, message }) => {
      const { file, line } = rules.placeOf(path);
      return `${relative(network.folder, file)}:${String(line)}: ${path}: ${message.en}`;
    });
    throw new NetworkFolderError(network.folder, faults);
  }
  return rules;
}
