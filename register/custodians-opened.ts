import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import type { RuleSet, SharingRule } from '@trellis/decision';

/** The agencies of whose records a draft says more than the set that is published, or something else: they are told before it goes live. */
export function custodiansOpened(
  published: RuleSet | undefined,
  draft: RuleSet,
  vocabulary: Vocabulary,
): readonly string[] {
  const before = new Set(published?.rules.map(textOf));
  const changed = draft.rules.filter((rule) => rule.basis !== 'NEVER' && !before.has(textOf(rule)));
  const kept = new Set(draft.rules.map(textOf));
  const lifted = (published?.rules ?? []).filter((rule) => rule.basis === 'NEVER' && !kept.has(textOf(rule)));
  const domains = new Set(
    [...changed, ...lifted].flatMap(({ categories }) =>
      categories.flatMap((code) => expandCategories(vocabulary, code) ?? []).map((code) => code.split('.')[0] ?? code),
    ),
  );
  return vocabulary.agencies.filter((agency) => domains.has(agency));
}

function textOf(rule: SharingRule): string {
  return JSON.stringify(rule);
}
