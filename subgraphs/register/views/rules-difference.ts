import type { RuleSet } from '@trellis/decision';
import { ruleView } from './sharing-rule.ts';

/** What one set says and another does not: rule by rule, and outside the rules part by part. */
export function differenceView({ rules: before, ...partsBefore }: RuleSet, { rules: after, ...partsAfter }: RuleSet) {
  const earlier = new Map(before.map((rule) => [rule.id, rule]));
  const later = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)).map(ruleView),
    removed: before.filter(({ id }) => !later.has(id)).map(ruleView),
    changed: after.flatMap((rule) => {
      const was = earlier.get(rule.id);
      if (was === undefined || JSON.stringify(was) === JSON.stringify(rule)) return [];
      return [{ before: ruleView(was), after: ruleView(rule) }];
    }),
    parts: changedParts(partsBefore, partsAfter),
  };
}

function changedParts(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((part) => {
    const [was, is] = [entriesOf(before[part]), entriesOf(after[part])];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      { part, newly: is.filter((each) => !was.includes(each)), noLonger: was.filter((each) => !is.includes(each)) },
    ];
  });
}

function entriesOf(part: unknown): readonly string[] {
  return [part].flat().map((each) => JSON.stringify(each) ?? 'null');
}
