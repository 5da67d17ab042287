import type { RuleSet } from '@trellis/decision';

/** The differences of two rule sets, by the ids of their rules; `changed` also names the parts outside the rules, `authorities` for one. */
export interface RuleSetDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** The difference of a text from the set that is published. */
export function differenceOf(published: RuleSet | undefined, draft: RuleSet): RuleSetDifference {
  const before = partsOf(published);
  const after = partsOf(draft);
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).map(([id]) => id),
  };
}

/** Each rule by its id, and each other part of the set by its name: an edit of who may decide is no smaller than one of a rule. */
function partsOf(ruleSet: RuleSet | undefined): ReadonlyMap<string, string> {
  if (ruleSet === undefined) return new Map();
  const { rules, ...others } = ruleSet;
  return new Map([
    ...Object.entries(others).map(([name, part]) => [name, JSON.stringify(part)] as const),
    ...rules.map((rule) => [rule.id, JSON.stringify(rule)] as const),
  ]);
}
