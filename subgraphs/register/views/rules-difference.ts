import type { RuleSet } from '@trellis/decision';
import type { RuleSetWords } from '../said/list-categories.ts';
import { partNames, sayPart, type Parts } from '../said/say-part.ts';
import { changedEntries } from './changed-entries.ts';
import { ruleView } from './sharing-rule.ts';

/** What one set says and another does not: rule by rule, and outside the rules part by part. */
export function differenceView(
  { rules: before, ...partsBefore }: RuleSet,
  { rules: after, ...partsAfter }: RuleSet,
  words: RuleSetWords,
) {
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
    parts: changedParts(partsBefore, partsAfter, words),
  };
}

function changedParts(before: Parts, after: Parts, words: RuleSetWords) {
  return partNames.flatMap((part) => {
    const [was, is] = [entriesOf(before[part]), entriesOf(after[part])];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      {
        part,
        newly: is.filter((each) => !was.includes(each)),
        noLonger: was.filter((each) => !is.includes(each)),
        entries: changedEntries(sayPart(part, before, words), sayPart(part, after, words)),
      },
    ];
  });
}

function entriesOf(part: unknown): readonly string[] {
  return [part].flat().map((each) => JSON.stringify(each) ?? 'null');
}
