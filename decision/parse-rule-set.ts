import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import { readYaml } from './read-yaml.ts';
import { readShape } from './read-shape.ts';
import type { Fault } from './fault.ts';
import { findRuleSetFaults } from './rule-set-faults.ts';
import { RuleSetProblems } from './rule-set-problems.ts';
import type { RuleSetText } from './rule-set-shape.ts';
import type { RuleSet } from './rule-set.ts';
import { standardFamilySafety, type SafetyRule } from './safety/family-safety.ts';

const mostProblems = 200;

/** Reads a pack. Throws RuleSetProblems, which names every place that does not fit by path and line; nothing is guessed or left out. */
export function parseRuleSet(yaml: string, vocabulary: Vocabulary): RuleSet {
  const { data, place, problems } = readYaml(yaml);
  if (problems.length > 0) throw new RuleSetProblems(problems.map((each) => ({ path: '', ...each })));
  const refuse = (faults: readonly Fault[]): never => {
    throw new RuleSetProblems(
      faults
        .slice(0, mostProblems)
        .map(({ path, message }) => ({ path: path.map(String).join('.'), ...place(path), message })),
    );
  };
  const read = readShape(data);
  if (!('rules' in read)) return refuse(read);
  const faults = findRuleSetFaults(read, vocabulary);
  return faults.length > 0 ? refuse(faults) : expanded(read, vocabulary);
}

/** The pack with every domain written out as its categories, frozen. */
function expanded(text: RuleSetText, vocabulary: Vocabulary): RuleSet {
  const codes = (written: readonly string[]) => [
    ...new Set(written.flatMap((code) => expandCategories(vocabulary, code) ?? [])),
  ];
  return Object.freeze({
    ...text,
    authorities: text.authorities.map((kind) => ({
      ...kind,
      reach: kind.reach.map((reach) => ({ ...reach, categories: codes(reach.categories) })),
    })),
    rules: text.rules.map((rule) => ({
      ...rule,
      categories: codes(rule.categories),
      lockableBy: rule.lockableBy ?? [],
    })),
    onlyByOrder: codes(text.onlyByOrder),
    familySafety: (text.familySafety ?? standardFamilySafety(vocabulary)).map((rule: SafetyRule) => {
      if ('whereabouts' in rule) return { ...rule, whereabouts: codes(rule.whereabouts) };
      if ('unlisted' in rule || rule.withholds === 'DECIDED_BY_CHILD') return rule;
      return { ...rule, withholds: codes(rule.withholds) };
    }),
  });
}
